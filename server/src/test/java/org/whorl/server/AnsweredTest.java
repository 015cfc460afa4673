package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever tells something is answered by a person in five working days, and everybody sees what came of it. */
class AnsweredTest {

    private static final StoryHouse HOUSE = new StoryHouse("Answered");

    private static String tell(Telling telling, String word) {
        telling.tell(Running.browser(), HOUSE.link);
        return HOUSE.id(word);
    }

    private static int daysAgo(String word, int days) {
        return HOUSE.changed("update contribution set told_at = told_at - interval '%d days' where words like '%%%s%%'"
                .formatted(days, word));
    }

    @Test
    void readingIsNoAnswerAndAnswerComesInTheLanguageThatWasAskedFor() {
        String word = "cynddaredd" + System.nanoTime();
        String code = Telling.story("I am furious. Nobody rang, " + word)
                .with("answer", "cy")
                .tell(Running.browser(), HOUSE.link);
        String id = HOUSE.id(word);
        Browser teller = Running.browser();
        assertThat(teller.open("/t/mine/" + code).body())
                .contains("A person answers you here by")
                .doesNotContain("A person answers you, ");
        assertThat(HOUSE.carer.open(HOUSE.here + "/care/" + id + "/answer").status())
                .as("before reading")
                .isEqualTo(404);
        HOUSE.read(id);
        assertThat(teller.open("/t/mine/" + code).body())
                .as("once it was read")
                .contains("A person answers you here by");
        Browser.Page anger = HOUSE.carer.open(HOUSE.here + "/care/" + id + "/answer?begin=anger");
        assertThat(anger.body()).contains("Rydych yn ddig am [beth]").contains("answered in Welsh");
        assertThat(anger.send(Map.of("words", "Rydych yn ddig am [beth]")).body())
                .contains("Fill in what still stands in brackets");
        assertThat(anger.send(Map.of("words", "Rydych yn ddig am yr aros. Byddaf yn ffonio yfory. " + word))
                        .body())
                .contains("The answer stands on the teller’s page");
        assertThat(teller.open("/t/mine/" + code).body())
                .containsPattern("(?s)A person answers you, .*lang=\"cy\">Rydych yn ddig am yr aros")
                .doesNotContain("A person answers you here by");
        for (String path : new String[] {"/answered", "/stories", "/search?q=" + word, "/stories/" + id}) {
            for (Browser who : new Browser[] {HOUSE.member, HOUSE.keeper, Running.browser()}) {
                assertThat(who.open(HOUSE.here + path).body().replace("q=" + word, ""))
                        .as(path)
                        .doesNotContain("ddig am yr aros");
            }
        }
    }

    @Test
    void whoWaitsLongestComesFirstAndIsToldSo() {
        String late = "hwyr" + System.nanoTime();
        String code = Telling.story("Late " + late).tell(Running.browser(), HOUSE.link);
        tell(Telling.story("Fresh " + late + "b").with("answer", "cy"), late + "b");
        assertThat(daysAgo("Late " + late, 40)).isEqualTo(1);
        assertThat(Running.browser().open("/t/mine/" + code).body())
                .contains("A person should have answered you by")
                .contains("We are sorry");
        assertThat(HOUSE.carer.open(HOUSE.here + "/care").body())
                .containsPattern(
                        "(?s)id=\"unanswered\">\\s*<li>(?:(?!</li>).)*answered in English(?:(?!</li>).)*>Late<")
                .containsPattern("(?s)id=\"unanswered\".*answered in Welsh")
                .doesNotContain(late);
    }

