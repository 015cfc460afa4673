package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whorl.server.PostHouse.header;
import static org.whorl.server.PostHouse.subject;
import static org.whorl.server.PostHouse.text;

import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.design.Language;
import org.whorl.server.mail.Invited;
import org.whorl.server.mail.Letter;
import org.whorl.server.mail.Letters;
import org.whorl.server.mail.Posted;
import org.whorl.server.mail.To;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.trust.Viewer;

/** Letters by way of a real SMTP server, and answers by way of a real IMAP server. */
class MailTest {

    private static final String SLUG = "post";
    private static final String HERE = "/p/" + SLUG;
    private static final PostHouse POST = new PostHouse();

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext whorl;
    private static Browser keeper;
    private static int asks;

    private static final List<String> WANTED = List.of(
            "Carry a chair to the Tŷ",
            "Bake Welsh cakes for Tuesday",
            "Who drives past Ferndale mornings",
            "Read our leaflet aloud once",
            "Paint two signs green",
            "Introduce somebody from the choir");

    @BeforeAll
    static void start() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        whorl = POST.start(folder.resolve("data"));
        keeper = POST.keeper(WhorlServerProbe.setUpCode(whorl), SLUG, "Tŷ'r Gŵyl");
    }

    @AfterAll
    static void stop() {
        whorl.close();
        POST.goDown();
    }

    /** Asks somebody for something; what exactly. */
    private static String asksOf(String name) {
        // Nobody is asked the same twice in sixty days, so everybody is asked for something else.
        String what = WANTED.get(asks++ % WANTED.size()) + " " + UUID.randomUUID();
        String member = asked("select id::text from member where name = '%s'".formatted(name));
        Browser.Page done = keeper.open(HERE + "/asks/new?lang=en")
                .send(Map.of("kind", "time", "what", what, "minutes", "6", "of", member));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains(what);
        return what;
    }

    private static String state(String what) {
        return PostHouse.within(
                whorl,
                jdbc -> jdbc.sql("select state || ' ' || answer from ask where what = ?")
                        .param(what)
                        .query(String.class)
                        .single());
    }

    private static int changed(String statement) {
        return PostHouse.within(whorl, jdbc -> jdbc.sql(statement).update());
    }

    private static String asked(String statement) {
        return PostHouse.within(
                whorl, jdbc -> jdbc.sql(statement).query(String.class).single());
    }

    private static String answerTo(MimeMessage letter) {
        return header(letter, "Reply-To");
    }

    @Test
    void anAddressIsWrittenToOnceItsOwnerSaysThatItIsTheirs() {
        Browser ann = POST.browser();
        String link = StoryHouse.found(
                keeper.open(HERE + "/people/invite")
                        .send(Map.of("role", "member"))
                        .body(),
                "(/join/[A-Za-z0-9_-]+)");
        Doors.join(ann, link, "Ann", "ann@people.example.org");
        ann.signIn("ann@people.example.org", Running.PASSWORD);
        Browser.Page page = ann.open("/account/letters?lang=en");
        assertThat(page.body()).contains("value=\"ann@people.example.org\"");
        assertThat(page.send(Map.of("address", "not one", "news", "weekly")).status())
                .isEqualTo(422);
        assertThat(page.send(Map.of("address", "a@b@c.org", "news", "")).body())
                .contains("Enter an email address")
                .contains("Choose how often");
        Browser.Page saved = page.send(Map.of("address", "ann@home.example.org", "asks", "yes", "news", "never"));
        assertThat(saved.body()).contains("Now open the link").contains("not confirmed yet");
        MimeMessage first = POST.await("ann@home.example.org", 1);
        assertThat(subject(first)).isEqualTo("Is this your email address?");
        asksOf("Ann");
        POST.settle();
        assertThat(POST.at("ann@")).as("nothing before they say so").hasSize(1);

        assertThat(page.send(Map.of("address", "else@home.example.org", "news", "never"))
                        .body())
                .as("a page from before")
                .contains("changed in another window");
        Browser.Page again = ann.open("/account/letters?lang=en");
        assertThat(again.send(Map.of("address", "victim@home.example.org", "news", "never"))
                        .body())
                .as("nobody is made to get many letters")
                .contains("Wait five minutes");

        String confirm = POST.link(first, "/letters/confirm/[0-9a-z]+");
        Browser scanner = POST.browser();
        Browser.Page asking = scanner.open(confirm + "?lang=en");
        assertThat(asking.body()).contains("Is this your address?");
        assertThat(ann.open("/account/letters").body())
                .as("opening a link confirms nothing")
                .contains("not confirmed yet");
        assertThat(asking.send(Map.of()).body()).contains("Your address is right");
        assertThat(scanner.open(confirm).status()).as("once").isEqualTo(404);
        assertThat(ann.open("/account/letters").body()).doesNotContain("not confirmed yet");

        String what = asksOf("Ann");
        MimeMessage letter = POST.await("ann@home.example.org", 2);
        assertThat(subject(letter)).isEqualTo("Somebody asks you for something");
        assertThat(text(letter, "text/plain"))
                .contains(what)
                .contains("6 minutes")
                .contains("Write your answer above this line")
                .contains("http://localhost:" + POST.web + HERE + "/asks?spiral=");
        assertThat(text(letter, "text/html")).contains("<html lang=\"en\">").contains("Read it and answer");
        assertThat(header(letter, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(subject(letter))
                .doesNotContain("Ann")
                .doesNotContain("Keeper")
                .doesNotContain("Carry");

        assertThat(asked("select string_agg(parts::text || coalesce(secret, '') || address, '') from letter"))
                .as("what was said is not kept")
                .doesNotContain("Carry")
                .doesNotContain("@");
        ann.post(
                "/account/letters/forget",
                Map.of("_csrf", ann.open("/account/letters").csrf()));
        asksOf("Ann");
        POST.settle();
        assertThat(POST.at("ann@")).hasSize(2);
    }

    @Test
    void welshLettersKeepTheirRoofs() throws Exception {
        POST.member(keeper, SLUG, "gwen", "cy");
        assertThat(subject(POST.at("gwen@").getFirst())).isEqualTo("Ai dyma eich cyfeiriad e-bost?");
        String what = asksOf("gwen");
        MimeMessage letter = POST.await("gwen@people.example.org", 2);
        assertThat(subject(letter)).isEqualTo("Mae rhywun yn gofyn i chi am rywbeth");
        assertThat(letter.getFrom()[0]).hasToString("=?UTF-8?Q?T=C5=B7=27r_G=C5=B5yl?= <" + PostHouse.OURS + ">");
        assertThat(text(letter, "text/plain")).contains(what).contains("6 munud");
        post("gwen", _ -> Letter.of("meeting", List.of("Cylch Tŷ'r Gŵyl â'r môr"), "~/news"));
        MimeMessage second = POST.await("gwen@people.example.org", 3);
        assertThat(header(second, "Subject")).doesNotContain("Ŵ").contains("=?UTF-8?");
        assertThat(subject(second)).isEqualTo("Gwahoddiad: Cylch Tŷ'r Gŵyl â'r môr");
        assertThat(text(second, "text/html")).contains("<html lang=\"cy\">").contains("Cylch Tŷ'r Gŵyl â'r môr");
        assertThat(text(second, "text/plain")).contains("http://localhost:" + POST.web + HERE + "/news");
    }

    /** Posts a letter as a part of Whorl does, in the transaction of what it tells of. */
    private static Posted post(String name, Function<Language, Letter> letter) {
        UUID partnership = UUID.fromString(asked("select id::text from partnership where slug = '" + SLUG + "'"));
        UUID member = UUID.fromString(asked("select id::text from member where name = '" + name + "'"));
        TransactionTemplate transaction = new TransactionTemplate(whorl.getBean(PlatformTransactionManager.class));
        Letters letters = whorl.getBean(Letters.class);
        return Viewer.house(partnership)
                .doing(() -> Tenancy.within(
                        partnership,
                        () -> Optional.ofNullable(transaction.execute(_ -> letters.post(new To.Member(member), letter)))
                                .orElseThrow()));
    }

    @Test
    void aMeetingMovesInTheirCalendarsAndGoesFromThem() throws Exception {
        POST.member(keeper, SLUG, "huw", "en");
        String uid = UUID.randomUUID() + "@post.example.org";
        Instant summer = Instant.parse("2027-07-05T13:00:00Z");
        Instant winter = Instant.parse("2027-12-06T14:00:00Z");
        Invited first = new Invited(
                uid,
                0,
                summer,
                summer.plusSeconds(5400),
                "Circle: beds, doors; and a very long name that no line of a calendar may hold: Ystrad Mynach â'r Cylch",
                "Tŷ Coch,\nFerndale",
                "~/news",
                false);
        post("huw", _ -> Letter.of("meeting", List.of("The circle"), "~/news").with(first));
        MimeMessage letter = POST.await("huw@people.example.org", 2);
        assertThat(text(letter, "text/plain")).contains("When: 5 July 2027, 14:00 to 15:30 (UK time)");
        Calendar invited = calendar(letter);
        VEvent event = event(invited);
        assertThat(value(invited, "METHOD")).isEqualTo("REQUEST");
        assertThat(value(event, Property.UID)).isEqualTo(uid);
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20270705T140000");
        assertThat(event.getRequiredProperty(Property.DTSTART).toString()).contains("TZID=Europe/London");
        assertThat(value(event, Property.SUMMARY)).isEqualTo(first.title());
        assertThat(value(event, Property.LOCATION)).isEqualTo("Tŷ Coch,\nFerndale");
        assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:" + PostHouse.OURS);
        assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:huw@people.example.org");
        assertThat(PostHouse.parts(letter)).hasSize(4);

        Invited moved = new Invited(uid, 1, winter, winter.plusSeconds(5400), "Circle", "", "~/news", false);
        post(
                "huw",
                _ -> Letter.of("meeting-moved", List.of("The circle"), "~/news").with(moved));
        VEvent later = event(calendar(POST.await("huw@people.example.org", 3)));
        assertThat(value(later, Property.UID)).isEqualTo(uid);
        assertThat(value(later, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(later, Property.DTSTART)).isEqualTo("20271206T140000");

        Invited off = new Invited(uid, 2, winter, winter.plusSeconds(5400), "Circle", "", "~/news", true);
        post(
                "huw",
                _ -> Letter.of("meeting-off", List.of("The circle"), "~/news").with(off));
        Calendar cancelled = calendar(POST.await("huw@people.example.org", 4));
        assertThat(value(cancelled, "METHOD")).isEqualTo("CANCEL");
        assertThat(value(event(cancelled), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(event(cancelled), Property.SEQUENCE)).isEqualTo("2");
    }

    @Test
    void aCirclesMeetingIsPlannedMovedAndCalledOff() throws Exception {
        POST.member(keeper, SLUG, "siwan", "cy");
        Browser.Page circle = keeper.open(HERE + "/circles/new?lang=en")
                .send(Map.of(
                        "name-en", "Doors", "name-cy", "Drysau", "rule", "consent", "level", "team", "hours", "72"));
        String path = circle.url().replaceFirst(".*(/p/[^?]*).*", "$1");
        String member = asked("select id::text from member where name = 'siwan'");
        keeper.post(path + "/seats", Map.of("_csrf", circle.csrf(), "member", member));
        Browser.Page planned = keeper.open(path + "/meetings/new?lang=en")
                .send(Map.of("starts", "2027-07-05T14:00", "minutes", "45", "place", "Tŷ Coch"));
        assertThat(planned.status()).as(planned.body()).isEqualTo(200);
        String at = planned.url().replaceFirst(".*(/p/[^?]*).*", "$1");
        MimeMessage letter = POST.await("siwan@people.example.org", 2);
        assertThat(subject(letter)).isEqualTo("Gwahoddiad: Drysau");
        VEvent event = event(calendar(letter));
        assertThat(value(event, Property.DTSTART)).isEqualTo("20270705T140000");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
        String reminder =
                "select string_agg(due_at::text, ' ') from letter where kind = 'meeting-soon' and about like '%"
                        + at.replaceFirst(".*/", "") + "' and state = 'waiting'";
        assertThat(asked(reminder)).startsWith("2027-07-04 13:00:00");

        String file = new String(keeper.fetch(at + "/calendar.ics?lang=cy"), StandardCharsets.UTF_8);
        Calendar fetched = read(file);
        assertThat(file)
                .as("to be kept, not to be answered")
                .doesNotContain("METHOD")
                .doesNotContain("ATTENDEE");
        assertThat(value(event(fetched), Property.UID)).isEqualTo(value(event, Property.UID));
        assertThat(value(event(fetched), Property.SUMMARY)).isEqualTo("Drysau");

        keeper.open(at + "/change?lang=en")
                .send(Map.of("starts", "2027-07-06T10:30", "minutes", "45", "place", "Tŷ Gwyn"));
        MimeMessage moved = POST.await("siwan@people.example.org", 3);
        assertThat(subject(moved)).isEqualTo("Newid: Drysau");
        VEvent later = event(calendar(moved));
        assertThat(value(later, Property.UID)).isEqualTo(value(event, Property.UID));
        assertThat(value(later, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(later, Property.DTSTART)).isEqualTo("20270706T103000");
        assertThat(asked(reminder)).startsWith("2027-07-05 09:30:00").doesNotContain("07-04");

        Browser.Page page = keeper.open(at + "/change?lang=en");
        keeper.post(at + "/cancel", Map.of("_csrf", page.csrf(), "version", "2"));
        Calendar off = calendar(POST.await("siwan@people.example.org", 4));
        assertThat(value(off, "METHOD")).isEqualTo("CANCEL");
        assertThat(value(event(off), Property.SEQUENCE)).isEqualTo("2");
        assertThat(asked("select count(*)::text from letter where kind = 'meeting-soon' and state = 'waiting'"))
                .isEqualTo("0");
    }

    @Test
    void whoeverGetsNoLettersSubscribesToACalendarThatFollows() throws Exception {
        Browser.Page circle = keeper.open(HERE + "/circles/new?lang=en")
                .send(Map.of(
                        "name-en", "Lanes", "name-cy", "Lonydd", "rule", "consent", "level", "team", "hours", "72"));
        String path = circle.url().replaceFirst(".*(/p/[^?]*).*", "$1");
        Browser.Page given =
                keeper.post(path + "/seats", Map.of("_csrf", circle.csrf(), "name", "Mair", "minutes", "120"));
        Matcher own = Pattern.compile("/d/([0-9A-Za-z]{12,})").matcher(given.body());
        assertThat(own.find()).as(given.body()).isTrue();
        assertThat(given.body()).contains("mailto:?subject=Your%20link%3A%20Lanes&amp;body=Hello");
        String feed = "/d/" + own.group(1) + "/calendar.ics";
        Browser mair = POST.browser();
        assertThat(mair.open("/d/" + own.group(1) + "?lang=cy").body())
                .contains("href=\"webcal://", feed + "?lang=cy\"", "Ei roi yn fy nghalendr");

        Browser.Page planned = keeper.open(path + "/meetings/new?lang=en")
                .send(Map.of("starts", "2027-07-05T14:00", "minutes", "45", "place", "Tŷ Coch"));
        String at = planned.url().replaceFirst(".*(/p/[^?]*).*", "$1");
        Calendar first = read(new String(mair.fetch(feed + "?lang=cy"), StandardCharsets.UTF_8));
        assertThat(value(event(first), Property.SUMMARY)).isEqualTo("Lonydd");
        assertThat(value(event(first), Property.DTSTART)).isEqualTo("20270705T140000");
        assertThat(value(event(first), Property.URL)).endsWith("/d/" + own.group(1));
        keeper.open(at + "/change?lang=en")
                .send(Map.of("starts", "2027-07-06T10:30", "minutes", "45", "place", "Tŷ Gwyn"));
        Calendar later = read(new String(mair.fetch(feed + "?lang=en"), StandardCharsets.UTF_8));
        assertThat(value(event(later), Property.UID)).isEqualTo(value(event(first), Property.UID));
        assertThat(value(event(later), Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(event(later), Property.DTSTART)).isEqualTo("20270706T103000");
        assertThat(event(later).toString()).contains("BEGIN:VALARM", "TRIGGER:-P1D");
        Browser.Page page = keeper.open(at + "/change?lang=en");
        keeper.post(at + "/cancel", Map.of("_csrf", page.csrf(), "version", "2"));
        Calendar off = read(new String(mair.fetch(feed), StandardCharsets.UTF_8));
        assertThat(value(event(off), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(POST.browser().open("/d/0000000000000000/calendar.ics").status())
                .isEqualTo(404);
    }

    private static Calendar calendar(MimeMessage letter) throws Exception {
        String file = text(letter, "text/calendar");
        assertThat(file).isEqualTo(text(letter, "application/ics"));
        return read(file);
    }

    private static Calendar read(String file) throws Exception {
        for (String line : file.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        }
        Calendar calendar = new CalendarBuilder().build(new StringReader(file));
        assertThat(calendar.validate().hasErrors())
                .as(calendar.validate().getEntries().toString())
                .isFalse();
        return calendar;
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponents().stream()
                .filter(VEvent.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static String value(Calendar calendar, String name) {
        return calendar.getPropertyList().getRequired(name).getValue();
    }

    private static String value(VEvent event, String name) {
        return event.getRequiredProperty(name).getValue();
    }

    @Test
    void whileTheServerIsDownLettersWaitAndTheKeeperReadsIt() {
        POST.member(keeper, SLUG, "ifor", "en");
        POST.goDown();
        String what = asksOf("ifor");
        PostHouse.await(
                () -> keeper.open("/house/letters?lang=en").body().contains("The mail server did not answer"),
                "the keeper reads of it");
        POST.comeUp();
        assertThat(text(POST.await("ifor@people.example.org", 1), "text/plain")).contains(what);
        PostHouse.await(
                () -> !keeper.open("/house/letters?lang=en").body().contains("The mail server did not answer"),
                "and that it is over");
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedForEver() throws Exception {
        POST.member(keeper, SLUG, "jac", "en");
        POST.goDown();
        try (ServerSocket refusing = new ServerSocket(POST.smtp, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(refusing));
            asksOf("jac");
            PostHouse.await(
                    () -> keeper.open("/house/letters?lang=en").body().contains("The mail server refused it: 550"),
                    "the keeper reads why");
        }
        POST.comeUp();
        assertThat(keeper.open("/house/letters?lang=en").body()).doesNotContain("jac@");
        assertThat(asked("select count(*)::text from letter where state = 'waiting'"))
                .isEqualTo("0");
        assertThat(POST.browser().open("/house/letters").status()).isEqualTo(403);
    }

    /** A server that knows nobody. */
    private static void refuse(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                out.write("220 refusing\r\n".getBytes(StandardCharsets.US_ASCII));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String answer = line.startsWith("RCPT") ? "550 5.1.1 nobody here" : "250 ok";
                    out.write(((line.startsWith("QUIT") ? "221 bye" : answer) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                }
            } catch (IOException _) {
                // it is closed, or they went
            }
        }
    }

    @Test
    void newsIsGatheredIntoOneLetterOnceAndNotAtAllWhenThereIsNone() {
        Browser lowri = POST.member(keeper, SLUG, "lowri", "cy");
        lowri.open("/account/letters").send(Map.of("address", "lowri@people.example.org", "news", "daily"));
        asksOf("lowri");
        asksOf("lowri");
        POST.settle();
        assertThat(POST.at("lowri@people.example.org"))
                .as("asks are not wanted")
                .hasSize(1);
        String due = "update mailbox set news_due = now() - interval '1 second' where address like 'lowri@%'";
        changed(due);
        MimeMessage letter = POST.await("lowri@people.example.org", 2);
        assertThat(subject(letter)).isEqualTo("Beth ddigwyddodd ers ddoe");
        assertThat(text(letter, "text/plain"))
                .contains("Tŷ'r Gŵyl:")
                .contains("– Mae rhywun yn gofyn i chi am rywbeth.")
                .contains(HERE + "/news")
                .doesNotContain("Carry");
        assertThat(asked("select (news_due > now())::text from mailbox where address like 'lowri@%'"))
                .isEqualTo("true");
        changed(due);
        POST.settle();
        assertThat(POST.at("lowri@people.example.org"))
                .as("nothing new, no letter; the old is not told twice")
                .hasSize(2);
    }

    @Test
    void fewerLettersByOneClickAndWithoutSigningIn() throws Exception {
        POST.member(keeper, SLUG, "mair", "en");
        asksOf("mair");
        MimeMessage letter = POST.await("mair@people.example.org", 2);
        assertThat(header(letter, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        String click = header(letter, "List-Unsubscribe").replaceAll("[<>]", "");
        try (HttpClient program = HttpClient.newHttpClient()) {
            HttpResponse<String> done = program.send(
                    HttpRequest.newBuilder(URI.create(click))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(done.statusCode()).isEqualTo(204);
            assertThat(done.headers().map()).doesNotContainKey("set-cookie");
            HttpResponse<String> guessed = program.send(
                    HttpRequest.newBuilder(
                                    URI.create(click.replaceAll("letters/.*/stop", "letters/0000000000000000/stop")))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(guessed.statusCode()).isEqualTo(404);
        }
        asksOf("mair");
        POST.settle();
        assertThat(POST.at("mair@people.example.org")).hasSize(2);

        Browser anybody = POST.browser();
        Browser.Page page = anybody.open(POST.link(letter, "/letters/[0-9a-z]{16}") + "?lang=en");
        assertThat(page.body())
                .contains("You need not sign in")
                .doesNotContain("mair")
                .doesNotContain("name=\"asks\" type=\"checkbox\" value=\"yes\" checked");
        assertThat(page.send(Map.of("asks", "yes", "news", "never")).body()).contains("Saved.");
        asksOf("mair");
        POST.await("mair@people.example.org", 3);
        Map<String, String> none = new HashMap<>(Map.of("none", "yes", "_csrf", page.csrf()));
        assertThat(anybody.post(page.url(), none).body()).contains("You get no letters now");
        assertThat(anybody.open("/letters/nobodys").status()).isEqualTo(404);
    }

    @Test
    void anAnswerCountsOnceAndOnlyWhenSomebodyWroteIt() {
        POST.member(keeper, SLUG, "nia", "en");
        String what = asksOf("nia");
        MimeMessage letter = POST.await("nia@people.example.org", 2);
        String to = answerTo(letter);
        assertThat(to).matches("whorl\\+[0-9a-z]{16}@post\\.example\\.org");

        POST.send("nia@people.example.org", to, "Auto-Submitted: auto-replied", "Subject: Away", "", "yes");
        POST.send("nia@people.example.org", to, "Subject: Automatic reply: asked", "Message-ID: <a2@x>", "", "yes");
        POST.send("mailer-daemon@people.example.org", to, "Subject: hm", "Message-ID: <a3@x>", "", "yes");
        POST.send("nia@people.example.org", to.replaceAll("\\+.*@", "+0000000000000000@"), "Subject: x", "", "yes");
        POST.send("eve@elsewhere.example.org", to, "Subject: Re", "Message-ID: <a4@x>", "", "yes");
        MimeMessage other = POST.await("nia@people.example.org", 3);
        assertThat(text(other, "text/plain")).contains("another address than the one we wrote to");
        assertThat(POST.at("eve@")).as("strangers are not written to").isEmpty();
        assertThat(state(what)).startsWith("open");

        POST.send("nia@people.example.org", to, "Subject: Re: x", "Message-ID: <b1@x>", "", "Maybe, who knows");
        MimeMessage unclear = POST.await("nia@people.example.org", 4);
        assertThat(subject(unclear)).isEqualTo("Your answer could not be taken");
        assertThat(text(unclear, "text/plain"))
                .contains("Begin your answer with YES or NO")
                .contains(HERE + "/asks");
        POST.send("nia@people.example.org", to, "Subject: Re: x", "Message-ID: <b2@x>", "", "> yes", "", "-- ", "Nia");
        assertThat(text(POST.await("nia@people.example.org", 5), "text/plain")).contains("no new words");

        String[] yes = {
            "Subject: Re: =?UTF-8?Q?gof=C5=B7n?=",
            "Message-ID: <c1@x>",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            "",
            "Yes, after tea. Dŵr?",
            "",
            "On Mon, 5 Jul 2027 at 10:00, post <whorl@post.example.org>",
            "wrote:",
            "",
            "> Write your answer above this line",
            "> " + what,
            ""
        };
        POST.send("nia@people.example.org", to, yes);
        MimeMessage taken = POST.await("nia@people.example.org", 6);
        assertThat(subject(taken)).isEqualTo("Your answer is in");
        assertThat(answerTo(taken)).doesNotContain("+");
        assertThat(state(what)).isEqualTo("yes after tea. Dŵr?");
        POST.send("nia@people.example.org", to, yes);
        POST.settle();
        assertThat(POST.at("nia@people.example.org"))
                .as("the same letter again")
                .hasSize(6);

        POST.send("nia@people.example.org", to, "Subject: Re", "Message-ID: <c2@x>", "", "No");
        assertThat(text(POST.await("nia@people.example.org", 7), "text/plain")).contains("answered already");
        assertThat(state(what)).startsWith("yes");
        changed("update letter set replies_until = now() - interval '1 day' where sort = 'ask'");
        POST.send("nia@people.example.org", to, "Subject: Re", "Message-ID: <c3@x>", "", "No");
        assertThat(text(POST.await("nia@people.example.org", 8), "text/plain")).contains("It came too late");
    }

    @Test
    void aRoundIsAnsweredByReturnAndWhoeverAnsweredIsNotReminded() {
        POST.member(keeper, SLUG, "non", "cy");
        Browser.Page circle = keeper.open(HERE + "/circles/new?lang=en")
                .send(Map.of(
                        "name-en",
                        "Weekends",
                        "name-cy",
                        "Sadyrnau",
                        "rule",
                        "consent",
                        "level",
                        "team",
                        "hours",
                        "72"));
        String path = circle.url().replaceFirst(".*(/p/[^?]*).*", "$1");
        String member = asked("select id::text from member where name = 'non'");
        keeper.post(path + "/seats", Map.of("_csrf", circle.csrf(), "member", member));
        keeper.post(path + "/seats", Map.of("_csrf", circle.csrf(), "name", "Owner"));
        Browser.Page item = keeper.open(path + "/items/new?lang=en")
                .send(Map.of(
                        "question", "Shall Saturday calls go to one number?",
                        "owner", asked("select id::text from sdmi_seat where name = 'Owner'"),
                        "minutes", "20",
                        "purpose", "decide",
                        "proposal", "All Saturday calls go to one number from May",
                        "wanted", "Nobody rings three times",
                        "reason", "Families told us",
                        "affected", "Families and the weekend team"));
        String at = item.url().replaceFirst(".*(/p/[^?]*).*", "$1");
        keeper.post(at, Map.of("_csrf", item.csrf(), "do", "open", "kind", "clarify"));
        MimeMessage letter = POST.await("non@people.example.org", 2);
        assertThat(subject(letter)).isEqualTo("Sadyrnau: eich tro chi i gael eich clywed");
        assertThat(text(letter, "text/plain"))
                .contains("Shall Saturday calls go to one number?")
                .contains("Beth hoffech chi ei ofyn amdano?")
                .contains("Ysgrifennwch eich ateb uwchben y llinell hon")
                .contains("Gallwch ateb tan ");
        String waits = "select count(*)::text from letter where kind = 'round-half' and state = 'waiting'";
        assertThat(asked(waits)).isEqualTo("1");
        POST.send(
                "non@people.example.org",
                answerTo(letter),
                "Subject: Ateb",
                "Message-ID: <f1@x>",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                "Pwy sy'n ateb y ffôn gyda'r nos?");
        assertThat(subject(POST.await("non@people.example.org", 3))).isEqualTo("Mae eich ateb wedi cyrraedd");
        assertThat(asked("select words from sdmi_reply")).isEqualTo("Pwy sy'n ateb y ffôn gyda'r nos?");
        assertThat(asked(waits)).as("nobody is reminded of what they did").isEqualTo("0");

        // A letter asks about the words of its own round, also where they are not the first, and says what silence
        // means.
        ends(at, keeper.post(at, Map.of("_csrf", item.csrf(), "do", "open", "kind", "react")));
        assertThat(text(POST.await("non@people.example.org", 4), "text/plain"))
                .contains("Cynigir: All Saturday calls go to one number from May");
        Map<String, String> other =
                new HashMap<>(Map.of("_csrf", item.csrf(), "do", "adjust", "seen", "1", "trial", "2031-08-31"));
        other.putAll(Map.of("proposal", "Only Ferndale calls go to one number", "why", "To begin in one place"));
        assertThat(keeper.post(at, other).status()).isEqualTo(200);
        keeper.post(at, Map.of("_csrf", item.csrf(), "do", "open", "kind", "object"));
        assertThat(text(POST.await("non@people.example.org", 5), "text/plain"))
                .contains("A welwch chi niwed ynddo?")
                .contains("Cynigir: Only Ferndale calls go to one number")
                .contains("Prawf, tan 31 Awst 2031")
                .contains("Pam mae'r geiriau'n newydd: To begin in one place")
                .contains("cyn i'r rownd ddod i ben")
                .doesNotContain("from May");
        assertThat(asked("select parts::text from letter where kind = 'round-half' and state = 'waiting'"))
                .contains("Only Ferndale calls go to one number")
                .contains("Nid oes rhaid i chi ddweud dim.");
        keeper.post(at, Map.of("_csrf", item.csrf(), "do", "touch", "money", "yes"));
        assertThat(asked("select parts::text from letter where kind = 'round-half' and state = 'waiting'"))
                .as("what silence means is said anew")
                .contains("Yma rhaid clywed pawb.")
                .doesNotContain("Nid oes rhaid i chi ddweud dim.");
        ends(at, keeper.open(at + "?lang=en"));
        assertThat(asked(waits)).isEqualTo("0");
    }

    private static void ends(String item, Browser.Page page) {
        String round = StoryHouse.found(page.body(), "name=\"round\" value=\"([0-9a-f-]{36})\"");
        keeper.post(item, Map.of("_csrf", page.csrf(), "do", "close", "round", round, "why", "All have been heard"));
    }

    @Test
    void whateverIsSentIsReadWithoutHarm() {
        POST.member(keeper, SLUG, "olwen", "en");
        String what = asksOf("olwen");
        MimeMessage letter = POST.await("olwen@people.example.org", 2);
        String to = answerTo(letter);
        String from = "olwen@people.example.org";
        String deep = "<div>".repeat(20_000) + "yes";
        POST.send(from, to, "Subject: big", "Message-ID: <d1@x>", "", "yes " + "x".repeat(300_000));
        assertThat(text(POST.await(from, 3), "text/plain")).contains("It was too long");
        POST.send(
                from,
                to,
                "Subject: odd",
                "Message-ID: <d2@x>",
                "Content-Type: text/plain; charset=no-such",
                "",
                "perhaps");
        POST.await(from, 4);
        POST.send(
                from,
                to,
                "Subject: deep",
                "Message-ID: <d3@x>",
                "Content-Type: text/html",
                "",
                "<style>yes</style><script>alert('yes')</script><blockquote>yes</blockquote>"
                        + deep.replace("yes", ""));
        assertThat(text(POST.await(from, 5), "text/plain")).containsAnyOf("no new words", "It was too long");
        POST.send(
                from,
                to,
                "Subject: parts",
                "Message-ID: <d4@x>",
                "Content-Type: multipart/mixed; boundary=x",
                "",
                "--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n".repeat(100));
        POST.send(
                from,
                to,
                "Subject: calendar",
                "Message-ID: <d5@x>",
                "Content-Type: text/calendar; method=REPLY; charset=utf-8",
                "",
                "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR");
        POST.settle();
        assertThat(state(what)).startsWith("open");
        int before = POST.at(from).size();
        POST.send(
                from,
                "whorl@post.example.org",
                "Subject: Re",
                "Message-ID: <d6@x>",
                "In-Reply-To: " + header(letter, "Message-ID"),
                "Content-Type: text/html; charset=utf-8",
                "",
                "<html><body><p>Yes &ndash; gladly<br>Olwen</p><div class=\"gmail_quote\">No</div></body></html>");
        POST.await(from, before + 1);
        assertThat(state(what)).isEqualTo("yes gladly\nOlwen");
    }

    @Test
    void aLetterThatComesBackIsTold() {
        POST.member(keeper, SLUG, "rhys", "en");
        asksOf("rhys");
        String to = answerTo(POST.await("rhys@people.example.org", 2));
        POST.send(
                "mailer-daemon@people.example.org",
                to,
                "Message-ID: <e1@x>",
                "Subject: Undelivered",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
                "",
                "--x",
                "Content-Type: text/plain",
                "",
                "yes",
                "--x",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; x",
                "",
                "Final-Recipient: rfc822; rhys@people.example.org",
                "Action: failed",
                "Status: 5.1.1",
                "--x--");
        PostHouse.await(
                () -> keeper.open("/house/letters?lang=en").body().contains("It came back: 5.1.1"),
                "the keeper reads it");
    }

    @Test
    void addressesAreForTheStoreOfLettersAlone() {
        POST.member(keeper, SLUG, "sali", "en");
        TransactionTemplate transaction = new TransactionTemplate(whorl.getBean(PlatformTransactionManager.class));
        Integer seen = Tenancy.acrossAll(() -> transaction.execute(
                _ -> org.springframework.jdbc.core.simple.JdbcClient.create(whorl.getBean(javax.sql.DataSource.class))
                        .sql("select (select count(*) from mailbox)::int + (select count(*) from letter)::int")
                        .query(Integer.class)
                        .single()));
        assertThat(seen).isZero();
    }

    @Test
    void whereNoMailIsSetUpThePageSaysSo() {
        Browser other = Running.keeper();
        assertThat(other.open("/account/letters?lang=en").body())
                .contains("This Whorl sends no email")
                .doesNotContain("name=\"address\"");
        assertThat(other.open("/house/letters?lang=en").body()).contains("no mail server is set up");
        assertThat(other.open("/account?lang=en").body()).contains("href=\"/account/letters\"");
    }
}
