package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How it felt to take part: not who, not which day, and what is said in words goes to Story care like everything else. */
class FeltTest {

    private static final StoryHouse HOUSE = new StoryHouse("Felt");

    @Test
    void anAverageIsShownFromTenAnswersOn() {
        Browser guest = Running.browser();
        String results = HOUSE.here + "/answered";
        int[] heard = {5, 5, 4, 4, 4, 3, 5, 4, 2, 5};
        for (int i = 0; i < heard.length; i++) {
            assertThat(guest.open(results).body()).as("after " + i).doesNotContain("of 5, likely between");
            Browser.Page form = Running.browser().open(HOUSE.link + "/felt");
            Map<String, String> answers = new HashMap<>(Map.of("heard", Integer.toString(heard[i])));
            if (i > 0) {
                answers.put("safe", "5");
            }
            assertThat(form.send(answers).body())
                    .contains("It helps us to do it better")
                    .doesNotContain("id=\"code\"");
        }
        assertThat(guest.open(results).body())
                .containsPattern(
                        "(?s)After telling: Did you feel heard\\?</td><td[^>]*>4.1 of 5, likely between 3.4 and 4.8; 10 answers")
                .containsPattern("(?s)After telling: Did you feel safe\\?</td><td[^>]*>Cannot tell yet")
                .containsPattern("(?s)After a meeting: Did you feel heard\\?</td><td[^>]*>Cannot tell yet");
        assertThat(HOUSE.asked("select count(distinct month) from felt where extract(day from month) = 1", Long.class))
                .isEqualTo(1);
        assertThat(HOUSE.keeper.open(HOUSE.here + "/record").body())
                .contains("said how it felt to take part")
                .doesNotContain(HOUSE.asked("select id::text from felt limit 1", String.class));
    }

    @Test
    void nothingHasToBeAnswered() {
        Browser.Page form = Running.browser().open(HOUSE.here + "/felt");
        Browser.Page blank = form.send(Map.of());
        assertThat(form.body()).as("before any free text").contains("id=\"emergency\"");
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("Answer one of the questions, or close this page");
        assertThat(form.send(Map.of("worth", "9")).status()).isEqualTo(422);
        Browser.Page sent = Telling.story("For the link").send(Running.browser(), HOUSE.here + "/tell");
        assertThat(sent.body()).contains("href=\"" + HOUSE.here + "/tell/felt\"");
        assertThat(Running.browser().open(HOUSE.here + "/tell/felt?lang=cy").body())
                .contains("Oeddech chi’n teimlo bod rhywun wedi gwrando?");
    }

    @Test
    void wordsAreHeldAndHaveACodeOfTheirOwn() {
        String word = "teimlad" + System.nanoTime();
        Browser.Page form = Running.browser().open(HOUSE.here + "/felt");
        assertThat(form.send(Map.of("comment", "It was cold, " + word)).status())
                .as("without an age")
                .isEqualTo(422);
        Browser.Page said = form.send(Map.of("comment", "It was cold, " + word, "age", "adult", "for-team", "yes"));
        String code = Telling.code(said);
        for (String path : new String[] {"/answered", "/stories", "/search?q=" + word, "/felt"}) {
            for (Browser who : new Browser[] {HOUSE.member, HOUSE.keeper, Running.browser()}) {
                assertThat(who.open(HOUSE.here + path).body()).as(path).doesNotContain("It was cold");
            }
        }
        assertThat(HOUSE.read(HOUSE.id(word)).body()).contains("It was cold").contains("How it felt to take part");
        Browser teller = Running.browser();
        assertThat(teller.open("/t/mine/" + code).body())
                .contains("It was cold")
                .contains("A person answers you here by");
        teller.open("/t/mine/" + code + "/withdraw").send(Map.of());
        assertThat(HOUSE.asked("select count(*) from contribution where words like '%" + word + "%'", Long.class))
                .isZero();
    }
}
