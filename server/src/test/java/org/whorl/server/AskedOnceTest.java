package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody is asked the same twice in sixty days, nor for more than two hours in a month. */
class AskedOnceTest {

    private static final StoryHouse HOUSE = new StoryHouse("Askedonce");

    private static String spiral(String question) {
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new");
        return form.send(Map.of("question", question, "population", "All", "place", form.option("Ferndale")))
                .id();
    }

    private static String dev(StoryHouse house) {
        return house.asked("select id::text from member where name like 'Dev of%'", String.class);
    }

    private static Browser.Page ask(String spiral, String what, int minutes) {
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/asks/new?spiral=" + spiral);
        return form.send(Map.of("kind", "time", "what", what, "minutes", Integer.toString(minutes), "of", dev(HOUSE)));
    }

    @Test
    void aMemberIsNotAskedTheSameTwiceWhateverTheSpiral() {
        String one = spiral("What holds us up?");
        String other = spiral("Who brings you home?");
        assertThat(ask(one, "Could you spend 20 minutes at the café on Tuesday?", 5)
                        .body())
                .contains("It is asked.");
        Browser.Page again = ask(other, "could you spend 40 minutes at the cafe on Thursday", 5);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("They were asked the same less than sixty days ago")
                .containsPattern("It was asked on .* by Keeper: Could you spend 20 minutes");
        assertThat(ask(other, "Could you draw a map of the bus stops?", 5).body())
                .contains("It is asked.");
        String id = HOUSE.asked("select id::text from ask where what like '%bus stops%'", String.class);
        Browser.Page change = HOUSE.keeper.open(HOUSE.here + "/asks/" + id);
        assertThat(change.send(Map.of("what", "Could you spend 9 minutes at the café on Tuesday?", "minutes", "5"))
                        .body())
                .contains("They were asked the same less than sixty days ago");
        assertThat(change.send(Map.of("what", "Could you draw the map of the bus stops?", "minutes", "6"))
                        .body())
                .contains("draw the map");
        HOUSE.changed("update ask set asked_on = asked_on - 59 where what like '%café%'");
        assertThat(ask(other, "Could you spend 20 minutes at the café on Monday?", 5)
                        .status())
                .as("after 59 days")
                .isEqualTo(422);
        HOUSE.changed("update ask set asked_on = asked_on - 1 where what like '%café%'");
        assertThat(ask(other, "Could you spend 20 minutes at the café on Monday?", 5)
                        .body())
                .as("after sixty")
                .contains("It is asked.");
    }

    @Test
    void programsAreRefusedAsWell() {
        String spiral = spiral("What do programs ask?");
        Program program = Program.of(HOUSE.keeper, HOUSE.slug, "administrator", "facilitator", "member");
        String dev = dev(HOUSE);
        String body =
                "{\"kind\": \"time\", \"what\": \"Could you read our plan aloud?\", \"minutes\": 3, \"of\": \"%s\"}"
                        .formatted(dev);
        assertThat(program.post("/spirals/" + spiral + "/asks", body).status()).isEqualTo(201);
        assertThat(program.post("/spirals/" + spiral + "/asks", body).text())
                .contains("They were asked the same less than sixty days ago");
    }

    @Test
    void whoeverIsOutsideIsKnownAgainByAFingerprintAlone() {
        String page = HOUSE.here + "/asks/asked";
        assertThat(HOUSE.member.open(page).status()).isEqualTo(403);
        assertThat(Running.browser().open(page).status()).isEqualTo(403);
        Map<String, String> first =
                Map.of("contact", "+44 7700 900123", "what", "How was your first week at home?", "route", "telephone");
        assertThat(HOUSE.carer.open(page).send(first).body())
                .contains("You can ask them")
                .contains("by telephone");
        Map<String, String> again = new HashMap<>(first);
        again.put("contact", "07700 900 123");
        again.put("what", "How was the first week at home?");
        Browser.Page refused = HOUSE.carer.open(page).send(again);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).containsPattern("It was asked on .* by Sian of Askedonce: How was your first week");
        again.put("contact", "07700 900124");
        assertThat(HOUSE.carer.open(page).send(again).body()).contains("You can ask them");
        assertThat(HOUSE.asked("select count(*) from asked_outside o where o::text like '%7700%'", Long.class))
                .isZero();
        HOUSE.changed("update asked_outside set asked_on = asked_on - 60");
        again.put("contact", "07700 900123");
        assertThat(HOUSE.carer.open(page).send(again).body()).contains("You can ask them");
        assertThat(HOUSE.asked("select count(*) from asked_outside where contact is not null", Long.class))
                .as("older fingerprints are forgotten")
                .isEqualTo(1);
    }

    @Test
    void minutesThatSomebodyGaveOfThemselvesCountAndAreShown() {
        StoryHouse house = new StoryHouse("Metered");
        Browser.Page form = house.keeper.open(house.here + "/spirals/new");
        String spiral = form.send(Map.of("question", "What?", "population", "All", "place", form.option("Ferndale")))
                .id();
        String asks = house.here + "/asks?spiral=" + spiral;
        house.keeper
                .open(house.here + "/asks/new?spiral=" + spiral)
                .send(Map.of("kind", "time", "what", "Who could bring the chairs?", "minutes", "110"));
        assertThat(house.member.open(asks).body()).doesNotContain("asked for 110 minutes");
        String id = house.asked("select id::text from ask", String.class);
        house.member.post(
                house.here + "/spirals/" + spiral + "/people/in",
                Map.of("_csrf", house.member.open(asks).csrf()));
        house.member.post(
                house.here + "/asks/answer",
                Map.of(
                        "_csrf",
                        house.member.open(asks).csrf(),
                        "ask",
                        id,
                        "version",
                        "1",
                        "spiral",
                        spiral,
                        "answer",
                        "yes"));
        assertThat(house.member.open(asks).body())
                .contains("You have been asked for 110 minutes this month.")
                .contains("each of us in this spiral was asked for 55 minutes")
                .contains("more than 120 minutes in a month");
        assertThat(Running.browser().open(asks).body()).doesNotContain("110 minutes");
        assertThat(house.keeper.open(house.here + "/asks/asked").body())
                .containsPattern("Dev of Metered</td><td[^>]*>110</td><td[^>]*>10</td>");
        Browser.Page more = house.keeper.open(house.here + "/asks/new?spiral=" + spiral);
        Browser.Page refused = more.send(
                Map.of("kind", "skill", "what", "Could you mend a chair?", "minutes", "11", "of", dev(house)));
        assertThat(refused.status()).isEqualTo(422);
        for (String told : List.of("asked enough this month", "asked for 110 minutes this month")) {
            assertThat(refused.body()).contains(told);
        }
    }
}
