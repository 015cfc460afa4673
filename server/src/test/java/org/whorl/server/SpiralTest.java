package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;

/** What a spiral carries with it: the first words, its people, its reasons, its ties, its pace, its plan. */
class SpiralTest {

    private static final Browser KEEPER = Running.keeper();
    private static final String HERE = "/p/carried";

    @BeforeAll
    static void aPartnership() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Carried", "name-cy", "Cludo", "place-en", "Powys", "place-cy", "Sir Bowys"));
    }

    @Test
    void whatWasFirstAskedStaysInSightUntilItIsAnswered() {
        String id = start("I just want to see a doctor this week");
        String home = HERE + "/spirals/" + id;
        assertThat(KEEPER.open(home).body()).doesNotContain("id=\"first-ask\"");
        Browser.Page scope = KEEPER.open(home + "/scope");
        String place = scope.option("Powys");
        scope.send(Map.of(
                "question", "What would make Mondays easier?",
                "population", "Two streets",
                "place", place,
                "direction", "wider",
                "why", "The next street asked to come in"));
        assertThat(KEEPER.open(home).body())
                .contains("What would make Mondays easier?</h1>")
                .containsPattern("(?s)id=\"first-ask\".*I just want to see a doctor this week.*Nothing yet")
                .contains("Wider. <span lang=\"en\">The next street asked to come in</span>");
        Browser.Page far = KEEPER.open(home + "/first-ask");
        assertThat(far.send(Map.of("state", "begun", "note", "")).body())
                .contains("Say in one sentence what has come of it");
        far.send(Map.of("state", "begun", "note", "Two more mornings a week"));
        assertThat(KEEPER.open(home).body()).containsPattern("(?s)id=\"first-ask\".*Begun.*Two more mornings a week");
        assertThat(far.send(Map.of("state", "answered", "note", "Done")).body()).contains("Somebody saved before you");
    }

    @Test
    void aChildHasPeopleOfItsOwnAndNothingThatNobodyPulledIn() {
        String parent = start("What holds us up?");
        String path = HERE + "/spirals/" + parent;
        KEEPER.open(path + "/close")
                .send(Map.of("learned", "The lift is always broken", "joined", "Porters", "matters", "Who mends it?"));
        KEEPER.open(path + "/ties/fixed").send(Map.of("what", "Fire doors stay shut", "kind", "safety"));
        Browser second = join("member", "Ceri", "ceri@example.org");
        second.post(
                path + "/people/in",
                Map.of("_csrf", second.open(path + "/people").csrf()));
        assertThat(second.open(path + "/people").body())
                .containsPattern("(?s)id=\"company\".*Ceri")
                .contains("Keeper");

        Browser.Page form = second.open(path + "/child");
        String child = form.send(Map.of(
                        "question", "Who mends the lift?", "population", "Porters", "place", form.option("Powys")))
                .id();
        String grown = HERE + "/spirals/" + child;
        assertThat(second.open(grown + "/people").body())
                .containsPattern("(?s)id=\"company\".*Ceri")
                .doesNotContain(">Keeper</a>");
        assertThat(second.open(grown).body())
                .doesNotContain("The lift is always broken")
                .doesNotContain("Fire doors");
        assertThat(second.open(HERE + "/spirals").body())
                .containsPattern(
                        "(?s)What holds us up\\?</a>.*<ul class=\"nhsuk-list whorl-tree\">.*Who mends the lift\\?");

        Browser.Page shelf = second.open(grown + "/shelf");
        assertThat(shelf.body()).contains("The lift is always broken").contains("Fire doors stay shut");
        second.post(grown + "/shelf", Map.of("_csrf", shelf.csrf(), "kind", "learning", "item", parent + "/1"));
        assertThat(second.open(grown).body())
                .contains("The lift is always broken")
                .doesNotContain("Fire doors");
        assertThat(second.open(grown + "/shelf").body()).doesNotContain("The lift is always broken");
        assertThat(KEEPER.open(HERE + "/record").body())
                .contains("Pulled something in from another spiral")
                .contains("learning " + parent + "/1");
        assertThat(second.post(grown + "/shelf", Map.of("_csrf", shelf.csrf(), "kind", "learning", "item", "no/1"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsFixedAndWhatGoesOnIsSaidOpenlyAndCanBeTakenBack() {
        String id = start("What could we change?");
        String ties = HERE + "/spirals/" + id + "/ties";
        assertThat(KEEPER.open(ties).body()).contains("Nothing is fixed.");
        KEEPER.open(ties + "/fixed").send(Map.of("what", "The law on charging", "kind", "law"));
        assertThat(KEEPER.open(ties + "/woven")
                        .send(Map.of("name", "Warm rooms", "address", "javascript:alert(1)"))
                        .body())
                .contains("Enter an address that begins with https://");
        KEEPER.open(ties + "/woven")
                .send(Map.of("name", "Warm rooms", "who", "The library", "address", "https://example.org/warm"));
        Browser.Page page = KEEPER.open(ties);
        assertThat(page.body()).contains("The law on charging").contains("href=\"https://example.org/warm\"");
        Matcher tie = Pattern.compile("value=\"woven\"><input type=\"hidden\" name=\"tie\" value=\"([^\"]+)\"")
                .matcher(page.body());
        assertThat(tie.find()).isTrue();
        Browser.Page removed = KEEPER.post(
                ties + "/remove", Map.of("_csrf", page.csrf(), "kind", "woven", "tie", tie.group(1), "version", "1"));
        assertThat(removed.body()).doesNotContain("Warm rooms</a>").contains("id=\"undo\"");
        KEEPER.post(
                HERE + "/undo",
                Map.of("_csrf", page.csrf(), "kind", "woven", "id", tie.group(1), "version", "2", "back", ties));
        assertThat(KEEPER.open(ties).body()).contains("Warm rooms</a>");
    }

    @Test
    void theTableSaysPeopleDaysQuestionAndLearning() {
        String id = start("How do we get there?");
        String home = HERE + "/spirals/" + id;
        KEEPER.open(home + "/taking-part").send(Map.of("people", "26", "how", "At the bus stop"));
        KEEPER.open(home + "/close")
                .send(Map.of("learned", "No bus after six", "joined", "Drivers", "matters", "Evenings"));
        KEEPER.open(home + "/taking-part").send(Map.of("people", "19", "how", "On the late bus"));
        assertThat(KEEPER.open(home).body())
                .containsPattern(
                        "(?s)id=\"row-1\".*>27 \\(\\+27\\)<.*>1</td>.*How do we get there\\?.*No bus after six")
                .containsPattern("(?s)id=\"row-2\".*>46 \\(\\+19\\)<.*>1</td>.*Evenings");
    }

    @Test
    void growingTooFastIsAskedAboutOnce() {
        String id = start("Who should be here?");
        String home = HERE + "/spirals/" + id;
        KEEPER.open(home + "/taking-part").send(Map.of("people", "9", "how", "In the kitchen"));
        KEEPER.open(home + "/close").send(Map.of("learned", "Tea helps", "joined", "Neighbours", "matters", "Talk"));
        Browser.Page form = KEEPER.open(home + "/taking-part");
        assertThat(form.send(Map.of("people", "20", "how", "At the door")).url())
                .endsWith(id);
        Browser.Page asked = form.send(Map.of("people", "1", "how", "One too many"));
        assertThat(asked.body()).contains("more than three times as many people");
        assertThat(KEEPER.open(home).body()).contains("30 people have taken part");
        asked.send(Map.of("people", "1", "how", "One too many", "sure", "yes"));
        assertThat(KEEPER.open(home).body()).contains("31 people have taken part");
        assertThat(KEEPER.open(HERE + "/record").body()).contains("faster than the pace of a turn");
    }

    @Test
    void thePlanFindsItsHolesAtBothEndsToo() {
        String id = start("When do we begin?");
        String plan = HERE + "/plan?spiral=" + id;
        Browser.Page page = KEEPER.open(plan);
        page.send(Map.of("name", "Listen", "first", "2027-03", "last", "2027-04"));
        page.send(Map.of("name", "Look", "first", "2027-06", "last", "2027-06"));
        KEEPER.post(
                HERE + "/plan/span", Map.of("_csrf", page.csrf(), "spiral", id, "from", "2027-01", "until", "2027-08"));
        assertThat(KEEPER.open(plan).body())
                .contains("Months 1–2 have no step (January 2027 to February 2027).")
                .contains("Month 5 has no step (May 2027).")
                .contains("Months 7–8 have no step (July 2027 to August 2027).");
        assertThat(KEEPER.post(
                                HERE + "/plan/span",
                                Map.of("_csrf", page.csrf(), "spiral", id, "from", "2027-08", "until", "2027-01"))
                        .body())
                .contains("The last month comes before the first");
    }

    @Test
    void aPlanCanBeginWithTheFourPhases() {
        String id = start("Where do we start?");
        Browser.Page page = KEEPER.open(HERE + "/plan?spiral=" + id);
        Map<String, String> load = Map.of("_csrf", page.csrf(), "spiral", id);
        Browser.Page loaded = KEEPER.post(HERE + "/plan/phases", load);
        assertThat(loaded.body())
                .contains("Emerging together", "Developing together", "Delivering together", "Evaluating together")
                .contains("Every month from first to last has a step.");
        int steps = loaded.body().split("name=\"step\"", -1).length;
        assertThat(KEEPER.post(HERE + "/plan/phases", load).body().split("name=\"step\"", -1))
                .hasSize(steps);
    }

    @Test
    void aMissingVoiceIsShownWhileThereIsTime() {
        String id = start("Whose voice is missing?");
        String home = HERE + "/spirals/" + id;
        Browser.Page people = KEEPER.open(home + "/people");
        assertThat(people.body()).contains("A voice is missing").contains("<li>Third sector</li>");
        KEEPER.post(home + "/people/close", Map.of("_csrf", people.csrf(), "close", "2199-01-31"));
        assertThat(KEEPER.open(home + "/people").body()).contains("Invitations close on 31 January 2199.");
        assertThat(KEEPER.open(home).body())
                .contains("Somebody's voice is missing, and there is still time to invite them.");
        KEEPER.post(home + "/people/close", Map.of("_csrf", people.csrf(), "close", "2020-01-31"));
        assertThat(KEEPER.open(home + "/people").body()).contains("Invitations closed on 31 January 2020.");
        assertThat(KEEPER.open(home).body()).doesNotContain("there is still time");
    }

    @Test
    void aGuestExpertSeesOneSpiralUntilADay() {
        String theirs = start("How warm is a ward?");
        String other = start("What does the expert not see?");
        Browser.Page invite = KEEPER.open(HERE + "/spirals/" + theirs + "/expert");
        assertThat(invite.send(Map.of("until", "")).body()).contains("Enter their last day");
        assertThat(invite.send(Map.of("until", "2020-01-01")).body()).contains("Enter a day that is not over");
        Browser expert = Running.browser();
        expert.open(invitation(invite.send(Map.of("until", "2199-01-31"))))
                .send(Map.of("name", "Dr Q", "email", "q@example.org", "password", Running.PASSWORD));
        expert.signIn("q@example.org", Running.PASSWORD);
        assertThat(expert.open(HERE).body())
                .contains("How warm is a ward?")
                .doesNotContain("What does the expert not see?");
        for (String path : List.of(
                "/spirals/" + other, "/spirals/" + other + "/ties", "/plan?spiral=" + other, "/asks?spiral=" + other)) {
            assertThat(expert.open(HERE + path).status()).as(path).isEqualTo(404);
        }
        for (String path : List.of("/people", "/record", "/spirals/new", "/spirals/" + theirs + "/shelf")) {
            assertThat(expert.open(HERE + path).status()).as(path).isEqualTo(403);
        }
        Browser.Page noted = expert.open(HERE + "/spirals/" + theirs + "/taking-part");
        assertThat(noted.send(Map.of("people", "2", "how", "On my ward")).status())
                .isEqualTo(200);
        expert.post(
                HERE + "/spirals/" + other + "/taking-part",
                Map.of("_csrf", noted.csrf(), "people", "2", "how", "Elsewhere"));
        assertThat(KEEPER.open(HERE + "/spirals/" + other).body()).contains("1 person has taken part");
        assertThat(KEEPER.open(HERE + "/people").body()).contains("Dr Q").contains("Here until 31 January 2199.");

        // Their last day is over.
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        Integer changed =
                Tenancy.acrossAll(() -> new TransactionTemplate(Running.bean(PlatformTransactionManager.class))
                        .execute(_ -> jdbc.sql("update member set until = ? where name = 'Dr Q'")
                                .param(LocalDate.of(2020, 1, 1))
                                .update()));
        assertThat(changed).isEqualTo(1);
        assertThat(expert.open(HERE).status()).isEqualTo(404);
        assertThat(expert.open("/").body()).doesNotContain(HERE + "\"");
        assertThat(KEEPER.open(HERE + "/people").body()).doesNotContain("Dr Q");
    }

    @Test
    void whoAsksSeesWhatSomebodyHasBeenAskedForAndALeaversAskIsForAnybody() {
        String id = start("Who could help?");
        String asks = HERE + "/asks/new?spiral=" + id;
        Browser tudur = join("member", "Tudur", "tudur@example.org");
        Browser.Page ask = KEEPER.open(asks);
        ask.send(Map.of(
                "kind", "time", "what", "Could you count the chairs?", "minutes", "40", "of", ask.option("Tudur")));
        assertThat(KEEPER.open(asks).body()).contains("Tudur, asked for 40 minutes this month");
        tudur.open(HERE + "/leave").send(Map.of());
        assertThat(tudur.open(HERE).status()).isEqualTo(404);
        assertThat(KEEPER.open(HERE + "/asks?spiral=" + id).body())
                .contains("Could you count the chairs?")
                .contains("Yes, I can")
                .doesNotContain("Tudur");
    }

    private static String start(String question) {
        Browser.Page form = KEEPER.open(HERE + "/spirals/new");
        return form.send(Map.of("question", question, "population", "All", "place", form.option("Powys")))
                .id();
    }

    private static Browser join(String role, String name, String email) {
        Browser browser = Running.browser();
        browser.open(invitation(KEEPER.open(HERE + "/people/invite").send(Map.of("role", role))))
                .send(Map.of("name", name, "email", email, "password", Running.PASSWORD));
        browser.signIn(email, Running.PASSWORD);
        return browser;
    }

    private static String invitation(Browser.Page page) {
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+").matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group();
    }
}
