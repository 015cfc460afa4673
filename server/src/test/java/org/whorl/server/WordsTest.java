package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** "Urgent" means three things to three organisations, until they agree what it means here. */
class WordsTest {

    private static final String HERE = "/p/words/patterns/words";
    private static final Browser KEEPER = Running.keeper();

    @BeforeAll
    static void aPartnershipOfThree() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Words", "name-cy", "Geiriau", "place-en", "Here", "place-cy", "Yma"));
        assertThat(KEEPER.open(HERE).body()).contains("No word has been added yet");
        for (String partner : new String[] {"Council", "Health board", "Practice"}) {
            KEEPER.open("/p/words/partners/new")
                    .send(Map.of("name-en", partner, "name-cy", partner + " (Cymraeg)", "kind", "other"));
        }
    }

    private static Browser.Page mean(Browser.Page word, String partner, String says) {
        return word.send(Map.of("partner", word.option(partner), "says", says));
    }

    private static String text(Browser.Page page) {
        return page.body()
                .replaceFirst("(?s).*<main", "<main")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    @Test
    void threeMeaningsClashUntilOneIsAgreedAndAgainWhenSomethingNewIsMeant() {
        Browser.Page word = KEEPER.open(HERE).send(Map.of("word", "Urgent"));
        assertThat(KEEPER.open(HERE).send(Map.of("word", " urgent. ")).url())
                .as("written alike")
                .isEqualTo(word.url());
        mean(word, "Council", "Within five days");
        mean(word, "Health board", "Within two hours");
        assertThat(text(mean(word, "Practice", "within two hours!"))).contains("It has 2 meanings here.");
        Browser.Page three = mean(word, "Practice", "Today");
        assertThat(text(three))
                .contains("It has 3 meanings here.", "Talk about it", "What was meant before")
                .contains("Practice: within two hours! until");
        assertThat(text(KEEPER.open(HERE))).contains("Different meanings");

        String agree = word.url().replaceFirst("https?://[^/]+", "") + "/here";
        assertThat(text(KEEPER.post(agree, Map.of("_csrf", three.csrf(), "agreed", "Before midnight", "why", " "))))
                .contains("Write why this meaning was chosen");
        assertThat(text(KEEPER.post(
                        agree,
                        Map.of("_csrf", three.csrf(), "agreed", "Before midnight", "why", "It is safe for all"))))
                .contains("Here it means: Before midnight", "It is safe for all")
                .doesNotContain("Talk about it");
        assertThat(text(KEEPER.open(HERE)))
                .contains("Here it means: Before midnight")
                .doesNotContain("Different meanings");
        assertThat(text(KEEPER.open(word.url().replaceFirst("https?://[^/]+", "") + "?lang=cy")))
                .contains("Yma mae'n golygu");
        KEEPER.open(HERE + "?lang=en");
    }

    @Test
    void blankIsNoWordAndSomethingElseIsNoOrganisation() {
        assertThat(text(KEEPER.open(HERE).send(Map.of("word", " ")))).contains("Write a word");
        Browser.Page word = KEEPER.open(HERE).send(Map.of("word", "Home"));
        Browser.Page refused = word.send(Map.of("partner", "other", "says", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(text(refused)).contains("Choose an organisation", "Write what it means");
    }
}
