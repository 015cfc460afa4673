package org.whorl.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bank holidays of England and Wales, against those published on gov.uk/bank-holidays. */
class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2019, 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
        "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        "2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        "2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        "2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"
    })
    void theDaysAreThosePublished(int year, String days) {
        List<LocalDate> published = Arrays.stream(days.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
        assertThat(WorkingDays.listHolidays(year)).containsExactlyInAnyOrderElementsOf(published);
    }

    /** From the table of the Book of Common Prayer as reformed in 1752, the earliest and latest Easter among them. */
    @ParameterizedTest
    @CsvSource({"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2038-04-25"})
    void easterIsWhereItWas(LocalDate easter) {
        assertThat(WorkingDays.easter(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({
        // a Sunday evening, an ordinary week
        "2026-11-22, 5, 2026-11-27",
        "2026-11-27, 5, 2026-12-04",
        // over Christmas of 2026: 25 and 28 December and 1 January are none
        "2026-12-23, 5, 2027-01-04",
        // over Easter
        "2026-04-02, 1, 2026-04-07",
        "2026-05-01, 1, 2026-05-05"
    })
    void workingDaysLeaveOutWeekendsAndHolidays(LocalDate from, int days, LocalDate then) {
        assertThat(WorkingDays.after(from, days)).isEqualTo(then);
    }

    @Test
    void whereTheRulesWereOthersNothingIsSaid() {
        assertThatThrownBy(() -> WorkingDays.isOne(LocalDate.of(1977, 6, 7))).hasMessageContaining("1978");
    }
}
