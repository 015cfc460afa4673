package org.whorl.server.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are told by clocks in Wales, and the law is known by its name. */
class SpanTest {

    @ParameterizedTest
    @CsvSource({
        // winter time is Greenwich's; summer time an hour before; and the two nights on which clocks change
        "2026-12-14, 2026-12-15T00:00:00Z",
        "2026-07-14, 2026-07-14T23:00:00Z",
        "2026-03-28, 2026-03-29T00:00:00Z",
        "2026-03-29, 2026-03-29T23:00:00Z",
        "2026-10-24, 2026-10-24T23:00:00Z",
        "2026-10-25, 2026-10-26T00:00:00Z",
    })
    void aSpanEndsAtMidnightInWales(LocalDate ends, Instant midnight) {
        Span span = new Span(ends.minusWeeks(12), ends);
        assertThat(span.lapses()).isEqualTo(midnight);
        Instant before = midnight.minusMillis(1);
        assertThat(Span.today(before)).isEqualTo(ends);
        assertThat(Span.today(midnight)).isEqualTo(ends.plusDays(1));
        assertThat(span.daysLeft(before)).isZero();
        assertThat(span.daysLeft(midnight.minusSeconds(60 * 60 * 26))).isBetween(1L, 2L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Assessment under section 19 of the 2014 Act | ASSESS_ADULT",
                "The s.24 check | ASSESS_CARER",
                "s 128 report to the council | REPORT_RISK",
                "Mental Capacity Act assessment | MENTAL_CAPACITY",
                "Asesiad o dan Ddeddf Cydraddoldeb: Deddf Cydraddoldeb 2010 | EQUALITY",
                "Duty of Candour letter | QUALITY_CANDOUR",
            })
    void theLawIsKnownByItsName(String name, Duty duty) {
        assertThat(Duty.namedIn(name)).contains(duty);
    }

    @ParameterizedTest
    @CsvSource({
        "Second assessment by the council",
        "Form 193 section 193",
        "Weekly bed meeting",
        "Safeguarding training form"
    })
    void ourOwnRulesAreNotTakenForLaw(String name) {
        assertThat(Duty.namedIn(name)).isEqualTo(Optional.empty());
    }

    @Test
    void hoursAYearAreMinutesAWeekTimesPeople() {
        // 120 h/yr as in the specification: about 7 minutes a week of 20 people
        assertThat(Hours.of(7, 7, 20)).isEqualTo(new Hours(121, 121));
        assertThat(Hours.of(10, 20, 6).less(Hours.of(5, 10, 6))).isEqualTo(new Hours(0, 78));
    }
}
