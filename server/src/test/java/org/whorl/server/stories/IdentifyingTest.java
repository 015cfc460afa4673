package org.whorl.server.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would say who somebody is, and what only looks like it. */
class IdentifyingTest {

    /** 943 476 5919 is the example of the NHS data dictionary: 299 is the sum, 2 the remainder, 9 the check digit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            My number is 943 476 5919, they said        | NHS_NUMBER
            9434765919                                  | NHS_NUMBER
            943-476-5919                                | NHS_NUMBER
            write to eirlys.o'neil@example.org           | EMAIL
            post@cwmtaf.cymru                           | EMAIL
            ring 01443 123456 after six                 | TELEPHONE
            +44 7700 900123                             | TELEPHONE
            07700900123                                 | TELEPHONE
            (029) 2018 0000                             | TELEPHONE
            she lives at CF40 1NY, up the hill          | POSTCODE
            sw1a1aa                                     | POSTCODE
            M1 1AE                                      | POSTCODE
            He was born on 4 March 1931                 | BIRTH
            DOB: 04/03/1931                             | BIRTH
            date of birth 1931-03-04                    | BIRTH
            Ganwyd hi ar 4 Mawrth 1931                  | BIRTH
            dyddiad geni: 4.3.1931                      | BIRTH
            04/03/1931                                  | BIRTH
            1931-03-04                                  | BIRTH
            """)
    void isFound(String text, Identifying what) {
        assertThat(Identifying.list(text)).contains(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "943 476 5918 has the wrong last digit",
                "1111111111",
                "On 4 March 2026 nobody came until 14:30",
                "Rang 111 and 999, then waited 12 hours",
                "The CF40 end of the valley, the A4 form, Ward 7B",
                "It costs £1,250.50 and takes 10000 steps",
                "Ganwyd fy mab yno a bu farw mam yno",
                "We had 5 2 and then 3 visits in 2024 and 2025",
                "Mae’r tîm nos yn wych @ all times",
            })
    void isNotFound(String text) {
        assertThat(Identifying.list(text)).isEmpty();
    }

    /** By the rule as it is written: of every ten thousand last digits, against a sum made another way. */
    @Test
    void theCheckDigitIsThatOfTheRule() {
        for (int nine : List.of(943476591, 401023213, 987654432, 123456788, 450557710)) {
            String first = Integer.toString(nine);
            int sum = 0;
            for (int weight = 10, rest = nine, place = 100_000_000; weight >= 2; weight--, place /= 10) {
                sum += weight * (rest / place);
                rest %= place;
            }
            for (int digit = 0; digit < 10; digit++) {
                assertThat(Identifying.isNhsNumber(first + digit))
                        .as(first + digit)
                        .isEqualTo((sum + digit) % 11 == 0);
            }
        }
    }
}
