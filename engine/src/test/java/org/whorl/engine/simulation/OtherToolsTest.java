package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;

/** Faults that were shown in other tools for the same work; each test fails if ours has them. */
class OtherToolsTest {

    /** A scheduler drew again whenever a stay was beyond 1.9 means: 10.33 days came out for 18.07. */
    @ParameterizedTest
    @CsvSource({"9, 18.07", "5, 18.70", "5, 12.08"})
    void longStaysAreNotCutShort(double median, double mean) {
        Cases cases = Cases.model().days(2000, 2000).arrive("care", 5);
        cases.service("care").unlimited().stay(Duration.of(Family.LOGNORMAL_BY_MEDIAN, mean, median));
        Seen.playing(cases.build(), 40).agrees("care", Field.IN_PLACE, 5 * mean, 0.01);
    }

    /** The opening queue stayed for days beside two thousand free beds, and some were admitted before they had come. */
    @Test
    void theOpeningQueueUsesFreePlacesAtOnce() {
        Cases cases = Cases.model().days(0, 20).arrive("bed", 2).open("bed", 28, 31, 0);
        cases.service("bed").places(2000).lognormal(42.79, 40);
        Seen seen = Seen.playing(cases.build(), 50);
        assertThat(seen.daily("bed", Field.WAITING)).containsOnly(0);
        assertThat(seen.mean("bed", Field.WAIT)).isZero();
    }

    /** If nothing happened on the second day, its counts were set to nought. */
    @Test
    void aDayOnWhichNothingHappensKeepsItsCounts() {
        Cases cases =
                Cases.model().days(0, 5).open("bed", Collections.nCopies(25, 0.0), Collections.nCopies(15, 1.0), null);
        cases.service("bed").places(25).constant(90);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("bed", Field.IN_PLACE)).containsOnly(25);
        assertThat(seen.daily("bed", Field.WAITING)).containsOnly(15);
    }

    /** The mean wait forgot the opening queue and everyone admitted at once: 0 for a fortnight with 31 waiting. */
    @Test
    void waitsCountTheOpeningQueueAndThoseAdmittedAtOnce() {
        // On day 0 two of four places are free: two who have waited 6 and 5 days start; the one who has waited 3 starts
        // when a place is free on day 2; later on nobody waits, but nobody comes either.
        Cases cases = Cases.model().days(0, 10).open("bed", List.of(0.0, 0.0), List.of(3.0, 6.0, 5.0), null);
        cases.service("bed").places(4).constant(2);
        Seen seen = Seen.once(cases);
        assertThat(seen.mean("bed", Field.WAIT)).isCloseTo((6 + 5 + (3 + 2)) / 3.0, within(1e-9));
        assertThat(seen.mean("bed", Field.DELAYED_SHARE)).isEqualTo(1);

        // With room for all, everybody who starts counts, and half the mean belongs to those who did not wait.
        Cases room = Cases.model().days(0, 1).arrive("bed", 40).open("bed", null, Collections.nCopies(40, 2.0), null);
        room.service("bed").places(10_000).constant(2);
        Seen half = Seen.playing(room.build(), 2000);
        assertThat(half.mean("bed", Field.WAIT)).isCloseTo(1, within(0.03));
        assertThat(half.mean("bed", Field.DELAYED_SHARE)).isCloseTo(0.5, within(0.015));
    }

    /** Daily averages were weighted by the time since the very beginning instead of by the time within the day. */
    @Test
    void averagesAreOverTimeNotOverEvents() {
        // One person for a quarter of the first day, then one from day 1 to 3: (0.25 + 2) / 4.
        Cases cases =
                Cases.model().days(0, 4).open("bed", List.of(1.75), null, null).open("ward", List.of(1.0), null, null);
        cases.service("bed").unlimited().constant(2);
        cases.service("ward").unlimited().constant(2).to("bed", 1);
        Seen seen = Seen.once(cases);
        assertThat(seen.mean("bed", Field.IN_PLACE)).isCloseTo((0.25 + 2) / 4, within(1e-12));
        assertThat(seen.mean("ward", Field.IN_PLACE)).isCloseTo(0.25, within(1e-12));
    }

    /** Statistics joined by person mixed up the visits of whoever came twice: a mean of 0.00 with an sd of 42. */
    @Test
    void whoComesTwiceHasTwoWaits() {
        Cases cases = Cases.model().days(0, 30).open("bed", List.of(0.0), List.of(0.0), null);
        cases.service("bed").places(1).constant(2).to("hall", 0.999999).to("home", 0.000001);
        cases.service("hall").unlimited().constant(0).to("bed", 0.999999).to("home", 0.000001);
        // Two people take turns of two days: 14 or 15 waits of two days in thirty, each its own.
        Seen seen = Seen.once(cases);
        assertThat(seen.mean("bed", Field.WAIT)).isCloseTo(2, within(1e-9));
        assertThat(seen.mean("bed", Field.STARTS) * 30).isCloseTo(14, within(1e-9));
    }

    /** Only stays that began and ended in the window were counted, so that long ones were missing: 22.33 for 24.00. */
    @Test
    void staysThatReachBeyondTheWindowCountAsFarAsTheyReach() {
        Cases cases = Cases.model().days(200, 100).arrive("rehab", 3);
        cases.service("rehab").unlimited().lognormal(24, 20);
        Seen seen = Seen.playing(cases.build(), 200);
        Seen.agrees("stay by Little's law", seen.of("rehab", Field.IN_PLACE), 3 * 24, 0.01);
    }
}
