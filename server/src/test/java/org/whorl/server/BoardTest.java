package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** A board for a workshop: cards typed while people speak, each of them held at once. */
class BoardTest {

    private static final String HERE = "/p/boards";
    private static final Browser KEEPER = Running.keeper();
    private static final Map<String, String> ALOUD = Map.of(
            "name", "Carers in the library",
            "said", "A trained person reads it first.",
            "teller", "typed",
            "age", "adult",
            "where", "wales",
            "for-team", "yes",
            "for-partnership", "yes");

    @BeforeAll
    static void aPartnership() {
        KEEPER.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Boards", "name-cy", "Byrddau", "place-en", "Here", "place-cy", "Yma"));
    }

    private static Browser.Page board() {
        return KEEPER.open(HERE + "/workshops").send(ALOUD);
    }

    /** What the form holds as a browser would send it: hidden fields, what is chosen and what is ticked. */
    private static Map<String, String> shown(Browser.Page page) {
        Map<String, String> values = new HashMap<>();
        String form = page.body().replaceFirst("(?s).*<form id=\"form\"", "").replaceFirst("(?s)</form>.*", "");
        Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .forEach(found -> values.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2))));
        Pattern.compile("name=\"([^\"]+)\" type=\"(?:radio|checkbox)\" value=\"([^\"]*)\" checked")
                .matcher(form)
                .results()
                .forEach(found -> values.put(found.group(1), found.group(2)));
        Pattern.compile("(?s)<select[^>]*name=\"([^\"]+)\".*?<option value=\"([^\"]*)\" selected")
                .matcher(form)
                .results()
                .forEach(found -> values.put(found.group(1), found.group(2)));
        return values;
    }

    private static Browser.Page add(Browser.Page board, Map<String, String> card) {
        Map<String, String> values = shown(board);
        values.putAll(card);
        return KEEPER.post(board.url(), values);
    }

    private static List<String> codes(Browser.Page page) {
        return Pattern.compile("<li><code>([0-9a-z-]{19})</code></li>")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aCardIsHeldAtOnceAndItsCodeOpensIt() {
        Browser.Page board = board();
        assertThat(board.body())
                .contains("A trained person reads it first.", "0 cards given to Story care.", "autofocus");
        Browser.Page one = add(board, Map.of("words", "We wait in the car park", "kind", "barrier"));
        assertThat(one.body())
                .contains("1 card given to Story care.")
                .contains("Added.")
                .doesNotContain("We wait in the car park");
        assertThat(shown(one))
                .as("what was chosen last stays")
                .containsEntry("kind", "barrier")
                .containsEntry("for-team", "yes");
        Browser.Page two = add(one, Map.of("words", "Mae’r staff yn glên", "words-in", "cy", "kind", "strength"));
        assertThat(codes(two)).hasSize(2);
        // The same card sent again, by a finger that trembles.
        Map<String, String> again = shown(one);
        again.putAll(Map.of("words", "Mae’r staff yn glên", "words-in", "cy", "kind", "strength"));
        Browser.Page twice = KEEPER.post(two.url(), again);
        assertThat(twice.body()).contains("2 cards given to Story care.");
        assertThat(codes(twice)).isEqualTo(codes(two));
        assertThat(Running.browser().open("/t/mine/" + codes(two).get(1)).body())
                .contains("Mae’r staff yn glên")
                .contains("Nobody has seen it")
                .containsPattern("id=\"for-partnership\"[^>]*checked");
        Browser.Page slips = KEEPER.post(
                two.url() + "/slips",
                Map.of("_csrf", two.csrf(), "codes", String.join(" ", codes(two)) + " not-a-code"));
        assertThat(slips.body())
                .contains(codes(two).get(0), codes(two).get(1), "<svg")
                .doesNotContain("not-a-code");
        Browser.Page later = KEEPER.open(two.url());
        assertThat(later.body()).contains("2 cards given to Story care.");
        assertThat(codes(later)).as("nobody finds them again").isEmpty();
        for (String page : List.of("/stories", "/search?q=staff", "/record")) {
            assertThat(KEEPER.open(HERE + page).body()).as(page).doesNotContain("glên", "car park");
        }
        Browser.Page closed = KEEPER.post(two.url() + "/close", Map.of("_csrf", two.csrf()));
        assertThat(closed.body()).contains("The board is closed.");
        assertThat(add(board, Map.of("words", "Too late")).body()).contains("This board is closed");
    }

    @Test
    void whatIsWrongWithACardIsSaidAndNothingIsLost() {
        Browser.Page board = board();
        Browser.Page blank = add(board, Map.of("words", " "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("Write a few words");
        assertThat(add(board, Map.of("words", "Ask 943 476 5919, she knows")).body())
                .contains("says who somebody is. Take it out", "0 cards given to Story care.");
        Browser.Page one = add(board, Map.of("words", "One"));
        Browser.Page wrong = add(one, Map.of("words", "Kept <here>", "where", "nowhere"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"Kept &lt;here>\"");
        assertThat(codes(wrong)).as("the codes so far").isEqualTo(codes(one));
    }

    @Test
    void aCardOfSomebodyYoungIsForNobodyTheyCannotChoose() {
        Browser.Page board = board();
        Browser.Page young = add(board, Map.of("words", "At school", "age", "young-alone"));
        assertThat(young.status()).isEqualTo(422);
        assertThat(young.body())
                .contains("Somebody that young cannot choose all of these")
                .contains("<details class=\"nhsuk-details\" open");
        Map<String, String> values = shown(young);
        values.putAll(Map.of("words", "At school", "age", "young-alone"));
        values.remove("for-partnership");
        assertThat(KEEPER.post(board.url(), values).body()).contains("1 card given to Story care.");
        Map<String, String> all = new HashMap<>(ALOUD);
        all.putAll(Map.of("age", "young-self", "for-public", "yes"));
        assertThat(KEEPER.open(HERE + "/workshops").send(all).status()).isEqualTo(422);
    }

    @Test
    void whoeverMayNotArrangeItFindsNoBoard() {
        Browser.Page board = board();
        Browser guest = Running.browser();
        assertThat(guest.open(board.url()).status()).isIn(403, 404);
        assertThat(guest.open(HERE + "/workshops").status()).isIn(403, 404);
        String csrf = guest.open("/sign-in").csrf();
        assertThat(guest.post(board.url(), Map.of("_csrf", csrf, "words", "x")).status())
                .isIn(403, 404);
        assertThat(KEEPER.open(board.url()).body()).contains("0 cards given to Story care.");
    }
}
