package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Course;
import org.whorl.server.platform.PartnershipCopy;
import org.whorl.server.platform.Tenancy;

/** Somebody who finds it hard to ask writes to one person they trust; nobody else ever sees it. */
class ConfidedTest {

    private static final String HERE = "/p/confiding";
    private static final Pattern CODE = Pattern.compile("<code id=\"code\">([0-9a-z-]+)</code>");
    private static final Browser KEEPER = Running.keeper();
    private static final Browser NIA = Running.browser();
    private static final Browser OWEN = Running.browser();
    private static final Browser MEMBER = Running.browser();
    private static String link = "";

    @BeforeAll
    static void aPartnershipWithTwoToWhomOneMayCome() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of(
                        "name-en",
                        "Confiding",
                        "name-cy",
                        "Ymddiried",
                        "place-en",
                        "Ferndale",
                        "place-cy",
                        "Glynrhedynog"));
        Browser.Page form = KEEPER.open(HERE + "/spirals/new");
        form.send(Map.of("question", "Who eats alone?", "population", "All", "place", form.option("Ferndale")));
        join(NIA, "story-carer", "Nia");
        join(OWEN, "facilitator", "Owen");
        join(MEMBER, "member", "Macsen");
        assertThat(MEMBER.open(HERE + "/help").body()).contains("Nobody has said yet that one may come to them");
        assertThat(NIA.open(HERE + "/help/trusted").send(Map.of()).body()).contains("Write one sentence");
        NIA.open(HERE + "/help/trusted").send(Map.of("sentence", "I was a carer myself", "outside", "yes"));
        OWEN.open(HERE + "/help/trusted").send(Map.of("sentence", "I drive a van"));
        Matcher address = Pattern.compile("<code>https?://[^/]+(/t/[0-9a-z]{12})</code>")
                .matcher(KEEPER.open(HERE + "/telling").send(Map.of()).body());
        assertThat(address.find()).isTrue();
        link = address.group(1);
    }

    private static void join(Browser who, String role, String name) {
        Matcher invitation = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(KEEPER.open(HERE + "/people/invite")
                        .send(Map.of("role", role))
                        .body());
        assertThat(invitation.find()).isTrue();
        String email = name.toLowerCase(java.util.Locale.ROOT) + "@confiding.example.org";
        Doors.join(who, invitation.group(), name, email);
        who.signIn(email, Running.PASSWORD);
        who.open("/?lang=en");
    }

    private static String send(Browser who, String path, String to, String words) {
        Browser.Page form = who.open(path);
        String whom = to.equals("any") ? "any" : whom(form, to);
        Browser.Page sent = form.send(Map.of("whom", whom, "words", words));
        Matcher code = CODE.matcher(sent.body());
        assertThat(code.find()).as(sent.body()).isTrue();
        return code.group(1);
    }

    private static String whom(Browser.Page form, String name) {
        Matcher radio = Pattern.compile("value=\"([0-9a-f-]{36})\"[^>]*>\\s*<label[^>]*>" + name + ":")
                .matcher(form.body());
        assertThat(radio.find()).as(form.body()).isTrue();
        return radio.group(1);
    }

    @Test
    void onlyTheOneWhoWasChosenEverSeesIt() throws Exception {
        String words = "Xylander has not eaten since Friday";
        String code = send(MEMBER, HERE + "/help", "Nia", words);
        assertThat(NIA.open(HERE + "/help/heard").body()).contains(words, "Answer by");
        assertThat(NIA.open(HERE + "/news").body()).contains("Somebody wrote to you in private.");

        for (Browser other : List.of(KEEPER, OWEN, MEMBER, Running.browser())) {
            for (String path : List.of(
                    "",
                    "/asks",
                    "/asks/new",
                    "/people",
                    "/record",
                    "/news",
                    "/search?q=xylander",
                    "/stories",
                    "/help",
                    "/help/heard",
                    "/help/trusted",
                    "/offers",
                    "/assets",
                    "/jobs",
                    "/care")) {
                assertThat(other.open(HERE + path).body()).as(path).doesNotContain("Xylander");
            }
        }
        Program program = Program.of(KEEPER, "confiding", "administrator");
        for (String path : List.of("", "/search?q=xylander", "/stories", "/services", "/news", "/spirals")) {
            assertThat(program.get(path).text()).as(path).doesNotContain("Xylander");
        }
        assertThat(copy()).isNotEmpty().noneMatch(each -> each.contains("Xylander"));
        assertThat(KEEPER.open(HERE + "/record").body())
                .as("the record knows that somebody asked, and not who")
                .contains("asked for help in private");
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        assertThat(in(() -> jdbc.sql("select count(*) from confided")
                        .query(Integer.class)
                        .single()))
                .as("a forgotten condition finds nothing")
                .isZero();
        assertThat(in(() -> jdbc.sql("select actor from record where action = 'confide'")
                        .query(String.class)
                        .list()))
                .isNotEmpty()
                .allMatch("guest"::equals);
        assertThat(in(() -> jdbc.sql("update confided set words = 'changed'").update()))
                .isZero();

        Browser asker = Running.browser();
        assertThat(asker.open("/t/help?lang=en").send(Map.of("code", code)).body())
                .contains(words, "Nia answers by");
        assertThat(asker.open("/t/help")
                        .send(Map.of("code", "aaaa-aaaa-aaaa-aaaa"))
                        .status())
                .isEqualTo(422);
        Browser.Page mine = asker.open("/t/help/" + code);
        assertThat(asker.post("/t/help/" + code + "/withdraw", Map.of("_csrf", mine.csrf()))
                        .body())
                .contains("It is gone.");
        assertThat(NIA.open(HERE + "/help/heard").body()).doesNotContain(words);
        assertThat(asker.open("/t/help/" + code).status()).isEqualTo(404);
    }

    @Test
    void itBecomesAnAskOnlyIfWhoAskedSaysSo() {
        String code = send(MEMBER, HERE + "/help", "Owen", "I cannot lift my mother any more");
        Matcher heard = heard("I cannot lift my mother");
        String at = HERE + "/help/heard/" + heard.group(1);
        String csrf = OWEN.open(HERE + "/help/heard").csrf();
        assertThat(NIA.post(
                                at + "/answer",
                                Map.of("_csrf", NIA.open(HERE).csrf(), "version", "1", "answer", "Not for me!"))
                        .body())
                .as("not hers to answer")
                .contains("It has changed since you opened the page");
        assertThat(OWEN.post(at + "/answer", Map.of("_csrf", csrf, "version", "1", "answer", "Hm"))
                        .status())
                .isEqualTo(422);
        OWEN.post(at + "/answer", Map.of("_csrf", csrf, "version", "1", "answer", "Shall I come on Tuesday?"));
        assertThat(OWEN.post(at + "/ask", ask(csrf, "2")).body()).contains("It has changed since");
        String offered = "Who can show a carer how to lift safely?";
        OWEN.post(at + "/offer", Map.of("_csrf", csrf, "version", "2", "ask", offered));
        assertThat(OWEN.post(at + "/ask", ask(csrf, "3")).body())
                .as("not before they agree")
                .contains("It has changed since");
        assertThat(KEEPER.open(HERE + "/asks").body()).doesNotContain(offered);

        Browser asker = Running.browser();
        Browser.Page mine = asker.open("/t/help/" + code + "?lang=en");
        assertThat(mine.body()).contains("Shall I come on Tuesday?", offered, "May it be asked in these words?");
        assertThat(asker.post(
                                "/t/help/" + code + "/agree",
                                Map.of("_csrf", mine.csrf(), "version", "3", "answer", "yes"))
                        .body())
                .contains("It will be asked in these words");
        Browser.Page asked = OWEN.post(at + "/ask", ask(csrf, "4"));
        assertThat(asked.body()).contains("It is asked.", offered, "Who could help with this?");
        assertThat(KEEPER.open(HERE + "/asks").body()).contains(offered).doesNotContain("lift my mother");
        assertThat(OWEN.post(at + "/ask", ask(csrf, "5")).body()).as("once").contains("It has changed since");
    }

    private static Map<String, String> ask(String csrf, String version) {
        Matcher spiral = Pattern.compile("spiral=([0-9a-f-]{36})")
                .matcher(KEEPER.open(HERE + "/asks").body());
        assertThat(spiral.find()).isTrue();
        return Map.of("_csrf", csrf, "version", version, "kind", "skill", "minutes", "30", "spiral", spiral.group(1));
    }

    private static Matcher heard(String words) {
        Matcher heard = Pattern.compile("(?s)id=\"heard-([0-9a-f-]{36})\"(?:(?!id=\"heard-).)*" + words)
                .matcher(OWEN.open(HERE + "/help/heard").body());
        assertThat(heard.find()).isTrue();
        return heard;
    }

    @Test
    void withoutAnAccountOneSeesThoseWhoAgreedToThatAndMayMoveOn() {
        Browser stranger = Running.browser();
        Browser.Page form = stranger.open(link + "/help?lang=en");
        assertThat(form.body()).contains("Nia: I was a carer myself").doesNotContain("I drive a van");
        assertThat(form.send(Map.of("whom", whom(form, "Nia"))).body())
                .contains("Write a few words, or how to ring you");
        assertThat(form.send(Map.of("words", "Help")).body()).contains("Choose whom you write to");
        String code = send(stranger, link + "/help", "Nia", "Nobody comes by at all");
        assertThat(NIA.open(HERE + "/help/heard").body()).contains("Nobody comes by at all");
        assertThat(stranger.open("/t/help/" + code).body()).contains("Nobody else sees it");
        // Who is chosen by “any” is one person, and two letters go to two people.
        String first = send(MEMBER, HERE + "/help", "any", "First of two letters");
        String second = send(MEMBER, HERE + "/help", "any", "Second of two letters");
        assertThat(first).isNotEqualTo(second);
        String nia = NIA.open(HERE + "/help/heard").body();
        String owen = OWEN.open(HERE + "/help/heard").body();
        for (String letter : List.of("First of two letters", "Second of two letters")) {
            assertThat(nia.contains(letter) ^ owen.contains(letter)).as(letter).isTrue();
        }
        Browser.Page own = stranger.open("/t/help/" + first);
        boolean atOwen = owen.contains("First of two letters");
        if (atOwen) {
            stranger.post("/t/help/" + first + "/move", Map.of("_csrf", own.csrf(), "whom", own.option("Nia")));
            assertThat(OWEN.open(HERE + "/help/heard").body()).doesNotContain("First of two letters");
        }
        assertThat(NIA.open(HERE + "/help/heard").body()).contains("First of two letters");
    }

    @Test
    void noStatementElsewhereSaysForWhomItIs() throws IOException {
        Path main = Path.of(System.getProperty("whorl.root", ".."), "server", "src", "main", "java");
        try (Stream<Path> files = Files.walk(main)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> goesRound(file.getFileName().toString(), read(file))))
                    .isEmpty();
        }
        assertThat(goesRound("PatternStore.java", "select words from confided where id = ?"))
                .isTrue();
        assertThat(goesRound("PatternStore.java", "select set_config('whorl.confidant', 'everybody', true)"))
                .isTrue();
    }

    private static boolean goesRound(String file, String source) {
        boolean ours = file.equals("ConfidedStore.java");
        return !ours
                && (Pattern.compile("(?i)\\b(from|join|into|update|table)\\s+confided\\b")
                                .matcher(source)
                                .find()
                        || (source.contains("whorl.confidant") && !file.equals("WholeStore.java")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** All that an administrator can take away, file by file. */
    private static List<String> copy() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        Running.bean(PartnershipCopy.class).write(partnership(), zip, Course.SILENT);
        List<String> files = new java.util.ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.add(entry.getName() + "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files)
                .anyMatch(file -> file.startsWith("trusted.csv"))
                .noneMatch(file -> file.startsWith("confided"));
        return files;
    }

    private static UUID partnership() {
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        return Tenancy.acrossAll(
                () -> transaction.execute(_ -> jdbc.sql("select id from partnership where slug = 'confiding'")
                        .query(UUID.class)
                        .single()));
    }

    private static <T> T in(java.util.function.Supplier<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        return Tenancy.within(partnership(), () -> transaction.execute(_ -> work.get()));
    }
}
