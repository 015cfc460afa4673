package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trust between partners: nine people of two partners answer about a third, in two turns. */
class PulsesTest {

    private static final StoryHouse HOUSE = new StoryHouse("Pulses");
    private static final String TRUST = HOUSE.here + "/patterns/trust?lang=en";
    private static final List<Browser> COUNCIL = new ArrayList<>();
    private static final List<Browser> CHARITY = new ArrayList<>();

    @BeforeAll
    static void twoPartnersAndAThird() {
        for (String name : List.of("Council", "Charity", "Health")) {
            HOUSE.keeper
                    .open(HOUSE.here + "/partners/new?lang=en")
                    .send(Map.of("name-en", name, "name-cy", name + " C", "kind", "other"));
        }
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new");
        form.send(Map.of("question", "Who waits?", "population", "All", "place", form.option("Ferndale")));
        for (int i = 0; i < 9; i++) {
            String invitation = StoryHouse.found(
                    HOUSE.keeper
                            .open(HOUSE.here + "/people/invite")
                            .send(Map.of("role", "member"))
                            .body(),
                    "(/join/[A-Za-z0-9_-]+)");
            Browser browser = Running.browser();
            String email = "pulse" + i + "@example.org";
            Doors.join(browser, invitation, "Pulse " + i, email);
            browser.signIn(email, Running.PASSWORD);
            (i < 5 ? COUNCIL : CHARITY).add(browser);
            HOUSE.changed(
                    "update member set partner = (select id from partner where name_en = '%s') where name = 'Pulse %d'"
                            .formatted(i < 5 ? "Council" : "Charity", i));
        }
    }

    private static String keeps(String what) {
        Browser.Page page = HOUSE.keeper.open(TRUST);
        String form = StoryHouse.found(page.body(), "(?s)(<form id=\"" + what + "\".*?</form>)");
        return HOUSE.keeper
                .post(
                        StoryHouse.found(form, "action=\"([^\"]+)\""),
                        Map.of(
                                "_csrf",
                                page.csrf(),
                                "spiral",
                                StoryHouse.found(form, "name=\"spiral\" value=\"([^\"]+)\"")))
                .body();
    }

    private static Browser.Page answers(Browser who, int trust, String note) {
        Browser.Page page = who.open(TRUST);
        Map<String, String> all = new HashMap<>(Map.of("trust", Integer.toString(trust), "note", note));
        all.put("_csrf", page.csrf());
        all.put(
                "about",
                StoryHouse.found(
                        page.body(),
                        "(?s)name=\"about\" type=\"radio\" value=\"([^\"]+)\"[^>]*>\\s*<label[^>]*>Health<"));
        return who.post(TRUST.replaceFirst("\\?.*", ""), all);
    }

    private static String text(Browser who) {
        return who.open(TRUST).body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void fourAnswersAreNeverToldNorWorkedOutAndTrustIsToldTurnByTurn() {
        assertThat(text(HOUSE.keeper)).contains("A round has to end first");
        keeps("open");
        Browser ann = COUNCIL.getFirst();
        assertThat(answers(ann, 3, "They rang back late").body()).contains("Your answer is in.");
        assertThat(text(ann)).contains("Health: They rang back late");
        assertThat(text(COUNCIL.get(1))).doesNotContain("rang back late");
        assertThat(text(HOUSE.keeper)).doesNotContain("rang back late").contains("There is nothing to tell yet.");
        for (int i = 1; i < 5; i++) {
            answers(COUNCIL.get(i), 3 + i % 2, "");
            assertThat(text(HOUSE.keeper)).as("nothing while it goes on").contains("There is nothing to tell yet.");
        }
        for (Browser each : CHARITY) {
            answers(each, 1, "");
        }
        // 3, 4, 3, 4, 3: mean 3.4, and 2.776 * sqrt(1.2/4/5) = 0.68 to each side.
        String first = keeps("close").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        assertThat(first)
                .contains("Turn 1: 3.4 (likely 2.7 to 4.1, 5 answers)")
                .contains("one turn so far")
                // Four of the charity: with all nine told, 21 less 17 would tell that each of them said 1.
                .doesNotContain("9 answers")
                .doesNotContain("4 answers")
                .doesNotContain("All others together");
        assertThat(text(ann)).contains("3.4 (likely");
        Browser stranger = Running.browser();
        assertThat(stranger.open(TRUST).status()).isEqualTo(403);
        Browser.Page page = HOUSE.keeper.open(TRUST);
        Browser.Page had = HOUSE.keeper.post(
                HOUSE.here + "/patterns/trust/open",
                Map.of(
                        "_csrf",
                        page.csrf(),
                        "spiral",
                        HOUSE.asked("select spiral::text from pulse limit 1", String.class)));
        assertThat(had.status()).isEqualTo(422);
        assertThat(had.body())
                .contains("That was not done", "This turn has had its round.")
                .doesNotContain("nhsuk-notification-banner");
        assertThat(page.body())
                .as("no round is offered that cannot be")
                .contains("The next one can begin in the next turn of the spiral.")
                .doesNotContain("Begin a round in this turn");

        nextTurn();
        keeps("open");
        for (Browser each : COUNCIL) {
            answers(each, 5, "");
        }
        assertThat(text(COUNCIL.getFirst())).contains("You answered about").doesNotContain("rang back late");
        String second = keeps("close").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        assertThat(second).contains("Turn 2: 5.0").contains("more trust than before");
        assertThat(HOUSE.asked("select count(*) from pulse_answer", Long.class)).isEqualTo(14L);
    }

    private static void nextTurn() {
        String spiral = HOUSE.asked("select spiral::text from pulse limit 1", String.class);
        HOUSE.changed("""
                insert into turn (partnership, spiral, number, phase, started_on)
                select partnership, spiral, 2, phase, current_date from turn where spiral = '%s'""".formatted(spiral));
    }

    @Test
    void whoIsOfNoPartnerIsNotAskedAndNothingIsTakenTwice() {
        assertThat(text(HOUSE.member)).contains("Trust between partners");
        assertThat(HOUSE.member
                        .post(
                                HOUSE.here + "/patterns/trust",
                                Map.of("_csrf", HOUSE.member.open(TRUST).csrf()))
                        .status())
                .isEqualTo(422);
    }
}
