package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One box finds what there is, in both languages, for those who may see it. */
class SearchTest {

    private static final Browser keeper = Running.keeper();

    @BeforeAll
    static void somethingToFind() {
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Seeking", "name-cy", "Chwilio", "place-en", "Bryn", "place-cy", "Y Bryn"));
        Browser.Page form = keeper.open("/p/seeking/spirals/new");
        Browser.Page spiral = form.send(Map.of(
                "question",
                "Pwy sy'n gofalu am y tŷ <b>gwyrdd</b> & pham?",
                "population",
                "People waiting for a knee",
                "place",
                form.option("Bryn")));
        keeper.open("/p/seeking/plan?spiral=" + spiral.id())
                .send(Map.of("name", "Sesiwn batrymau yn y caffi", "throughout", "yes"));
        Browser.Page ask = keeper.open("/p/seeking/asks/new");
        ask.send(Map.of("kind", "time", "what", "Could you lend a wheelbarrow?", "minutes", "10"));
        ask.send(Map.of(
                "kind", "time", "what", "Wheelbarrow, for you alone", "minutes", "10", "of", ask.option("Keeper")));
    }

    @ParameterizedTest
    @CsvSource({
        "ty, <mark>tŷ</mark>",
        "TŶ GWYRDD, <mark>gwyrdd</mark>",
        "gofal, <mark>gofalu</mark>",
        "wait, <mark>waiting</mark>",
        "waits knees, <mark>knee</mark>",
        "patrymau, <mark>batrymau</mark>",
        "wheelb, <mark>Wheelbarrow</mark>",
        "keeper, <mark>Keeper</mark>",
        "bryn, <mark>Bryn</mark>"
    })
    void isFound(String typed, String shown) {
        assertThat(search(keeper, "seeking", typed).body()).contains(shown);
    }

    @Test
    void whatPeopleWroteStaysText() {
        assertThat(search(keeper, "seeking", "gwyrdd").body())
                .contains("&lt;b&gt;<mark>gwyrdd</mark>&lt;/b&gt; &amp; pham?")
                .doesNotContain("<b>");
        assertThat(search(keeper, "seeking", "\"><script>alert(1)</script>").body())
                .doesNotContain("<script>alert");
        for (String odd : new String[] {"'", "!", "& | !", ":*", "(", "\\", "%", "a'b:*", "\u0000x"}) {
            assertThat(search(keeper, "seeking", odd).status()).as(odd).isEqualTo(200);
        }
    }

    @Test
    void nothingTypedAndNothingFoundSayWhatToDo() {
        assertThat(search(keeper, "seeking", "").body()).contains("Type a word above.");
        assertThat(search(keeper, "seeking", "xylophone").body())
                .contains("Nothing found for xylophone")
                .contains("Try fewer words");
    }

    @Test
    void aNameInBothLanguagesIsFoundByEitherAndShownInTheReaders() {
        Browser guest = Running.browser();
        assertThat(guest.open("/p/cwm-taf-morgannwg/search?q=Bridgend&lang=cy").body())
                .contains("Pen-y-bont ar Ogwr")
                .contains("Lle");
        assertThat(guest.open("/p/cwm-taf-morgannwg/search?q=ogwr&lang=en").body())
                .contains("Bridgend");
    }

    @Test
    void guestsFindWhatIsOpenAndNobodysName() {
        Browser guest = Running.browser();
        assertThat(search(guest, "cwm-taf-morgannwg", "hospital").body()).contains("<mark>hospital</mark>");
        assertThat(search(guest, "cwm-taf-morgannwg", "Llinos").body()).contains("Nothing found");
        assertThat(search(guest, "seeking", "wheelbarrow").status()).isEqualTo(404);
        assertThat(search(keeper, "cwm-taf-morgannwg", "wheelbarrow").body()).contains("Nothing found");
        assertThat(search(keeper, "seeking", "hospital").body()).contains("Nothing found");
    }

    private static Browser.Page search(Browser browser, String slug, String typed) {
        return browser.open("/p/" + slug + "/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }
}
