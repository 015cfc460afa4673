package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Measure.CensusDay;
import org.whorl.engine.model.Measure.Count;
import org.whorl.engine.model.Name;

/** What partnerships watch, counted by hand. */
class MeasuresTest {

    private static Measure measure(
            String id,
            Count count,
            List<String> in,
            double longerThan,
            @Nullable CensusDay on,
            @Nullable Double crisis) {
        return new Measure(id, Name.of(id), count, in, List.of(), new LinkedHashMap<>(), longerThan, on, crisis);
    }

    /** Five wait in acute beds since days 0, 1, 2, 3 and 4 before the clock; places for two open on day 6. */
    private static Cases five() {
        Cases cases = Cases.model().days(0, 10).open("team", null, List.of(0.0, 1.0, 2.0, 3.0, 4.0), null);
        cases.service("acute").unlimited().constant(1);
        cases.service("team").places(0, 6, 2).constant(50).waitsIn("acute");
        return cases;
    }

    @Test
    void thoseWhoHaveWaitedLongerThanSoManyDays() {
        Cases cases = five().measure(measure("long", Count.WAITING, List.of("acute"), 4.5, null, 3.0));
        Seen seen = Seen.once(cases);
        // At midnight 1 they have waited 1 to 5 days: one beyond 4.5; then 2, 3, 4, 5, 5; on day 6 the longest two
        // start.
        assertThat(seen.daily("long")).containsExactly(1, 2, 3, 4, 5, 5, 3, 3, 3, 3);
        assertThat(seen.measure("long", Field.P_CRISIS).mean()).isCloseTo(0.3, within(1e-12));
        // Exact to the moment: each counts from when they pass 4.5 days, at 0.5, 1.5, 2.5, 3.5 and 4.5.
        double expected = (6 - 0.5) + (6 - 1.5) + (10 - 2.5) + (10 - 3.5) + (10 - 4.5);
        assertThat(seen.measure("long", Field.MEAN).mean()).isCloseTo(expected / 10, within(1e-12));
    }

    @Test
    void aCensusIsTakenOnItsDaysOnly() {
        // January to March 2026: third Wednesdays are 21 January, 18 February and 18 March, days 20, 48 and 76.
        Cases cases = Cases.model()
                .days(0, 90)
                .from(LocalDate.of(2026, 1, 1))
                .open("ward", IntStream.range(0, 80).mapToObj(i -> (double) i).toList(), null, null)
                .measure(measure("census", Count.IN_PLACE, List.of("ward"), 0, new CensusDay(3, 3), 40.0));
        cases.service("ward").unlimited().constant(80);
        Seen seen = Seen.once(cases);
        // One leaves at the end of each day; who leaves at that midnight is still counted: 60, 32 and 4.
        Series series = seen.series("base", Subject.measure("census"), Field.MEAN);
        assertThat(series.days()).containsExactly(20, 48, 76);
        assertThat(series.mean()).containsExactly(60, 32, 4);
        assertThat(seen.measure("census", Field.MEAN).mean()).isCloseTo(32, within(1e-12));
        assertThat(seen.measure("census", Field.P_CRISIS).mean()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void wherePeopleAreTellsAcuteFromHomeFromOutside() {
        Cases cases = Cases.model()
                .days(0, 4)
                .open("team", 0, 5, 0)
                .open("care", 0, 3, 0)
                .measure(measure("acute", Count.WAITING, List.of("acute"), 0, null, null))
                .measure(measure("outside", Count.WAITING, List.of("outside"), 0, null, null))
                .measure(measure("home", Count.WAITING, List.of("home"), 0, null, null))
                .measure(measure("anywhere", Count.WAITING, List.of(), 0, null, null))
                .measure(measure("two", Count.WAITING, List.of("home", "acute"), 0, null, null));
        cases.service("acute").places(2).constant(1);
        cases.service("team").places(0).constant(1).waitsIn("acute");
        cases.service("care").places(0).constant(1);
        Seen seen = Seen.once(cases);
        Map.of("acute", 2.0, "outside", 3.0, "home", 3.0, "anywhere", 8.0, "two", 5.0)
                .forEach((id, count) -> {
                    assertThat(seen.daily(id)).as(id).containsOnly(count);
                    assertThat(seen.measure(id, Field.MEAN).mean()).as(id).isCloseTo(count, within(1e-12));
                });
    }

    @Test
    void theMedianIsTheMiddleReplications() {
        // Waiting is 0 or more; its mean is pulled up by the bad years, its median is not.
        Cases cases = Cases.model()
                .days(100, 100)
                .arrive("ward", 0.95)
                .measure(measure("queue", Count.WAITING, List.of(), 0, null, null));
        cases.service("ward").places(10).exponential(10);
        Seen seen = Seen.playing(cases.build(), 401);
        double mean = seen.measure("queue", Field.MEAN).mean();
        assertThat(seen.measure("queue", Field.MEDIAN).mean()).isBetween(0.3 * mean, 0.9 * mean);
        assertThat(seen.measure("queue", Field.MEDIAN).low())
                .isLessThan(seen.measure("queue", Field.MEDIAN).mean());
    }
}
