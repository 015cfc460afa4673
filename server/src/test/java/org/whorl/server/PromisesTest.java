package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is promised stays in sight: kept, put off or not kept; and whoever was promised it is asked. */
class PromisesTest {

    private static final StoryHouse HOUSE = new StoryHouse("Promised");

    private static String in(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    private static Browser.Page promise(Browser browser, String what, int days, Map<String, String> more) {
        Browser.Page form = browser.open(HOUSE.here + "/promises/new");
        Map<String, String> values = new HashMap<>(Map.of("what", what, "due", in(days)));
        values.put("by", form.option("Dev of Promised"));
        values.putAll(more);
        return form.send(values);
    }

    @Test
    void aPromiseSaysWhoWhatAndUntilWhen() {
        Browser.Page form = HOUSE.member.open(HOUSE.here + "/promises/new");
        Browser.Page refused = form.send(Map.of("what", "soon", "by", "", "due", in(-1)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Choose who promises")
                .contains("Say what is promised")
                .contains("Enter a day that is not over");
        assertThat(Running.browser().open(HOUSE.here + "/promises/new").status())
                .isEqualTo(403);
    }

    @Test
    void whoeverWasPromisedItIsAskedAndTheirAnswerShows() {
        String word = "addawyd" + System.nanoTime();
        String code = HOUSE.released(
                Telling.story("Nobody rang " + word).with("for-partnership", "yes"), word, "Nobody rang, " + word);
        String story = HOUSE.id(word);
        assertThat(HOUSE.member.open(HOUSE.here + "/stories/" + story).body())
                .contains(HOUSE.here + "/promises/new?story=" + story);
        assertThat(HOUSE.keeper
                        .open(HOUSE.here + "/promises/new?story=" + story)
                        .body())
                .containsPattern("name=\"to-" + story + "\"[^>]*checked");
        String id = promise(HOUSE.keeper, "We will ring within two days", 3, Map.of("to-" + story, "yes"))
                .id();
        assertThat(HOUSE.member.open(HOUSE.here + "/news").body()).contains("A promise was written down in your name.");
        Browser teller = Running.browser();
        Browser.Page own = teller.open("/t/mine/" + code);
        assertThat(own.body())
                .contains("We will ring within two days")
                .doesNotContain("Was it kept?")
                .as("tellers are told no name")
                .doesNotContain("Dev of Promised");
        String judge = "/t/mine/" + code + "/promises/" + id;
        assertThat(teller.post(judge, Map.of("_csrf", own.csrf(), "kept", "yes"))
                        .body())
                .as("before its day")
                .contains("Something has changed");

        HOUSE.changed(
                "update promise set due_on = current_date - 2, made_on = current_date - 9 where id = '" + id + "'");
        assertThat(HOUSE.member.open(HOUSE.here + "/promises").body())
                .containsPattern(
                        "(?s)class=\"nhsuk-card\" id=\"promise-" + id + "\"(?:(?!nhsuk-card\").)*The day is over");
        Browser.Page asked = teller.open("/t/mine/" + code);
        assertThat(asked.body()).contains("Was it kept?");
        assertThat(teller.post(judge, Map.of("_csrf", asked.csrf(), "kept", "no"))
                        .body())
                .contains("Your answer stands beside the promise");
        Browser.Page page = HOUSE.member.open(HOUSE.here + "/promises/" + id);
        assertThat(page.body()).contains("kept 0, not kept 1").contains("Dev of Promised");
        assertThat(HOUSE.member.open(HOUSE.here + "/news").body())
                .contains("Somebody you promised something says if it was kept.");
        String other = Telling.story("Another").tell(Running.browser(), HOUSE.link);
        Browser stranger = Running.browser();
        assertThat(stranger.post(
                                "/t/mine/" + other + "/promises/" + id,
                                Map.of(
                                        "_csrf",
                                        stranger.open("/t/mine/" + other).csrf(),
                                        "kept",
                                        "yes"))
                        .body())
                .as("only those who were promised it")
                .contains("Something has changed");
        Running.browser().open("/t/mine/" + code + "/withdraw").send(Map.of());
        assertThat(HOUSE.member.open(HOUSE.here + "/promises/" + id).body())
                .contains("We will ring within two days")
                .doesNotContain("not kept 1");
    }

    @Test
    void whatIsPutOffStaysInSightAndCanBeUndone() {
        String id = promise(HOUSE.member, "I will draw the map of buses", 5, Map.of())
                .id();
        String path = HOUSE.here + "/promises/" + id;
        Browser.Page page = HOUSE.member.open(path);
        Map<String, String> move =
                new HashMap<>(Map.of("_csrf", page.csrf(), "version", "1", "to", in(3), "why", "Too much snow"));
        assertThat(HOUSE.member.post(path + "/move", move).body()).contains("Enter a day after the one");
        move.put("to", in(12));
        Browser.Page moved = HOUSE.member.post(path + "/move", move);
        assertThat(moved.body())
                .contains("Put off")
                .containsPattern("(?s)It was to be by .*Too much snow")
                .contains("id=\"undo\"");
        assertThat(HOUSE.carer
                        .post(path + "/settle", settled(HOUSE.carer, path, "2", "kept"))
                        .body())
                .as("somebody else's")
                .contains("It was not saved");
        Browser.Page undone = HOUSE.member.post(
                HOUSE.here + "/undo",
                Map.of("_csrf", moved.csrf(), "kind", "promise", "id", id, "version", "2", "back", path));
        assertThat(undone.body()).doesNotContain("Too much snow");
        assertThat(HOUSE.member
                        .post(path + "/settle", settled(HOUSE.member, path, "3", "broken"))
                        .body())
                .contains("Not kept")
                .contains("The bus company did not answer");
        assertThat(HOUSE.member
                        .post(path + "/settle", settled(HOUSE.member, path, "3", "kept"))
                        .body())
                .contains("somebody else saved first");
        assertThat(HOUSE.keeper.open(HOUSE.here + "/record").body()).contains("promise " + id);
        Browser.Page all = Running.browser().open(HOUSE.here + "/promises");
        assertThat(all.body())
                .contains("I will draw the map of buses")
                .containsPattern("Kept: \\d of \\d")
                .doesNotContain("Dev of Promised");
        assertThat(Running.browser().open(HOUSE.here + "/answered").body()).containsPattern("Kept: \\d of \\d");
    }

    private static Map<String, String> settled(Browser browser, String path, String version, String state) {
        return Map.of(
                "_csrf",
                browser.open(path).csrf(),
                "version",
                version,
                "state",
                state,
                "note",
                "The bus company did not answer");
    }

    @Test
    void howManyWereKeptCountsThoseThatWentByWithoutAWord() {
        StoryHouse house = new StoryHouse("Keptcount");
        for (int i = 0; i < 3; i++) {
            Browser.Page form = house.member.open(house.here + "/promises/new");
            String id = form.send(Map.of(
                            "what",
                            "I will bring chair number " + i,
                            "due",
                            in(1),
                            "by",
                            form.option("Dev of Keptcount")))
                    .id();
            if (i == 0) {
                String path = house.here + "/promises/" + id;
                house.member.post(path + "/settle", settled(house.member, path, "1", "kept"));
            }
        }
        assertThat(house.member.open(house.here + "/promises").body()).contains("Kept: 1 of 1.");
        house.changed("update promise set due_on = current_date - 1 where what like '%number 1'");
        assertThat(house.member.open(house.here + "/promises").body())
                .contains("Kept: 1 of 2.")
                .containsPattern("(?s)number 1.*number 2.*number 0");
    }
}