    @Test
    void whatWasSaidAndWhatHappenedIsThereUntilItIsTakenBack() {
        String word = "atebwyd" + System.nanoTime();
        String code = HOUSE.released(
                Telling.story("Words " + word).with("for-partnership", "yes").with("for-public", "yes"),
                word,
                "The bus does not stop, " + word);
        String id = HOUSE.id(word);
        String page = HOUSE.here + "/answered";
        assertThat(HOUSE.member.open(page).body())
                .containsPattern("(?s)id=\"told-" + id + "\".*The bus does not stop.*Nothing yet");
        assertThat(Running.browser().open(page).body()).as("still cooling off").doesNotContain(word);
        HOUSE.changed("update released set wide_from = current_date where words like '%" + word + "%'");
        assertThat(Running.browser().open(page).body()).contains(word);

        String before = StoryHouse.found(HOUSE.member.open(page).body(), "<strong>(\\d+) of \\d+ have an answer");
        Browser.Page story = HOUSE.carer.open(HOUSE.here + "/stories/" + id);
        story.send(Map.of("stage", "used", "words", "Talked about on Monday"));
        assertThat(HOUSE.member.open(page).body())
                .as("talking is no answer")
                .contains("<strong>" + before + " of ")
                .contains("Talked about on Monday");
        story.send(Map.of("stage", "not-possible", "words", "The road is too narrow, the council says"));
        assertThat(HOUSE.member.open(page).body())
                .contains("<strong>" + (Integer.parseInt(before) + 1) + " of ")
                .containsPattern("(?s)Not possible</strong>.*said by Sian of Answered.*The road is too narrow");
        assertThat(Running.browser().open(page).body())
                .contains("The road is too narrow")
                .as("guests are told no name")
                .doesNotContain("Sian");
        assertThat(Running.browser().open(page + "?lang=cy").body()).contains("Ddim yn bosibl</strong>");
        Running.browser().open("/t/mine/" + code + "/withdraw").send(Map.of());
        assertThat(HOUSE.member.open(page).body()).doesNotContain(word).doesNotContain("The road is too narrow");
    }

    @Test
    void howManyWereAnsweredInTimeIsToldFromTenOnByLanguage() {
        StoryHouse house = new StoryHouse("Promptly");
        Browser guest = Running.browser();
        String code = "";
        for (int i = 0; i < 10; i++) {
            assertThat(guest.open(house.here + "/answered").body()).contains("English: cannot tell yet");
            String word = "prydlon" + i + "x";
            code = Telling.story("Prompt " + word).tell(Running.browser(), house.link);
            house.read(house.id(word));
            if (i > 0) {
                house.carer
                        .open(house.here + "/care/" + house.id(word) + "/answer")
                        .send(Map.of("words", "I have read it, and will ring the ward."));
            }
        }
        assertThat(guest.open(house.here + "/answered").body())
                .as("one is neither answered nor late")
                .contains("English: cannot tell yet");
        house.changed("update contribution set told_at = told_at - interval '40 days' where words like '%prydlon0x%'");
        assertThat(guest.open(house.here + "/answered").body())
                .contains("English: answered within five working days: 9 of 10")
                .contains("between 60 and 98 in 100")
                .contains("Welsh: cannot tell yet");
        Running.browser().open("/t/mine/" + code + "/withdraw").send(Map.of());
        assertThat(guest.open(house.here + "/answered").body()).contains("English: cannot tell yet");
    }

    @Test
    void whatWasFirstAskedLeadsToWhatHappened() {
        Browser.Page form = HOUSE.keeper.open(HOUSE.here + "/spirals/new");
        Browser.Page home = form.send(
                Map.of("question", "I want to see a doctor", "population", "All", "place", form.option("Ferndale")));
        String id = home.id();
        HOUSE.keeper
                .open(HOUSE.here + "/spirals/" + id + "/first-ask")
                .send(Map.of("state", "begun", "note", "Two more mornings"));
        assertThat(HOUSE.keeper.open(HOUSE.here + "/spirals/" + id).body())
                .containsPattern("(?s)id=\"first-ask\".*href=\"" + HOUSE.here + "/answered\\?spiral=" + id + "\"");
        assertThat(Running.browser().open(HOUSE.here + "/answered?spiral=" + id).body())
                .containsPattern("(?s)0 of 1 have an answer.*I want to see a doctor.*Begun.*Two more mornings");
        HOUSE.keeper
                .open(HOUSE.here + "/spirals/" + id + "/first-ask")
                .send(Map.of("state", "not-now", "note", "No doctor can be found"));
        assertThat(Running.browser().open(HOUSE.here + "/answered?spiral=" + id).body())
                .contains("1 of 1 have an answer");
    }
}
