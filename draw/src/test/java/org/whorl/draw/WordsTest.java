package org.whorl.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0        | 0",
                "-0.0     | 0",
                "0.08     | 0.08",
                "0.1234   | 0.123",
                "12.34    | 12.3",
                "12       | 12",
                "99.96    | 100",
                "-3.1     | −3.1",
                "1234.4   | 1,234",
                "1234567  | 1,234,567",
                "1e15     | 1×10^15",
                "-2.5e300 | −2.5×10^300",
                "NaN      | not known",
                "Infinity | not known",
            })
    void number(double value, String written) {
        assertThat(Words.EN.number(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0          | £0",
                "-0.001     | £0",
                "3.45       | £3.45",
                "14         | £14",
                "1234.4     | £1,234",
                "-62000     | −£62,000",
                "999499     | £999,499",
                "999500     | £1.0m",
                "1234567    | £1.2m",
                "-123456789 | −£123m",
                "999600000  | £1.0bn",
                "3100000000 | £3.1bn",
                "NaN        | not known",
            })
    void money(double pounds, String written) {
        assertThat(Words.EN.money(pounds)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.34 | 34%", "0.034 | 3.4%", "1 | 100%", "-0.2 | −20%", "0 | 0.0%"})
    void share(double share, String written) {
        assertThat(Words.EN.share(share)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | 12.31     | 10.13   | 14.77   | 12.3 (10.1 to 14.8)            | 12.3 (10.1 i 14.8)",
                "NUMBER | 41.2      | 30.4    | 52.3    | 41 (30 to 52)                  | 41 (30 i 52)",
                "NUMBER | 1234      | 1118    | 1342    | 1,230 (1,120 to 1,340)         | 1,230 (1,120 i 1,340)",
                "NUMBER | 6         | 3       | 9       | 6 (3 to 9)                     | 6 (3 i 9)",
                "NUMBER | 0.0123    | 0.0101  | 0.0148  | 0.0123 (0.0101 to 0.0148)      | 0.0123 (0.0101 i 0.0148)",
                "NUMBER | 5         | 5       | 5       | 5 (5 to 5)                     | 5 (5 i 5)",
                "NUMBER | 5         | NaN     | NaN     | 5                              | 5",
                "NUMBER | NaN       | NaN     | NaN     | not known                      | ddim yn hysbys",
                "POUNDS | -62345    | -90123  | -30456  | −£62,000 (−£90,000 to −£30,000) | −£62,000 (−£90,000 i −£30,000)",
                "POUNDS | 1234567   | 890000  | 1610000 | £1.23m (£0.89m to £1.61m)      | £1.23m (£0.89m i £1.61m)",
                "POUNDS | 14.2      | 13.6    | 14.9    | £14.20 (£13.60 to £14.90)      | £14.20 (£13.60 i £14.90)",
                "SHARE  | 0.34      | 0.22    | 0.48    | 34% (22% to 48%)               | 34% (22% i 48%)",
                "SHARE  | 0.034     | 0.022   | 0.048   | 3.4% (2.2% to 4.8%)            | 3.4% (2.2% i 4.8%)",
            })
    void valueWithItsInterval(Unit unit, double value, double low, double high, String english, String welsh) {
        assertThat(Words.EN.value(unit, Reading.of(value, low, high))).isEqualTo(english);
        assertThat(Words.CY.value(unit, Reading.of(value, low, high))).isEqualTo(welsh);
    }

    @Test
    void dates() {
        LocalDate day = LocalDate.of(2027, 2, 5);
        assertThat(Words.EN.date(day)).isEqualTo("5 February 2027");
        assertThat(Words.CY.date(day)).isEqualTo("5 Chwefror 2027");
        assertThat(Words.EN.shortDate(day)).isEqualTo("5 Feb 2027");
        assertThat(Words.CY.shortDate(day)).isEqualTo("5 Chwef 2027");
        assertThat(Arrays.stream(Month.values()).map(Words.CY::month))
                .containsExactly(
                        "Ionawr",
                        "Chwefror",
                        "Mawrth",
                        "Ebrill",
                        "Mai",
                        "Mehefin",
                        "Gorffennaf",
                        "Awst",
                        "Medi",
                        "Hydref",
                        "Tachwedd",
                        "Rhagfyr");
    }

    @Test
    void writesTheSameWhateverTheMachineSpeaks() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Words.EN.number(1234.5)).isEqualTo("1,235");
            assertThat(Samples.days().svg(Size.WIDE, "a")).isEqualTo(inEnglish());
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static String inEnglish() {
        Locale.setDefault(Locale.UK);
        return Samples.days().svg(Size.WIDE, "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | 20      | 10      | 20",
                "NUMBER | 2       | 0.5     | 2.0",
                "POUNDS | 50000   | 50000   | £50k",
                "POUNDS | 1500000 | 500000  | £1.5m",
                "POUNDS | -200    | 100     | −£200",
                "POUNDS | 2.5     | 0.5     | £2.50",
                "SHARE  | 0.25    | 0.05    | 25%",
                "SHARE  | 0.025   | 0.005   | 2.5%",
            })
    void tick(Unit unit, double value, double step, String written) {
        assertThat(Words.EN.tick(unit, value, step)).isEqualTo(written);
    }
}
