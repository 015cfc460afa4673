package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Choosing together and telling why, coming together again, and what stands behind a service in people's lives. */
class SenseTogetherTest {

    private static final StoryHouse HOUSE = new StoryHouse("Chosen");
    private static final String PATTERNS = HOUSE.here + "/patterns";

    private static String code(String word) {
        return HOUSE.released(
                Telling.story("Something " + word).with("for-partnership", "yes"),
                word,
                "Nobody rang us " + word + ". The bus had gone.");
    }

    private static Browser.Page round(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of("domain", "Coming home", "panel", "two carers, a nurse"));
        values.putAll(more);
        return HOUSE.member.open(PATTERNS + "/significant/new").send(values);
    }

    @Test
    void theChoiceAndItsReasonComeBackToEverybodyWhoseStoryWasRead() {
        String first = "newid" + System.nanoTime();
        String second = "arall" + System.nanoTime();
        String chosen = code(first);
        String other = code(second);
        String story = HOUSE.id(first);
        assertThat(round(Map.of("story-" + story, "yes", "domain", "")).body())
                .contains("Tick two to eight stories", "Say which change it is about");
        Browser.Page round = round(Map.of("story-" + story, "yes", "story-" + HOUSE.id(second), "yes"));
        assertThat(round.body()).contains("The round is open", first, second);
        assertThat(round.send(Map.of("story", story, "why", "")).body()).contains("without a reason nothing is chosen");
        assertThat(Running.browser().open("/t/mine/" + chosen).body()).doesNotContain("read by a panel");
        assertThat(round.send(Map.of("story", story, "why", "One call would have changed the day."))
                        .body())
                .contains("It is chosen", "One call would have changed the day.", "Dev of Chosen");
        assertThat(Running.browser().open("/t/mine/" + chosen).body())
                .contains("It was chosen as the one", "Why: One call would have changed the day.");
        assertThat(Running.browser().open("/t/mine/" + other).body())
                .contains("Another one was chosen", "Why: One call would have changed the day.");
        assertThat(HOUSE.keeper
                        .post(
                                round.url(),
                                Map.of(
                                        "_csrf",
                                        HOUSE.keeper.open(round.url()).csrf(),
                                        "story",
                                        HOUSE.id(second),
                                        "why",
                                        "No, this one."))
                        .body())
                .as("what is chosen stays chosen")
                .contains("another choice was made first");
        assertThat(HOUSE.member.open(PATTERNS + "/significant/new?level=2").body())
                .as("a level up only what was chosen is read")
                .contains("story-" + story)
                .doesNotContain("story-" + HOUSE.id(second));
        Running.browser().open("/t/mine/" + chosen + "/withdraw").send(Map.of());
        assertThat(HOUSE.member.open(round.url()).body())
                .contains("Withdrawn (1)", "that was withdrawn")
                .doesNotContain(first)
                .doesNotContain("One call would have changed the day.");
        assertThat(Running.browser().open(PATTERNS + "/significant").status()).isEqualTo(403);
    }

    @Test
    void aHabitIsKeptGoesOnAndOffersAShorterFormWhenItWasMissedTwice() {
        code("arfer" + System.nanoTime());
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new");
        form.send(Map.of(
                "question", "Who rings whom on a Sunday?", "population", "All", "place", form.option("Ferndale")));
        Browser.Page habit = HOUSE.keeper
                .open(PATTERNS + "/habits")
                .send(Map.of("name", "Tuesday ten", "prompt", "Who waited?", "every", "14", "minutes", "10"));
        assertThat(habit.body()).contains("It has not been held yet").doesNotContain("id=\"missed\"");
        String path = PATTERNS + "/habits/" + habit.id();
        Browser.Page name = HOUSE.keeper.open(path + "/name");
        assertThat(name.send(Map.of("name", "", "prompt", "x")).status()).isEqualTo(422);
        assertThat(name.send(Map.of("name", "Tuesday twelve", "prompt", "Who waited?"))
                        .body())
                .contains("Tuesday twelve")
                .doesNotContain("Tuesday ten");
        assertThat(name.send(Map.of("name", "Another", "prompt", "Who waited?")).body())
                .contains("somebody gave it another name first");
        Browser.Page now = HOUSE.keeper.open(path + "/now");
        String ends = StoryHouse.found(now.body(), "data-ends=\"(\\d+)\"");
        assertThat(now.send(Map.of("become", "note", "action", "")).body())
                .as("the clock does not begin again")
                .contains("data-ends=\"" + ends + "\"");
        assertThat(now.body()).containsPattern("3 minutes, until \\d\\d:\\d\\d").containsPattern("2 minutes, until");
        Map<String, String> said = new HashMap<>(Map.of(
                "what", "They waited.",
                "so-what", "A call costs little.",
                "now-what", "Somebody could ring.",
                "action", "Find out who rings on Sundays",
                "become", "ask",
                "spiral", now.option("Who rings whom on a Sunday?")));
        assertThat(now.body()).contains("If it becomes an ask, write ten letters or more");
        assertThat(now.send(Map.of("become", "note", "action", "")).body())
                .contains("Write what you notice", "Write one thing to do");
        assertThat(now.send(Map.of("become", "ask", "action", "Ring")).body())
                .contains("An ask needs ten letters or more");
        assertThat(now.send(said).body()).contains("It is kept", "A call costs little.", "/asks?spiral=");
        assertThat(HOUSE.member.open(HOUSE.here + "/asks").body()).contains("Find out who rings on Sundays");
        said.put("become", "step");
        said.put("action", "Draw the map of buses");
        now.send(said);
        assertThat(HOUSE.member.open(HOUSE.here + "/plan").body()).contains("Draw the map of buses");

        HOUSE.changed("update habit_time set held_on = current_date - 20");
        assertThat(HOUSE.member.open(path).body()).as("missed once").doesNotContain("id=\"missed\"");
        HOUSE.changed("update habit_time set held_on = current_date - 29");
        assertThat(HOUSE.member.open(path).body()).contains("Five minutes with one story is enough today");
        assertThat(HOUSE.member
                        .open(path + "/now?short=yes")
                        .send(Map.of("now-what", "Ring.", "action", "Ring", "become", "note"))
                        .body())
                .contains("Short form")
                .doesNotContain("id=\"missed\"");
    }

    @Test
    void fewerThanTenStoriesAreNeverCountedNorWorkedOut() {
        StoryHouse house = new StoryHouse("Lives");
        String lives = house.here + "/patterns/lives";
        for (List<String> each : List.of(
                List.of("service", "Emergency department"), List.of("life", "Loneliness"), List.of("life", "Money"))) {
            house.keeper.open(lives).send(Map.of("side", each.getFirst(), "name-en", each.getLast(), "name-cy", ""));
        }
        List<String> stories = house.manyReleased(14);
        for (int i = 0; i < stories.size(); i++) {
            String path = lives + "/stories/" + stories.get(i);
            Browser.Page page = house.member.open(path);
            page.send(Map.of(
                    "sentence-0", "yes",
                    "service", page.option("Emergency department"),
                    "life", page.option(i < 10 ? "Loneliness" : "Money")));
        }
        String service = house.asked("select id::text from strand where side = 'service'", String.class);
        Browser.Page behind = house.member.open(lives + "/" + service);
        assertThat(behind.body())
                .contains("Threads of people’s lives that stand behind it: 2")
                .contains("In 10 stories.", "In fewer than ten stories.")
                .as("the whole would tell of the four")
                .contains("a small group could be worked out")
                .doesNotContain("In 14 stories")
                .doesNotContain("In 4 stories")
                .contains("<q class=\"whorl-words\" lang=\"en\">Story 1</q>");
        String money = house.asked("select id::text from strand where name_en = 'Money'", String.class);
        assertThat(house.member.open(lives + "/" + money).body())
                .contains("In fewer than ten stories.")
                .doesNotContain("In 4 stories");
        house.changed("update released set audiences = array['team'] where words = 'Story 1'");
        assertThat(house.member.open(lives + "/" + service).body())
                .contains("Not for you to hear (1)", "In 10 stories.")
                .doesNotContain("Story 1</q>");
        house.changed("delete from released where words in ('Story 1', 'Story 2')");
        assertThat(house.member.open(lives + "/" + service).body())
                .contains("Withdrawn (2)")
                .doesNotContain("In 10 stories")
                .doesNotContain("In 8 stories");
        assertThat(Running.browser().open(lives).status()).isEqualTo(403);
    }
}
