package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members say what a story lets us learn from, and see when they only look at what went wrong. */
class SidesTest {

    private static final StoryHouse HOUSE = new StoryHouse("Sides");
    private static final String PAGE = HOUSE.here + "/patterns/sides";

    private static String told(String words) {
        return HOUSE.released(Telling.story(words).with("for-partnership", "yes"), words, words);
    }

    private static Browser.Page say(Browser who, String id, String side) {
        return who.post(
                PAGE + "/" + id, Map.of("_csrf", who.open(HOUSE.here + "/tell").csrf(), "side", side));
    }

    private static String text(Browser.Page page) {
        return page.body()
                .replaceFirst("(?s).*<main", "<main")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    @Test
    void threeStoriesOfWhatWentWrongAskForOneOfWhatGoesRight() {
        String word = "dysgu" + System.nanoTime();
        String code = told(word + "a");
        for (String end : new String[] {"b", "c", "d"}) {
            told(word + end);
        }
        assertThat(text(HOUSE.member.open(PAGE))).contains("Went wrong: 0. Goes right: 0.");
        for (String end : new String[] {"a", "b", "c"}) {
            assertThat(say(HOUSE.member, HOUSE.id(word + end), "wrong").status())
                    .isEqualTo(200);
        }
        assertThat(text(HOUSE.member.open(PAGE)))
                .contains("we looked at 3 stories of what went wrong and 0 of what goes right")
                .contains("You said: how it went wrong.");
        say(HOUSE.member, HOUSE.id(word + "d"), "right");
        say(HOUSE.carer, HOUSE.id(word + "a"), "right");
        assertThat(text(HOUSE.member.open(PAGE)))
                .as("as many say either")
                .contains("Went wrong: 1. Goes right: 1.")
                .doesNotContain("stories of what went wrong and");
        say(HOUSE.carer, HOUSE.id(word + "a"), "");
        assertThat(text(HOUSE.member.open(PAGE))).doesNotContain("Went wrong: 1. Goes right: 1.");

        Running.browser().open("/t/mine/" + code + "/withdraw").send(Map.of());
        assertThat(text(HOUSE.member.open(PAGE))).doesNotContain(word + "a");
        assertThat(Running.browser().open(PAGE).status()).as("for members").isIn(403, 404);
    }
}
