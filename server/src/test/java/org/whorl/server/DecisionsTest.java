package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.whorl.server.decisions.ReviewDays;
import org.whorl.server.platform.Tenancy;

/** A decision, from what is wanted instead to looking at it again, through the front door. */
class DecisionsTest {

    private static final String HERE = "/p/deciding";
    private static final String DECISIONS = HERE + "/decisions";

    private static final String MODEL = """
            whorl: 1
            name: {en: Ward and care, cy: Ward a gofal}
            time: {start: 2026-04-01, days: 365, warm-up: 0}
            money: {price-year: 2024/25}
            partners:
              health: {name: {en: Health board, cy: Bwrdd iechyd}, kind: health}
              council: {name: {en: Council, cy: Cyngor}, kind: council}
            arrivals:
              ready: {to: ward, rate: 4}
            services:
              ward: {name: {en: Ward, cy: Ward}, partner: health, capacity: 60, length-of-stay: {exponential: {mean: 8}}, routes: {care: 1}, cost: {per-place-day: 300}}
              care: {name: {en: Care at home, cy: Gofal gartref}, partner: council, capacity: 84, length-of-stay: {exponential: {mean: 20}}, routes: {home: 1}, cost: {per-place-day: 50}}
            agreements:
              pools:
                winter:
                  name: {en: Winter pool, cy: Cronfa’r gaeaf}
                  services: [care]
                  shares: {health: 0.5, council: 0.5}
                  puts: {health: 100000, council: 50000}
            opening: {ward: {in-place: 32}, care: {in-place: 80}}
            measures:
              delayed: {name: {en: Delayed on the ward, cy: Oedi ar y ward}, count: blocked, in: ward, crisis: 10}
            """;

    private static final Browser KEEPER = Running.keeper();
    private static final Browser MACSEN = Running.browser();
    private static final Browser OLWEN = Running.browser();
    private static final Browser RHYS = Running.browser();
    private static final Browser SIAN = Running.browser();
    private static final Browser DAI = Running.browser();

