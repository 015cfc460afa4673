package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where it goes well: worth asking, never a rank, and the low side for the team's own members alone. */
class BrightSpotsTest {

    private static final String HERE = "/p/bright";
    private static final String SPOTS = HERE + "/patterns/bright-spots";
    private static final Browser KEEPER = Running.keeper();
    private static final Browser MEMBER = Running.browser();

    /** Method 2.6: ten teams in one period. */
    private static final int[] NUMERATORS = {30, 45, 22, 60, 80, 35, 50, 90, 41, 28};

    private static final int[] DENOMINATORS = {100, 120, 80, 150, 160, 110, 125, 170, 100, 90};

    @BeforeAll
    static void aPartnership() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Bright", "name-cy", "Disglair", "place-en", "Here", "place-cy", "Yma"));
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(KEEPER.open(HERE + "/people/invite")
                        .send(Map.of("role", "member"))
                        .body());
        assertThat(link.find()).isTrue();
        Doors.join(MEMBER, link.group(), "Megan", "megan@bright.example.org");
        MEMBER.signIn("megan@bright.example.org", Running.PASSWORD);
        MEMBER.open("/?lang=en");
    }

    private static Browser.Page bring(String name, String figures) {
        Map<String, String> put = new HashMap<>(Map.of(
                "name", name, "better", "more", "source", "Ward records", "on", "2026-09-30", "figures", figures));
        put.put("_csrf", KEEPER.open(SPOTS + "/new").csrf());
        return KEEPER.attach(SPOTS + "/new", put, Map.of("files", new byte[0]));
    }

    /** Twelve teams, much alike but one that is far better and one that is far worse, in as many periods. */
    private static String teams(boolean twice) {
        StringBuilder csv = new StringBuilder("unit,period,numerator,denominator,case-mix\n");
        for (String period : twice ? new String[] {"2026-Q2", "2026-Q3"} : new String[] {"2026-Q3"}) {
            for (int i = 0; i < 12; i++) {
                csv.append("Team %c,%s,%d,400,3\n".formatted('A' + i, period, 200 + (i % 5 - 2) * 14));
            }
            csv.append("Zebra,%s,330,400,3\n".formatted(period));
            csv.append("Aardvark,%s,70,400,3\n".formatted(period));
        }
        return csv.toString();
    }

    @Test
    void theGoldenFiguresComeOutAndNobodyIsAStarByChance() {
        StringBuilder csv = new StringBuilder("unit,numerator,denominator\n");
        for (int i = 0; i < NUMERATORS.length; i++) {
            csv.append("Team %d,%d,%d\n".formatted(i, NUMERATORS[i], DENOMINATORS[i]));
        }
        Browser.Page page = bring("Home in two days", csv.toString());
        assertThat(page.body())
                .contains("All together: 0.39917")
                .contains("(phi): 2.89916")
                .contains("(tau squared): 0.0046384")
                .contains("3.415 errors of chance; with that room, 1.675")
                .contains("Nobody can be said to stand out yet.", "Teams vary 2.9 times as much as chance alone")
                .contains("Ward records", "30 September 2026");
        String cymraeg = KEEPER.open(page.url() + "?lang=cy").body();
        KEEPER.open("/?lang=en");
        assertThat(cymraeg).contains("Ni ellir dweud eto bod neb yn sefyll allan", "0.39917");
    }

    @Test
    void whoeverIsFarAheadTwiceRunningIsWorthAskingAndWhoeverIsBehindIsNotShown() {
        Browser.Page page = bring("Eaten at a table", teams(true));
        String table = part(page.body(), "bright");
        assertThat(table).contains("Zebra", "Worth asking", "83% (").doesNotContain("Aardvark");
        assertThat(page.body()).contains("It is worth asking how they do it.");
        String others = part(page.body(), "others");
        assertThat(others).contains("Aardvark", "Team A");
        assertThat(others.indexOf("Aardvark"))
                .as("in the order of the alphabet")
                .isLessThan(others.indexOf("Team A"));
        assertThat(page.body())
                .as("no share of whoever is not ahead, in sentence, table or picture")
                .doesNotContain("17.5%", "18%", "18 %", "id=\"own\"");

        String measure = page.id();
        String plain = MEMBER.open(SPOTS + "/" + measure).body();
        assertThat(plain).doesNotContain("on the other side", "18%");
        Browser.Page team = KEEPER.open(SPOTS + "/" + measure + "/team");
        team.send(Map.of("team", "Aardvark", "member", team.option("Megan"), "what", "in"));
        assertThat(MEMBER.open(SPOTS + "/" + measure).body())
                .contains("Your own team", "on the other side", "18% (", "Only those who are in this team see this.");
        assertThat(KEEPER.open(SPOTS + "/" + measure).body()).doesNotContain("on the other side", "18% (");
        assertThat(MEMBER.open(SPOTS + "/" + measure).body())
                .as("in the picture a team's own people see it, and nobody else does")
                .containsPattern("(?s)<text[^>]*>Aardvark</text>");
        assertThat(KEEPER.open(SPOTS + "/" + measure).body())
                .containsPattern("(?s)<text[^>]*>Zebra</text>")
                .doesNotContainPattern("(?s)<text[^>]*>(Aardvark|Team A)</text>")
                .contains("The others have none: from how many people they have one could tell");
        assertThat(MEMBER.open(SPOTS + "/" + measure + "/team").status()).isEqualTo(403);
        team.send(Map.of("team", "Aardvark", "member", team.option("Megan"), "what", "out"));
        assertThat(MEMBER.open(SPOTS + "/" + measure).body()).doesNotContain("on the other side");
    }

    @Test
    void onePeriodIsNotEnough() {
        Browser.Page page = bring("Walked to the shop", teams(false));
        assertThat(part(page.body(), "bright")).contains("Zebra", "Wait for the next period");
        assertThat(page.body())
                .contains("There is one period only, and it takes two running.")
                .doesNotContain("Set out to ask", "twice running.");
        Browser.Page refused =
                KEEPER.post(SPOTS + "/" + page.id() + "/ask", Map.of("_csrf", page.csrf(), "team", "Zebra"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("That was not done", "That team is not one to ask by these figures.", "Walked to the shop")
                .doesNotContain("nhsuk-notification-banner");
    }

    @Test
    void askingIsNotedAndPassedOn() {
        Browser.Page page = bring("Slept through", teams(true));
        Browser.Page inquiry =
                MEMBER.post(SPOTS + "/" + page.id() + "/ask", Map.of("_csrf", csrf(MEMBER), "team", "Zebra"));
        assertThat(inquiry.body()).contains("Asking Zebra", "Tell us of a day when it went just right");
        Browser.Page second = KEEPER.open(inquiry.url());
        Browser.Page saved = inquiry.send(Map.of("stage", "learnt", "discover", "They ask the night before"));
        assertThat(saved.body()).contains("They ask the night before");
        Browser.Page both = second.send(Map.of("stage", "tried", "discover", "They ask twice"));
        assertThat(both.status()).as("both versions side by side").isEqualTo(422);
        assertThat(both.body()).contains("They ask the night before", "They ask twice");
        assertThat(MEMBER.open(SPOTS).body()).contains("Learnt: we have asked and understood how");
        Matcher offer =
                Pattern.compile("href=\"(/p/bright/offers/new\\?[^\"]*)\"").matcher(saved.body());
        assertThat(offer.find()).isTrue();
        assertThat(MEMBER.open(offer.group(1).replace("&amp;", "&")).body()).contains("Come and learn how Zebra do it");
    }

    @Test
    void faultsAreSaidByLineAndColumnAndNothingIsKept() {
        Browser.Page again = bring("Half", "unit,numerator,denominator\nA,5,10\nB,12,10\nC,x,10\n,1,2\n");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains(":3", ":4", ":5", "<code>numerator</code>", "<code>unit</code>");
        assertThat(KEEPER.open(SPOTS).body()).doesNotContain(">Half<");
        KEEPER.open("/?lang=cy");
        Browser.Page cymraeg = bring("Half", "unit,numerator,denominator\nA,5,10\nB,12,10\n,1,2\n");
        KEEPER.open("/?lang=en");
        assertThat(cymraeg.body())
                .contains("mae 12 o 10 yn fwy na'r cyfan", "nid oes enw")
                .doesNotContain("is more than all");
        assertThat(MEMBER.open(SPOTS + "/new").status()).isEqualTo(403);
    }

    @Test
    void figuresThatAreLikeChanceSayNoMore() {
        StringBuilder csv = new StringBuilder("unit,numerator,denominator\n");
        for (int i = 0; i < 8; i++) {
            csv.append("Ward %d,%d,200\n".formatted(i, 100 + i % 2));
        }
        assertThat(bring("Much alike", csv.toString()).body())
                .contains("Teams vary no more than chance alone would make them.")
                .doesNotContain("times as much as chance alone");
        Browser.Page twice = bring("much ALIKE", csv.toString());
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("There are figures of this name already.");
        Browser.Page parted = bring("Parted", csv.toString().replace(',', ';'));
        assertThat(parted.status()).isEqualTo(422);
        assertThat(parted.body())
                .contains("the columns stand apart by semicolons", "save the sheet as CSV with commas")
                .doesNotContain("there is no such column");
    }

    @Test
    void aTeamBehindWhomAFewPeopleStandHasNoShare() {
        String csv = teams(true).replace("Zebra,2026-Q3,330,400", "Zebra,2026-Q3,396,400");
        assertThat(part(bring("Nearly all", csv).body(), "bright"))
                .contains("Zebra", "Too few people to tell")
                .doesNotContain("99%");
    }

    @Test
    void figuresThatAreTakenAwayAreGoneWithWhatWasNoted() {
        Browser.Page page = bring("Soon gone", teams(true));
        MEMBER.post(SPOTS + "/" + page.id() + "/ask", Map.of("_csrf", csrf(MEMBER), "team", "Zebra"));
        assertThat(MEMBER.post(SPOTS + "/" + page.id() + "/remove", Map.of("_csrf", csrf(MEMBER)))
                        .status())
                .isEqualTo(403);
        Browser.Page gone = KEEPER.post(SPOTS + "/" + page.id() + "/remove", Map.of("_csrf", page.csrf()));
        assertThat(gone.body()).contains("The figures are gone.").doesNotContain("Soon gone");
        assertThat(KEEPER.open(SPOTS + "/" + page.id()).status()).isEqualTo(404);
    }

    private static String csrf(Browser who) {
        return who.open(SPOTS).csrf();
    }

    private static String part(String body, String id) {
        Matcher part = Pattern.compile("id=\"" + id + "\".*?</(table|ul)>", Pattern.DOTALL)
                .matcher(body);
        assertThat(part.find()).as(id + " in " + body).isTrue();
        return part.group();
    }
}
