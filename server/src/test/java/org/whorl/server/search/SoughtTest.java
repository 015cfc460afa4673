package org.whorl.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed becomes words that PostgreSQL can be asked for, and nothing else. */
class SoughtTest {

    @ParameterizedTest
    @CsvSource({
        "gofal, ofal",
        "gofal, ngofal",
        "ofal, gofal",
        "ngofal, gofal",
        "cartref, gartref",
        "cartref, nghartref",
        "chartref, cartref",
        "gartref, cartref",
        "pobl, bobl",
        "phobl, pobl",
        "mynydd, fynydd",
        "llety, lety",
        "rhaglen, raglen",
        "dyfodol, ddyfodol"
    })
    void aWelshWordIsFoundByItsOtherForms(String typed, String written) {
        assertThat(Sought.welshForms(typed)).contains(written);
    }

    @Test
    void shortWordsHaveNone() {
        assertThat(Sought.welshForms("bed")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Tŷ gwyrdd      | ty gwyrdd
            ' ! & :* <b>    | b
            o'r ysbyty     | o r ysbyty
            ŴYTHNOS        | wythnos
            """)
    void onlyLettersAndDigitsAreLeft(String typed, String words) {
        assertThat(String.join(" ", Sought.of(typed).words())).isEqualTo(words);
    }

    @Test
    void whatIsMarkedIsWhatWasWritten() {
        assertThat(Marks.pieces("Y tŷ <b>", "Y \u0001ty\u0002  b ", "Y ty  b "))
                .containsExactly(
                        new Found.Piece("Y ", false), new Found.Piece("tŷ", true), new Found.Piece(" <b>", false));
        assertThat(Marks.pieces("short", "\u0001longer\u0002")).containsExactly(new Found.Piece("short", false));
        assertThat(Marks.pieces("")).isEmpty();
    }
}
