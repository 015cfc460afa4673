package org.whorl.server.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could give somebody away, and what reads like harm or blame. */
class RecognisableTest {

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            My son Gethin rang.                        | NAME       | Gethin
            Mae Gethin wedi ffonio, a Gethin eto.      | NAME       | Gethin
            Siân rang twice.                           | NAME       | Siân
            Mrs Pritchard came.                        | NAME       | Mrs Pritchard
            We live in Treorchy now.                   | PLACE      | Treorchy
            Rydym yn byw yn Nhreorci.                  | PLACE      | Nhreorci
            It was in ferndale.                        | PLACE      | ferndale
            Ring 01443 555123 now.                     | TELEPHONE  | 01443 555123
            Ring +44 7700 900123 now.                  | TELEPHONE  | +44 7700 900123
            Number 943 476 5919 it was.                | NHS_NUMBER | 943 476 5919
            Write to a.b@example.org soon.             | EMAIL      | a.b@example.org
            At CF43 4AB it was.                        | POSTCODE   | CF43 4AB
            On 3rd of March 2024 she fell.             | DAY        | 3rd of March 2024
            Ar 3 Mawrth syrthiodd.                     | DAY        | 3 Mawrth
            On 03/04/2025 she fell.                    | DAY        | 03/04/2025
            She is 81 years old.                       | AGE        | 81 years old
            Mae hi'n 81 oed.                           | AGE        | 81 oed
            She won the lottery.                       | RARE       | lottery
            Bu tân mewn tŷ yma.                        | RARE       | tân mewn tŷ
            She waited on Monday in Wales with the GP. | -          | -
            The ward was full. Nobody came.            | -          | -""")
    void isFound(String text, String what, String words) {
        List<Recognisable.Found> found = Recognisable.in(text, List.of("Ferndale", "Glynrhedynog"));
        if (what == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).anySatisfy(one -> {
                assertThat(one.what()).isEqualTo(Recognisable.What.valueOf(what));
                assertThat(one.words()).isEqualTo(words);
            });
        }
    }

    /** 943 476 5919 is the example of the NHS Data Dictionary; one digit changed is no number. */
    @ParameterizedTest
    @CsvSource({"943 476 5919, true", "9434765919, true", "943 476 5918, false", "943 476 591, false"})
    void theLastDigitOfAnNhsNumberMustBeRight(String digits, boolean right) {
        assertThat(Recognisable.isNhsNumber(digits)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            he hit her                | true
            She hasn’t been fed: no food | true
            mae e'n ei daro hi        | true
            heb fwyd ers dyddiau      | true
            esgeulustod yw hyn        | true
            the whitewash was pretty  | false
            mae'r tarw yn y cae       | false
            they were kind            | false""")
    void wordsOfHarmAreKnownInBothLanguages(String words, boolean hard) {
        assertThat(Risk.isIn(words)).isEqualTo(hard);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The council never answers        | true
            The nurses are useless           | true
            mae'r tîm yn anobeithiol         | true
            Nobody had the list at handover  | false
            Nid oedd y rhestr gan neb        | false""")
    void blameIsNoticed(String words, boolean blames) {
        assertThat(Blame.isIn(words)).isEqualTo(blames);
    }

    @org.junit.jupiter.api.Test
    void whatIsTakenOutIsReplacedAndTheRestStays() {
        String text = "My son Gethin rang Gethin.";
        List<Recognisable.Found> found = Recognisable.in(text, List.of());
        assertThat(Recognisable.without(text, found.subList(0, 1), List.of("[somebody]")))
                .isEqualTo("My son [somebody] rang Gethin.");
    }
}