    @BeforeAll
    static void aPartnership() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Deciding", "name-cy", "Penderfynu", "place-en", "Here", "place-cy", "Yma"));
        join(MACSEN, "member", "Macsen");
        join(OLWEN, "observer", "Olwen");
        join(RHYS, "regulator", "Rhys");
        join(DAI, "member", "Dai");
        KEEPER.open(HERE + "/partners/new")
                .send(Map.of("name-en", "Ward Trust", "name-cy", "Ymddiriedolaeth y Ward", "kind", "health"));
        join(
                SIAN,
                "member",
                "Sian",
                Map.of("partner", KEEPER.open(HERE + "/people/invite").option("Ward Trust")));
    }

    private static void join(Browser who, String role, String name) {
        join(who, role, name, Map.of());
    }

    private static void join(Browser who, String role, String name, Map<String, String> more) {
        Map<String, String> invited = new HashMap<>(more);
        invited.put("role", role);
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(KEEPER.open(HERE + "/people/invite").send(invited).body());
        assertThat(link.find()).isTrue();
        String email = name.toLowerCase(Locale.ROOT) + "@deciding.example.org";
        who.open(link.group()).send(Map.of("name", name, "email", email, "password", Running.PASSWORD));
        who.signIn(email, Running.PASSWORD);
        who.open("/?lang=en");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    /** Begins one; its page. */
    private static String begun(String question) {
        Browser.Page page = MACSEN.open(DECISIONS + "/new?lang=en")
                .send(Map.of("question", question, "wanted", "Nobody waits in hospital for care at home"));
        assertThat(page.body()).contains("The decision has begun", "Before a board can be given it");
        return DECISIONS + "/" + page.id();
    }

    private static Browser.Page write(String page, String part, Map<String, String> values) {
        return MACSEN.open(page + "/edit/" + part).send(values);
    }

    private static void writeWhat(String page, String question) {
        write(
                page,
                "what",
                Map.of(
                        "question",
                        question,
                        "wanted",
                        "Nobody waits in hospital for care at home",
                        "decided",
                        "Ten more places of care at home for twelve weeks",
                        "rejected",
                        "Open a ward: no staff for it\nWait: winter comes first",
                        "rule",
                        "consent",
                        "level",
                        "partnership",
                        "fixed",
                        "Assessment duties stay: Social Services and Well-being (Wales) Act 2014",
                        "took-part",
                        "84"));
    }

    private static void writeRisk(String page) {
        write(
                page,
                "risk",
                Map.of(
                        "risk-acting",
                        "Rounds fall through when staff are ill",
                        "risk-not-acting",
                        "People lose strength on the ward",
                        "reversible",
                        "yes",
                        "safety-net",
                        "go back to the old rounds within a week"));
    }

    private static void writeWays(String page) {
        Map<String, String> ways = new HashMap<>(Map.of("horizon", "15"));
        for (String way : List.of("long-term", "prevention", "integration", "collaboration", "involvement")) {
            ways.put(way, "One sentence on " + way);
            ways.put(way + "-evidence", "What " + way + " rests on");
        }
        write(page, "ways", ways);
    }

    private static void writeCare(String page, String owner, LocalDate review) {
        Browser.Page form = MACSEN.open(page + "/edit/care");
        form.send(Map.of(
                "owner",
                form.option(owner),
                "review-on",
                review.toString(),
                "mode",
                "improvement",
                "domains-safe",
                "yes",
                "domains-equitable",
                "yes"));
    }

    /** A whole one that is not made yet. */
    private static String whole(String question) {
        String page = begun(question);
        writeWhat(page, question);
        writeRisk(page);
        writeWays(page);
        writeCare(page, "Macsen", today().plusMonths(3));
        return page;
    }

    private static Browser.Page make(String page) {
        Browser.Page form = MACSEN.open(page);
        return MACSEN.post(
                page + "/make", Map.of("_csrf", form.csrf(), "version", version(form), "made-on", today().toString()));
    }

    private static String version(Browser.Page page) {
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page.body());
        assertThat(version.find()).as(page.body()).isTrue();
        return version.group(1);
    }

    @Test
    void nothingBeginsWithoutWhatIsWantedInstead() {
        Browser.Page refused = MACSEN.open(DECISIONS + "/new?lang=en")
                .send(Map.of("question", "Do we close the clinic?", "wanted", "  "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Say what you want instead").doesNotContain("Done");
        assertThat(MACSEN.open(DECISIONS).body()).doesNotContain("Do we close the clinic?");
        assertThat(OLWEN.open(DECISIONS + "/new").status()).isEqualTo(403);
        assertThat(MACSEN.open(DECISIONS + "/new?item=00000000-0000-4000-8000-000000000000")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void noBoardIsGivenOneWithTheFiveWaysEmpty() {
        String page = begun("Panel empty");
        writeWhat(page, "Panel empty");
        writeRisk(page);
        writeCare(page, "Macsen", today().plusMonths(3));
        Browser.Page now = MACSEN.open(page);
        assertThat(now.body())
                .contains("Long term: write one sentence", "Involvement: say who was involved")
                .doesNotContain("Say what the risk is if you do not act");
        Map<String, String> sent = Map.of("_csrf", now.csrf(), "version", version(now));
        Browser.Page packed = MACSEN.post(page + "/packs", sent);
        assertThat(packed.status()).isEqualTo(422);
        assertThat(packed.body()).contains("Something is still missing").doesNotContain("Pack 1");
        Browser.Page made = MACSEN.post(page + "/make", sent);
        assertThat(made.status()).isEqualTo(422);
        assertThat(made.body()).contains("Something is still missing");
        // Nine years are no long term.
        assertThat(write(page, "ways", Map.of("horizon", "9")).status()).isEqualTo(422);
        writeWays(page);
        assertThat(MACSEN.open(page).body()).doesNotContain("id=\"missing\"");
        assertThat(MACSEN.post(page + "/packs", sent).body()).contains("Pack 1");
        assertThat(OLWEN.open(page).status()).as("not made yet").isEqualTo(404);
    }

    @Test
    void notActingIsAChoiceWithARisk() {
        String page = begun("Not acting");
        writeWhat(page, "Not acting");
        writeWays(page);
        writeCare(page, "Macsen", today().plusMonths(3));
        write(page, "risk", Map.of("risk-acting", "Some", "reversible", "no", "safety-net", "say so"));
        assertThat(MACSEN.open(page).body()).contains("Say what the risk is if you do not act");
        Browser.Page now = MACSEN.open(page);
        assertThat(MACSEN.post(page + "/make", Map.of("_csrf", now.csrf(), "version", version(now)))
                        .status())
                .isEqualTo(422);
        assertThat(write(page, "what", Map.of("question", "Not acting", "wanted", "w", "rejected", "Only a name"))
                        .body())
                .contains("Say after a colon why each option was turned down");
    }

    @Test
    void twoWhoWriteTheSamePartLoseNothing() {
        String page = begun("Two at once");
        Browser.Page mine = MACSEN.open(page + "/edit/risk");
        Browser.Page theirs = KEEPER.open(page + "/edit/risk?lang=en");
        theirs.send(Map.of("risk-acting", "Theirs", "risk-not-acting", "Not acting, theirs", "reversible", "yes"));
        Browser.Page conflict =
                mine.send(Map.of("risk-acting", "Mine", "reversible", "", "safety-net", "a net of mine"));
        assertThat(conflict.status()).isEqualTo(422);
        assertThat(conflict.body())
                .contains("saved before you", "Theirs", "Mine", "Not acting, theirs", "a net of mine");
        Browser.Page care = KEEPER.open(page + "/edit/care?lang=en");
        Browser.Page ticks = MACSEN.open(page + "/edit/care");
        ticks.send(Map.of("domains-timely", "yes"));
        Browser.Page merged = care.send(Map.of("mode", "control"));
        assertThat(merged.status()).isEqualTo(422);
        assertThat(merged.body()).containsPattern("id=\"domains-timely\"[^>]*checked");
    }

    @Test
    void itIsMadeReadSignedAndSeenOtherwise() {
        String page = whole("Ten more places");
        Browser.Page made = make(page);
        assertThat(made.body())
                .contains("It is decided", "Decided on", "Consent", "People lose strength on the ward")
                .contains("Open a ward", "no staff for it")
                .contains("Safe, Equitable");
        assertThat(MACSEN.open(page + "/edit/risk").status())
                .as("it changes no more")
                .isEqualTo(404);
        // Those who look on read it, without names; the regulator fetches the pack and says something back.
        assertThat(OLWEN.open(DECISIONS).body()).contains("Ten more places");
        assertThat(OLWEN.open(page).body())
                .contains("People lose strength on the ward")
                .doesNotContain("Macsen");
        assertThat(OLWEN.open(page + "/packs/1").status()).isEqualTo(403);
        assertThat(RHYS.open(page + "/packs/1").status()).isEqualTo(200);
        assertThat(RHYS.open(page + "/people").status()).isEqualTo(403);
        Browser.Page back = RHYS.open(page + "/reply").send(Map.of("words", "Tell us in spring what came of it"));
        assertThat(back.body()).contains("Whoever sees to it is told").doesNotContain("Tell us in spring");
        assertThat(MACSEN.open(page).body()).contains("Tell us in spring what came of it", "Rhys");
        assertThat(MACSEN.open(HERE + "/news").body()).contains("said something back on a decision of yours");
        assertThat(Running.browser().open(page).status()).isIn(403, 404);

        Browser.Page dissent = MACSEN.open(page + "/dissent").send(Map.of("words", "Weekends are too thin"));
        assertThat(dissent.body()).contains("Weekends are too thin").doesNotContain("Macsen, ");

        // One signatory, and those who took part.
        assertThat(MACSEN.open(page).body()).contains("0 signatures of organisations", "84 people who took part");
        Browser.Page people = KEEPER.open(page + "/people?lang=en");
        Browser.Page asked = KEEPER.post(
                page + "/signatories", Map.of("_csrf", people.csrf(), "signatory", people.option("Sian, Ward Trust")));
        assertThat(asked.body()).contains("They are asked to sign", "Ward Trust", "not signed yet");
        assertThat(MACSEN.post(page + "/sign", Map.of("_csrf", MACSEN.open(page).csrf(), "version", "1"))
                        .body())
                .contains("It was not signed");
        Browser.Page toSign = SIAN.open(page);
        assertThat(toSign.body()).contains("Sign for Ward Trust");
        Browser.Page signed = SIAN.post(
                page + "/sign",
                Map.of("_csrf", toSign.csrf(), "version", version(toSign), "words", "Until March at first"));
        assertThat(signed.body())
                .contains("You have signed", "1 signature of an organisation", "84 people who took part")
                .contains("Until March at first");
        assertThat(OLWEN.open(page).body())
                .contains("1 signature of an organisation")
                .doesNotContain("Sian");
    }

    @Test
    void itsDayOfReviewFiresByItselfAndOnce() {
        String page = whole("Fires once");
        writeCare(page, "Macsen", today().plusDays(40));
        make(page);
        assertThat(due(page)).isZero();
        ReviewDays days = Running.bean(ReviewDays.class);
        days.look(today().plusDays(39));
        assertThat(due(page)).isZero();
        days.look(today().plusDays(40));
        assertThat(due(page)).isEqualTo(1);
        MACSEN.post(
                HERE + "/news/read", Map.of("_csrf", MACSEN.open(HERE + "/news").csrf()));
        days.look(today().plusDays(41));
        assertThat(due(page)).as("told once").isEqualTo(1);
        Browser.Page review = MACSEN.open(page + "/review");
        Browser.Page refused = review.send(Map.of("learnt", "It works", "outcome", "keep"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose a day after today");
        Browser.Page kept = refused.send(Map.of(
                "learnt",
                "It works, but not on Sundays",
                "outcome",
                "keep",
                "next",
                today().plusDays(80).toString()));
        assertThat(kept.body()).contains("It works, but not on Sundays");
        days.look(today().plusDays(80));
        assertThat(due(page)).as("the next day fires too").isEqualTo(2);
    }

    /** How often Macsen was told to look at it again. */
    private static long due(String page) {
        return told("review-due", page + "/review").size();
    }

    /** Who was told that of a page, once for each time. */
    private static List<String> told(String what, String page) {
        return Tenancy.acrossAll(() -> {
            List<String> told = new TransactionTemplate(Running.bean(PlatformTransactionManager.class))
                    .execute(_ -> JdbcClient.create(Running.bean(DataSource.class))
                            .sql("""
                                    select m.name from notice n
                                    join member m on m.partnership = n.partnership and m.id = n.member
                                    where n.kind = ? and n.path = ? order by m.name""")
                            .params(what, page.substring(HERE.length()))
                            .query(String.class)
                            .list());
            return told == null ? List.of() : told;
        });
    }

    private static Browser.Page askSian(String page) {
        Browser.Page people = KEEPER.open(page + "/people?lang=en");
        return KEEPER.post(
                page + "/signatories", Map.of("_csrf", people.csrf(), "signatory", people.option("Sian, Ward Trust")));
    }

    private static Browser.Page sign(String page) {
        Browser.Page toSign = SIAN.open(page + "?lang=en");
        return SIAN.post(page + "/sign", Map.of("_csrf", toSign.csrf(), "version", version(toSign)));
    }

    private static void readNews(Browser who) {
        who.post(HERE + "/news/read", Map.of("_csrf", who.open(HERE + "/news").csrf()));
    }

    @Test
    void nobodyMakesWhatOthersSignedTheirOwn() {
        String page = whole("Whose is it");
        Browser.Page early = DAI.open(page + "/edit/care?lang=en");
        assertThat(early.status()).as("while it is prepared everybody writes").isEqualTo(200);
        Browser.Page made = make(page);
        askSian(page);
        sign(page);
        // Dai has the form still open from before, or types its address.
        assertThat(DAI.open(page + "?lang=en").body())
                .doesNotContain(page + "/edit/care", "Open it again")
                .contains("Who sees to it, those who sign it and the facilitators can change this part");
        assertThat(DAI.open(page + "/people").body()).doesNotContain("/edit/care");
        assertThat(DAI.open(page + "/edit/care").status()).isEqualTo(403);
        Map<String, String> mine = Map.of(
                "version",
                version(SIAN.open(page + "/edit/care")),
                "owner",
                early.option("Dai"),
                "review-on",
                today().plusMonths(9).toString());
        assertThat(early.send(mine).status()).isEqualTo(403);
        Map<String, String> undo = Map.of(
                "_csrf",
                DAI.open(page + "/reply").csrf(),
                "kind",
                "decision",
                "id",
                made.id(),
                "version",
                mine.get("version"));
        assertThat(DAI.post(HERE + "/undo", undo).status())
                .as("nor is it undone behind their backs")
                .isEqualTo(403);
        assertThat(OLWEN.open(page + "?lang=en").body()).contains("Decided on", "1 signature of an organisation");
        assertThat(told("care-changed", page)).isEmpty();

        // Whoever signs it gives it to somebody else, and moves the day: the owner before is told, and the one after.
        Browser.Page care = SIAN.open(page + "/edit/care?lang=en");
        Browser.Page kept = care.send(Map.of(
                "owner", care.option("Dai"), "review-on", today().plusMonths(4).toString()));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(told("care-changed", page)).containsExactly("Macsen");
        assertThat(told("given", page)).containsExactly("Dai");
        assertThat(MACSEN.open(page + "/edit/care").status())
                .as("no longer his")
                .isEqualTo(403);
        // Now it is Dai's: those who sign are told when he moves the day.
        assertThat(DAI.open(page + "/edit/care")
                        .send(Map.of("review-on", today().plusMonths(5).toString(), "owner", early.option("Dai")))
                        .status())
                .isEqualTo(200);
        assertThat(told("care-changed", page)).containsExactly("Macsen", "Sian");
        assertThat(SIAN.open(HERE + "/news?lang=en").body()).contains("who sees to it, or the day to look at it again");
    }

    @Test
    void openAgainItIsStillTheirsWhoSignedIt() {
        String page = whole("Still theirs");
        make(page);
        askSian(page);
        sign(page);
        // The day moves when it is looked at: not everybody moves it, and whoever signed it is told.
        assertThat(DAI.open(page + "/review?lang=en").body())
                .contains("Who sees to it, who helps, those who sign it and the facilitators say what came of it")
                .doesNotContain("name=\"learnt\"");
        Map<String, String> late = Map.of(
                "_csrf",
                DAI.open(page + "/reply").csrf(),
                "version",
                version(SIAN.open(page + "/edit/care")),
                "learnt",
                "Let us wait",
                "outcome",
                "keep",
                "next",
                today().plusYears(9).toString());
        assertThat(DAI.post(page + "/review", late).status()).isEqualTo(403);
        assertThat(told("care-changed", page)).isEmpty();
        assertThat(MACSEN.open(page + "/review")
                        .send(Map.of(
                                "learnt",
                                "Too early to say",
                                "outcome",
                                "keep",
                                "next",
                                today().plusMonths(7).toString()))
                        .status())
                .isEqualTo(200);
        assertThat(told("care-changed", page)).containsExactly("Sian");

        // Open again, it is written anew by those whose it is, not by whoever comes first.
        Browser.Page theirs = MACSEN.open(page + "?lang=en");
        MACSEN.post(
                page + "/open", Map.of("_csrf", theirs.csrf(), "version", version(theirs), "why", "It costs too much"));
        assertThat(DAI.open(page + "?lang=en").body())
                .contains("is open again to be decided anew")
                .doesNotContain(page + "/edit/", page + "/make", page + "/set-aside", page + "/evidence\"");
        assertThat(DAI.open(page + "?lang=cy").body()).contains("mae ar agor eto i’w benderfynu o’r newydd");
        assertThat(DAI.open(page + "/edit/what").status()).isEqualTo(403);
        assertThat(DAI.open(page + "/people").body()).doesNotContain("id=\"help\"");
        assertThat(DAI.open(page + "/evidence?lang=en").body()).contains("is open again to be decided anew");
        Map<String, String> mine = Map.of(
                "_csrf",
                DAI.open(page + "/dissent").csrf(),
                "version",
                version(SIAN.open(page + "/edit/care")),
                "made-on",
                today().toString());
        assertThat(DAI.post(page + "/make", mine).status()).isEqualTo(403);
        assertThat(DAI.post(page + "/set-aside", mine).status()).isEqualTo(403);
        assertThat(SIAN.open(page + "/edit/what").status()).isEqualTo(200);
        assertThat(make(page).body()).contains("Sian, not signed yet");
    }

    @Test
    void theyAreAskedToSignWhenThereIsSomethingToSign() {
        String page = whole("Asked in time");
        assertThat(askSian(page).body()).contains("They are asked to sign once it is decided");
        assertThat(told("to-sign", page)).as("nothing to sign yet").isEmpty();
        assertThat(SIAN.open(HERE + "?lang=en").body()).doesNotContain("Asked in time");
        make(page);
        assertThat(told("to-sign", page)).containsExactly("Sian");
        assertThat(SIAN.open(HERE + "?lang=en").body())
                .containsPattern("(?s)id=\"waiting\".*" + page + "\".*Asked in time.*Waits for your signature");
        assertThat(DAI.open(HERE + "?lang=en").body()).doesNotContain("Asked in time");
        assertThat(sign(page).body()).contains("Sian signed, ");
        assertThat(SIAN.open(HERE + "?lang=en").body()).doesNotContain("Asked in time");

        // Open again, what was signed is what was decided before.
        readNews(SIAN);
        Browser.Page now = MACSEN.open(page + "?lang=en");
        MACSEN.post(
                page + "/open",
                Map.of("_csrf", now.csrf(), "version", version(now), "why", "The money has gone elsewhere"));
        assertThat(MACSEN.open(page + "?lang=en").body())
                .contains("Sian signed what was decided before", "1 signature on what was decided before")
                .contains("0 signatures of organisations");
        assertThat(MACSEN.open(page + "?lang=cy").body()).contains("Llofnododd Sian yr hyn a benderfynwyd o’r blaen");
        assertThat(MACSEN.open(page + "/people?lang=en").body()).contains("signed what was decided before");
        assertThat(SIAN.open(HERE + "?lang=en").body()).doesNotContain("Asked in time");
        assertThat(told("to-sign", page)).hasSize(1);

        // Decided again, it is signed again.
        assertThat(make(page).body())
                .contains("Sian, not signed yet", "0 signatures of organisations")
                .doesNotContain("what was decided before");
        assertThat(told("to-sign", page)).containsExactly("Sian", "Sian");
        assertThat(SIAN.open(HERE + "?lang=cy").body()).contains("Asked in time", "Yn aros am eich llofnod");
        SIAN.open(HERE + "?lang=en");
        String after = whole("Asked afterwards");
        make(after);
        assertThat(askSian(after).body()).contains("They are asked to sign.");
        assertThat(told("to-sign", after)).containsExactly("Sian");
    }

    @Test
    void theYearsReportOnQualityDraftsItself() {
        String page = whole("Safer nights");
        Browser.Page care = MACSEN.open(page + "/edit/care?lang=en");
        care.send(Map.of(
                "owner",
                care.option("Macsen"),
                "review-on",
                today().plusMonths(3).toString(),
                "mode",
                "control",
                "domains-safe",
                "yes"));
        String quality = HERE + "/quality?lang=en";
        assertThat(OLWEN.open(quality).body()).as("not decided yet").doesNotContain("Safer nights");
        make(page);
        String untold = whole("What kind");
        Browser.Page blank = MACSEN.open(untold + "/edit/care?lang=en");
        blank.send(Map.of(
                "owner", blank.option("Macsen"),
                "review-on", today().plusMonths(3).toString(),
                "mode", ""));
        make(untold);
        String draft = OLWEN.open(quality).body();
        assertThat(section(draft, "control")).contains("Safer nights", "Decided on", "Safe.");
        assertThat(section(draft, "planning")).contains("Nothing was decided");
        assertThat(section(draft, "untold")).contains("What kind").doesNotContain("Safer nights");
        assertThat(draft).containsPattern("(?s)<dt>Safe</dt>\\s*<dd>\\s*<a [^>]*>Safer nights");
        MACSEN.open(page + "/review")
                .send(Map.of(
                        "learnt",
                        "Nights are calm",
                        "outcome",
                        "keep",
                        "next",
                        today().plusMonths(7).toString()));
        assertThat(section(MACSEN.open(quality).body(), "control")).contains("Looked at again on");
        assertThat(MACSEN.open(HERE + "/quality?lang=cy&from=2001").body())
                .contains("Ansawdd, Ebrill 2001 hyd Fawrth 2002")
                .doesNotContain("Safer nights");
        assertThat(MACSEN.open(DECISIONS + "/year?lang=en").body()).contains("Draft of the report on quality");
    }

    @Test
    void whatNobodySeesToStandsFirstAndCanBeHandedBack() {
        String page = whole("Give it up");
        make(page);
        String map = HERE + "/responsibilities";
        Browser.Page mine = MACSEN.open(map + "?lang=en");
        String subject = page.replaceFirst(".*/", "");
        assertThat(section(mine.body(), "mine")).contains("Give it up", "not accepted yet");
        Map<String, String> sent = new HashMap<>(Map.of("_csrf", mine.csrf(), "kind", "decision", "subject", subject));
        assertThat(MACSEN.post(map + "/accept", sent).body()).contains("You see to it.");
        assertThat(MACSEN.post(map + "/hand-back", sent).status()).isEqualTo(422);
        sent.put("why", "I leave in March");
        assertThat(KEEPER.post(
                                map + "/hand-back",
                                with(sent, "_csrf", KEEPER.open(map).csrf()))
                        .body())
                .contains("It is no longer yours");
        Browser.Page back = MACSEN.post(map + "/hand-back", sent);
        assertThat(section(back.body(), "nobodys")).contains("Give it up", "I leave in March");
        assertThat(KEEPER.open(HERE + "/news?lang=en").body()).contains("Somebody has handed back what they saw to");
        assertThat(DAI.open(HERE + "/news?lang=en").body()).doesNotContain("Somebody has handed back");
        assertThat(section(back.body(), "mine")).doesNotContain("Give it up");
        assertThat(OLWEN.open(map + "?lang=en").body()).contains("Give it up").doesNotContain("Macsen");
        assertThat(OLWEN.post(
                                map + "/accept",
                                with(sent, "_csrf", OLWEN.open("/account").csrf()))
                        .status())
                .isEqualTo(403);
        // Somebody else is named, and is told.
        writeCare(page, "Keeper", today().plusMonths(3));
        assertThat(section(MACSEN.open(map).body(), "nobodys")).doesNotContain("Give it up");
        assertThat(section(KEEPER.open(map + "?lang=en").body(), "mine")).contains("Give it up");
    }

    private static Map<String, String> with(Map<String, String> all, String key, String value) {
        Map<String, String> more = new HashMap<>(all);
        more.put(key, value);
        return more;
    }

    private static String section(String body, String id) {
        Matcher section =
                Pattern.compile("(?s)<section id=\"" + id + "\">.*?</section>").matcher(body);
        assertThat(section.find()).as(id).isTrue();
        return section.group();
    }

    @Test
    void theModelIsRunAgainFromThePackToTheSameBytes() throws IOException, InterruptedException {
        KEEPER.upload(HERE + "/picture/new", "model.yaml", MODEL.getBytes(StandardCharsets.UTF_8));
        Browser.Page kept = KEEPER.open(HERE + "/shifts/new?lang=en")
                .send(Map.of("name", "More care", "service0", "care", "places0", "10"));
        String shift = HERE + "/shifts/" + kept.id();
        KEEPER.post(shift + "/check", Map.of("_csrf", kept.csrf()));
        for (int i = 0; i < 900 && !KEEPER.open(shift).body().contains("id=\"twice\""); i++) {
            Thread.sleep(100);
        }
        String page = whole("Run it again");
        Browser.Page money = MACSEN.open(page + "/edit/money");
        Browser.Page with =
                money.send(Map.of("shift", money.option("More care"), "terms", "Half and half up to £20,000"));
        assertThat(with.body()).contains("Care at home: 10 more places", "Council", "Half and half up to £20,000");
        Browser.Page rests = MACSEN.open(page + "/evidence");
        assertThat(rests.send(Map.of("model", rests.option("Ward and care, version 1")))
                        .body())
                .contains("Ward and care, version 1");
        assertThat(MACSEN.open(page + "/edit/impact").body())
                .contains("Unpaid carers", "cannot tell what this does by fifth of deprivation");
        assertThat(make(page).body()).contains("It is decided");
        // What the proposal becomes afterwards changes nothing in the pack.
        byte[] pack = MACSEN.fetch(page + "/packs/1");
        KEEPER.open(shift + "/edit").send(Map.of("name", "More care", "service0", "care", "places0", "2"));
        assertThat(MACSEN.fetch(page + "/packs/1")).isEqualTo(pack);

        Path folder = unpacked(pack);
        assertThat(folder.resolve("decision.en.html")).content().contains("Run it again", "Half and half");
        // It is the pack of what is decided, in the version the list of packs names.
        String listed = MACSEN.open(page + "/board?lang=en").body();
        Matcher version = Pattern.compile("Version (\\d+) of this decision").matcher(listed);
        assertThat(version.find()).as(listed).isTrue();
        assertThat(folder.resolve("decision.en.html"))
                .content()
                .contains("Decided on", "Version " + version.group(1) + " of this decision")
                .doesNotContain("Being prepared");
        assertThat(MACSEN.open(page + "/board?lang=en").body())
                .contains("version " + version.group(1) + " of the decision");
        assertThat(folder.resolve("decision.cy.html")).content().contains("Os aiff o’i le");
        for (String line : Files.readAllLines(folder.resolve("SHA256SUMS"))) {
            assertThat(sha256(folder.resolve(line.substring(66)))).isEqualTo(line.substring(0, 64));
        }
        List<String> commands = Files.readAllLines(folder.resolve("README.md")).stream()
                .filter(line -> line.startsWith("    whorl "))
                .distinct()
                .toList();
        assertThat(commands).hasSize(3).anyMatch(line -> line.contains("whorl run more-care-v1 --scenario shift"));
        for (String line : commands) {
            Matcher sides = Pattern.compile("whorl (.*) \\| cmp - (.*)").matcher(line.strip());
            assertThat(sides.matches()).as(line).isTrue();
            assertThat(typed(folder, sides.group(1)))
                    .as(line)
                    .isEqualTo(Files.readAllBytes(folder.resolve(sides.group(2))));
        }
        // For the annual report: the pool's movements, from the books of what the proposal is now.
        Browser.Page year = MACSEN.open(DECISIONS + "/year?lang=en");
        assertThat(year.body()).contains("Run it again", "Pooled fund: Winter pool");
        String csv = new String(MACSEN.fetch(DECISIONS + "/year.csv"), StandardCharsets.UTF_8);
        assertThat(csv).contains("\"pool\",\"Winter pool\"").startsWith("\"decision\"");
    }

    private static Path unpacked(byte[] pack) throws IOException {
        Path folder = Files.createTempDirectory("board-pack");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName().replaceFirst("^[^/]+/", ""));
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        return folder;
    }

    /** What the command line prints, in a process of its own. */
    private static byte[] typed(Path folder, String line) throws IOException, InterruptedException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path,
                "org.whorl.cli.Whorl"));
        command.addAll(Pattern.compile(" ").splitAsStream(line).toList());
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        byte[] printed = process.getInputStream().readAllBytes();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("errors.txt")))
                .isZero();
        return printed;
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
