package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.platform.WholeStore;

/** Story care: what is held nobody hears, what the teller agrees to those hear whom they chose, and what is withdrawn is gone. */
class CareTest {

    private static final String SLUG = "cared";
    private static final String HERE = "/p/" + SLUG;
    private static final Browser KEEPER = Running.keeper();
    private static final Browser SIAN = Running.browser();
    private static final Browser DEV = Running.browser();
    private static String link = "";

    @BeforeAll
    static void aPartnershipWithACarerAndAMember() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of(
                        "name-en", "Cared", "name-cy", "Gofalus", "place-en", "Ferndale", "place-cy", "Glynrhedynog"));
        Matcher address = Pattern.compile("<code>https?://[^/]+(/t/[0-9a-z]{12})</code>")
                .matcher(KEEPER.open(HERE + "/telling").send(Map.of()).body());
        assertThat(address.find()).isTrue();
        link = address.group(1);
        join(SIAN, "story-carer", "Sian", "sian-of-care@example.org");
        join(DEV, "member", "Dev", "dev-of-care@example.org");
    }

    private static void join(Browser browser, String role, String name, String email) {
        Matcher invitation = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(KEEPER.open(HERE + "/people/invite")
                        .send(Map.of("role", role))
                        .body());
        assertThat(invitation.find()).isTrue();
        Doors.join(browser, invitation.group(), name, email);
        browser.signIn(email, Running.PASSWORD);
    }

    private static void isThere() {
        Browser.Page care = SIAN.open(HERE + "/care");
        assertThat(care.status()).isEqualTo(200);
        SIAN.post(
                HERE + "/care/there",
                Map.of(
                        "_csrf",
                        care.csrf(),
                        "trained",
                        LocalDate.now(ZoneOffset.UTC).minusMonths(3).toString(),
                        "today",
                        "yes"));
    }

    /** The one with that word, once Sian has begun to read it. */
    private static Browser.Page read(String word) {
        isThere();
        Browser.Page care = SIAN.open(HERE + "/care");
        String path = HERE + "/care/" + id(word) + "/read";
        assertThat(care.body()).contains("action=\"" + path + "\"").doesNotContain(word);
        return SIAN.post(path, Map.of("_csrf", care.csrf()));
    }

    private static String id(String word) {
        return asked("select id::text from contribution where words like '%" + word + "%'", "yes", String.class);
    }

    /** Tells it, has it read and cared for without concern, and offers the text; the code. */
    private static String offered(Telling telling, String word, String text) {
        String code = telling.tell(Running.browser(), link);
        Browser.Page one = read(word);
        Browser.Page decided = one.send(Map.of("outcome", "no-concern"));
        assertThat(decided.body()).contains("Make the text that others may hear");
        Browser.Page words = SIAN.open(HERE + "/care/" + decided.id() + "/words");
        Browser.Page edit = words.send(Map.of());
        Browser.Page offered = SIAN.post(
                HERE + "/care/" + decided.id() + "/offer",
                with(Telling.hidden(edit), Map.of("words", text, "strength", "", "neighbour", "no")));
        assertThat(offered.body()).contains("finds the text on their page");
        return code;
    }

    private static Browser.Page agree(String code) {
        Browser teller = Running.browser();
        Browser.Page own = teller.open("/t/mine/" + code);
        return teller.post("/t/mine/" + code + "/text", with(Telling.hidden(own), Map.of("right", "yes")));
    }

    @Test
    void whatDisclosesNeglectNoRouteSearchExportOrProgramEverShows() throws IOException {
        String word = "gorwedd" + System.nanoTime();
        String code = Telling.story("He has no food and lies there, " + word)
                .with("strength", "His sister " + word)
                .with("contact", "0300 " + word)
                .with("for-public", "yes")
                .with("for-partnership", "yes")
                .with("photo-on-1", "His plate, " + word)
                .attaching("recording", Snapshot.webm(word))
                .attaching("photo-1", Snapshot.jpeg(40, 20))
                .tell(Running.browser(), link);
        Browser.Page care = SIAN.open(HERE + "/care");
        assertThat(care.body())
                .contains("May be hard to read")
                .contains("nobody has read it")
                .doesNotContain(word);
        assertThat(SIAN.open(HERE + "/care/" + id(word)).status())
                .as("before reading")
                .isEqualTo(404);
        Browser.Page one = read(word);
        assertThat(one.body()).contains(word).contains("0300 " + word);
        assertThat(SIAN.open(HERE + "/care/" + one.id() + "/voice").body()).contains(word);
        assertThat(SIAN.open(HERE + "/care/" + one.id() + "/photo/1").headers().get("content-type"))
                .containsExactly("image/jpeg");
        assertThat(DEV.open(HERE + "/care").status()).isEqualTo(403);
        assertThat(KEEPER.open(HERE + "/care").status()).isEqualTo(403);
        assertThat(DEV.open("/p/" + SLUG + "/care/" + one.id()).status()).isEqualTo(403);
        Browser.Page again = one.send(Map.of("outcome", "report", "to", "The council", "when", "2026-01-01T10:00"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Write the reference you were given");
        one.send(Map.of("outcome", "report", "to", "The council", "reference", "SG-1", "when", "2026-01-01T10:00"));
        Browser.Page kept = SIAN.open(HERE + "/care/" + one.id());
        assertThat(kept.body()).contains("To The council, reference SG-1").contains("a report was made");
        assertThat(SIAN.open(HERE + "/care/" + one.id() + "/words").status())
                .as("nothing is made of it")
                .isEqualTo(404);
        nowhere(word, one.id());
        assertThat(KEEPER.open(HERE + "/record").body())
                .contains("cared for a story")
                .contains("report");
        assertThat(Running.browser().open("/t/mine/" + code).body()).contains("did something so that somebody is safe");
    }

    @Test
    void whatTheTellerAgreesToThoseHearWhomTheyChose() {
        String word = "Eirlysia" + System.nanoTime();
        String edited = "A neighbour " + word.toLowerCase(java.util.Locale.ROOT);
        String code = offered(
                Telling.story("My neighbour " + word + " in Ferndale").with("for-partnership", "yes"), word, edited);
        assertThat(DEV.open(HERE + "/stories").body())
                .as("the teller has not agreed")
                .doesNotContain(edited);
        assertThat(agree(code).body()).contains("Those whom you chose may hear it");
        Browser.Page heard = DEV.open(HERE + "/stories");
        assertThat(heard.body()).contains(edited).doesNotContain(word);
        assertThat(DEV.open(HERE + "/search?q=" + edited.split(" ")[2]).body()).contains("/stories/");
        assertThat(Program.of(DEV, SLUG, "member")
                        .get("/search?q=" + edited.split(" ")[2])
                        .text())
                .contains(edited.split(" ")[2]);
        String id = id(word);
        KEEPER.open(HERE + "/stories/" + id).send(Map.of("stage", "tried", "words", "A phone call on the day"));
        Browser teller = Running.browser();
        Browser.Page own = teller.open("/t/mine/" + code);
        assertThat(own.body()).contains("A phone call on the day").contains(word);
        // They take the partnership away: at once nobody hears it.
        teller.post("/t/mine/" + code + "/hearers", Map.of("_csrf", own.csrf()));
        assertThat(DEV.open(HERE + "/stories").body()).doesNotContain(edited);
        assertThat(DEV.open(HERE + "/stories/" + id).status()).isEqualTo(404);
        teller.post("/t/mine/" + code + "/hearers", Map.of("_csrf", own.csrf(), "for-partnership", "yes"));
        assertThat(DEV.open(HERE + "/stories").body()).contains(edited);
    }

    @Test
    void whatIsForEverybodyCoolsOffFirst() {
        String word = "caffi" + System.nanoTime();
        String code = offered(Telling.story("Words " + word).with("for-public", "yes"), word, "The " + word);
        agree(code);
        assertThat(DEV.open(HERE + "/stories").body()).doesNotContain(word);
        within("""
                with cooled as (update released set wide_from = current_date where words like '%%%s' returning 1)
                select count(*) from cooled""".formatted(word));
        assertThat(DEV.open(HERE + "/stories").body()).contains(word);
    }

    @Test
    void whatIsWithdrawnIsGoneAndOnlyCounted() throws IOException {
        String word = "tynnu" + System.nanoTime();
        String code = offered(
                Telling.story("Words of " + word)
                        .with("contact", word + "@example.org")
                        .with("for-partnership", "yes"),
                word,
                "Edited " + word);
        agree(code);
        String id = id(word);
        assertThat(export().values().stream().anyMatch(file -> file.contains(word)))
                .as("released, it is taken away with the rest")
                .isTrue();
        int before = withdrawn();
        Browser.Page sure = Running.browser().open("/t/mine/" + code + "/withdraw");
        assertThat(sure.send(Map.of()).body()).contains("It is gone");
        assertThat(withdrawn()).isEqualTo(before + 1);
        assertThat(KEEPER.open(HERE + "/jobs").body())
                .as("the copy that was made before is no longer kept here")
                .doesNotContain("/file\"");
        nowhere(word, id);
        assertThat(Running.browser().open("/t/mine/" + code).status()).isEqualTo(404);
        for (String table : List.of(
                "contribution",
                "consent",
                "teller_contact",
                "released",
                "care_outcome",
                "contribution_use",
                "earlier")) {
            assertThat(inCare("select count(*) from " + table + " t where t::text like '%" + word + "%'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void thanksGoToThePersonTheSameDayAndToNobodyElse() {
        String word = "diolch" + System.nanoTime();
        Telling.story("She found him a bed, " + word)
                .with("kind", "thanks")
                .with("about", "Dev at the brokerage")
                .tell(Running.browser(), link);
        assertThat(DEV.open(HERE + "/thanks").body()).doesNotContain(word);
        Browser.Page one = read(word);
        Browser.Page decided = one.send(Map.of("outcome", "no-concern"));
        Map<String, String> give = new HashMap<>(Map.of("_csrf", decided.csrf()));
        give.put("version", last(decided.body(), "name=\"version\" value=\"(\\d+)\"", "a version"));
        give.put("member", decided.option("Dev"));
        assertThat(SIAN.post(HERE + "/care/" + decided.id() + "/give", give).body())
                .contains("have been given");
        assertThat(DEV.open(HERE + "/news").body())
                .contains("Somebody thanks you.")
                .doesNotContain(word);
        assertThat(DEV.open(HERE + "/thanks").body()).contains(word);
        assertThat(KEEPER.open(HERE + "/thanks").body()).doesNotContain(word);
        assertThat(KEEPER.open(HERE + "/stories").body()).doesNotContain(word);
    }

    @Test
    void anAllegationIsPutAsideAndAQuestionIsAnswered() {
        Telling.story("Nurse Prydderch takes her money")
                .with("for-partnership", "yes")
                .tell(Running.browser(), link);
        Browser.Page one = read("Prydderch");
        one.send(Map.of("outcome", "quarantine", "note", "The health board's process"));
        assertThat(SIAN.open(HERE + "/care").body()).contains("it says something against somebody");
        assertThat(SIAN.open(HERE + "/care/" + one.id() + "/words").status()).isEqualTo(404);

        Browser teller = Running.browser();
        String code = Telling.story("It happened again").tell(teller, link);
        Browser.Page asked = read("It happened again");
        asked.send(Map.of("outcome", "contact", "note", "Is he safe today?"));
        Browser.Page own = teller.open("/t/mine/" + code);
        assertThat(own.body()).contains("Is he safe today?");
        teller.post("/t/mine/" + code + "/answer", Map.of("_csrf", own.csrf(), "reply", "Yes, he is with me"));
        assertThat(SIAN.open(HERE + "/care/" + asked.id()).body()).contains("Yes, he is with me");
    }

    @Test
    void whatCouldGiveSomebodyAwayIsSuggestedAndAPersonDecides() {
        Telling.story("My son Gethin rang 01443 555123 on 3 March about 943 476 5919.")
                .with("for-team", "yes")
                .tell(Running.browser(), link);
        Browser.Page decided = read("943 476 5919").send(Map.of("outcome", "no-concern"));
        Browser.Page words = SIAN.open(HERE + "/care/" + decided.id() + "/words");
        assertThat(words.body())
                .contains("Take out: Gethin")
                .contains("Take out: 01443 555123")
                .contains("Take out: 3 March")
                .contains("Take out: 943 476 5919");
        String take = "take-"
                + last(words.body(), "name=\"take-(words-\\d+)\"[^>]*>\\s*<label[^>]*>Take out: Gethin", "Gethin");
        Browser.Page text = words.send(with(Telling.hidden(words), with(puts(words), Map.of(take, "yes"))));
        assertThat(text.body()).contains("My son [somebody] rang 01443 555123");
        Map<String, String> unanswered = with(Telling.hidden(text), Map.of("words", "My son rang"));
        Browser.Page refused = SIAN.post(HERE + "/care/" + decided.id() + "/offer", unanswered);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Answer if a neighbour could know who this is");
    }

    /** The rule may tell who it was, so it is edited with the rest and does not go out beside it. */
    @Test
    void whatABarrierIsAboutIsPartOfTheTextThatIsEdited() {
        String word = "rheol" + System.nanoTime();
        Telling.story("It takes weeks, " + word)
                .with("kind", "barrier")
                .with("about", "The form on Eirlys's ward")
                .with("for-partnership", "yes")
                .tell(Running.browser(), link);
        Browser.Page decided = read(word).send(Map.of("outcome", "no-concern"));
        Browser.Page words = SIAN.open(HERE + "/care/" + decided.id() + "/words");
        assertThat(words.send(Telling.hidden(words)).body())
                .containsPattern("(?s)<textarea[^>]*name=\"words\"[^>]*>The form on Eirlys.*It takes weeks");
    }

    @Test
    void aBackupHoldsWhatIsHeldAndTheNextAfterWithdrawalDoesNot() throws IOException, SQLException {
        String word = "wrthgefn" + System.nanoTime();
        String code = Telling.story(word).tell(Running.browser(), link);
        assertThat(backup()).contains(word);
        Running.browser().open("/t/mine/" + code + "/withdraw").send(Map.of());
        assertThat(backup()).doesNotContain(word);
    }

    private static String backup() throws IOException, SQLException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Running.bean(WholeStore.class).backup(file);
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            while (in.getNextEntry() != null) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void formulasAndScriptStayWords() throws IOException {
        String evil = "<script>alert(1)</script>\"'=HYPERLINK(1)";
        String formula = "=1+1<script>x</script>";
        String code = offered(
                Telling.story(evil)
                        .with("strength", evil)
                        .with("name-choice", "mine")
                        .with("name", "=cmd|' /C calc'!A0")
                        .with("contact", evil)
                        .with("for-partnership", "yes"),
                "alert(1)",
                formula);
        agree(code);
        for (Browser.Page page : List.of(
                Running.browser().open("/t/mine/" + code),
                DEV.open(HERE + "/stories"),
                DEV.open(HERE + "/search?q=script"))) {
            assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("<script>x");
        }
        String sheet = export().get("released_contribution.csv");
        assertThat(sheet).contains("'=1+1").contains("'=cmd").doesNotContainPattern("(?m)(^|,)\"?=");
    }

    @Test
    void thePostgreSqlTablesAreEmptyToWhoeverDoesNotCare() {
        Telling.story("Held")
                .with("photo-on-1", "A gate")
                .attaching("recording", Snapshot.webm("Held"))
                .attaching("photo-1", Snapshot.jpeg(40, 20))
                .tell(Running.browser(), link);
        assertThat(inCare("select count(*) from contribution")).isPositive();
        assertThat(inCare("select count(*) from recording")).isPositive();
        assertThat(inCare("select count(*) from photograph")).isPositive();
        for (String table : List.of(
                "contribution",
                "consent",
                "teller_contact",
                "care_reading",
                "care_outcome",
                "contribution_use",
                "recording",
                "photograph")) {
            assertThat(within("select count(*) from " + table)).as(table).isZero();
        }
    }

    @Test
    void theClockIsTheSameInBothLanguagesAndReadingIsCounted() {
        isThere();
        Browser.Page care = SIAN.open(HERE + "/care");
        assertThat(care.body())
                .contains("The same clock runs for both languages")
                .contains("Welsh: cannot tell yet");
        Browser welsh = Running.browser();
        welsh.open(link + "?lang=cy");
        Telling.story("Stori Gymraeg").tell(welsh, link);
        read("Stori Gymraeg");
        assertThat(SIAN.open(HERE + "/care").body()).containsPattern("(?s)Sian.*?Yes.*?numeric\">\\d+<");
    }

    /** Opens every page there is as everybody there is, and looks for the word. */
    private static void nowhere(String word, String id) throws IOException {
        Set<String> paths = new TreeSet<>();
        Running.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(route -> !route.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(route -> route.getPatternValues().stream())
                .forEach(pattern -> paths.add(pattern.replace("{slug}", SLUG)
                        .replace("{number}", "1")
                        .replaceAll("\\{[^{}]*(\\{[^}]*}[^{}]*)?}", id)));
        assertThat(paths).hasSizeGreaterThan(80);
        for (Browser who : List.of(KEEPER, DEV, Running.browser())) {
            for (String path : paths) {
                Browser.Page page = who.open(path);
                assertThat(page.body()).as(path).doesNotContain(word);
                assertThat(page.headers().getOrDefault("content-type", List.of()))
                        .as(path)
                        .noneMatch(type -> type.startsWith("audio/") || type.equals("image/jpeg"));
            }
        }
        for (Browser who : List.of(KEEPER, DEV, SIAN)) {
            assertThat(who.open(HERE + "/search?q=" + word).body()).contains("Nothing found for " + word);
        }
        Program program = Program.of(KEEPER, SLUG, "administrator", "facilitator", "member");
        for (String path : paths) {
            if (path.startsWith("/api/v1/p/" + SLUG)) {
                assertThat(program.get(path.substring(("/api/v1/p/" + SLUG).length()))
                                .text())
                        .as(path)
                        .doesNotContain(word);
            }
        }
        assertThat(program.get("/search?q=" + word).at("/total")).isEqualTo("0");
        export().forEach((name, file) -> assertThat(file).as(name).doesNotContain(word));
    }

    private static Map<String, String> export() throws IOException {
        Browser.Page page = KEEPER.post(
                HERE + "/jobs", Map.of("_csrf", KEEPER.open(HERE + "/jobs").csrf(), "kind", "copy"));
        for (int i = 0; !page.body().contains("/file\""); i++) {
            assertThat(i).as(page.body()).isLessThan(200);
            LockSupport.parkNanos(100_000_000);
            page = KEEPER.open(page.url().replaceFirst("^https?://[^/]+", ""));
        }
        Map<String, String> files = new HashMap<>();
        byte[] zip = KEEPER.fetch(page.url() + "/file", Map.of("_csrf", page.csrf()));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files)
                .containsKey("released_contribution.csv")
                .doesNotContainKeys("contribution.csv", "released.csv");
        return files;
    }

    private static int withdrawn() {
        return Integer.parseInt(
                last(SIAN.open(HERE + "/care").body(), "id=\"withdrawn\">(\\d+)", "how many were taken back"));
    }

    private static long within(String statement) {
        return asked(statement, "", Long.class);
    }

    private static long inCare(String statement) {
        return asked(statement, "yes", Long.class);
    }

    /** Asks the database itself, as a feature would that cares for stories or does not. */
    private static <T> T asked(String statement, String cares, Class<T> type) {
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        UUID here = Objects.requireNonNull(
                Tenancy.acrossAll(() -> transaction.execute(_ -> jdbc.sql("select id from partnership where slug = ?")
                        .param(SLUG)
                        .query(UUID.class)
                        .single())));
        return Objects.requireNonNull(Tenancy.within(
                here,
                () -> transaction.execute(_ -> {
                    jdbc.sql("select set_config('whorl.story_care', ?, true)")
                            .param(cares)
                            .query(String.class)
                            .single();
                    return jdbc.sql(statement).query(type).single();
                })));
    }

    private static Map<String, String> puts(Browser.Page page) {
        Map<String, String> puts = new HashMap<>();
        Pattern.compile("name=\"(put-[a-z]+-\\d+)\" value=\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .forEach(found -> puts.put(found.group(1), found.group(2)));
        return puts;
    }

    private static String last(String body, String pattern, String what) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        String found = "";
        while (matcher.find()) {
            found = matcher.group(1);
        }
        assertThat(found).as(what).isNotEmpty();
        return found;
    }

    private static Map<String, String> with(Map<String, String> values, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(more);
        return all;
    }
}
