package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Measure.Count;
import org.whorl.engine.model.Name;

/** Measures of people who have been somewhere for longer than some days, as censuses of delay count them. */
class LongStaysTest {

    private static final Measure.CensusDay THIRD_WEDNESDAY = new Measure.CensusDay(3, 3);

    @Test
    void thoseInPlaceLongerThanTwoDaysOfTenAreFourFifths() {
        Cases cases = Cases.model()
                .days(30, 365)
                .arrive("ward", 5)
                .measure(of("every-day", Count.IN_PLACE, "ward", 2, null))
                .measure(of("census", Count.IN_PLACE, "ward", 2, THIRD_WEDNESDAY));
        cases.service("ward").unlimited().constant(10);
        Answer answer = Simulation.run(cases.build(), Plan.ofReplications(400), Progress.SILENT);

        // Without limit: rate x (stay - threshold) = 5 x 8.
        Estimate everyDay = mean(answer, "every-day");
        Estimate census = mean(answer, "census");
        assertThat(everyDay.mean()).isCloseTo(40, within(2 * everyDay.halfWidth()));
        assertThat(census.mean()).isCloseTo(40, within(2 * census.halfWidth()));
        assertThat(census.halfWidth()).isLessThan(1);

        Series drawn = answer.base().series().stream()
                .filter(series -> series.subject().equals(Subject.measure("census")))
                .findFirst()
                .orElseThrow();
        assertThat(drawn.days())
                .as("one third Wednesday in each month from Monday 6 April 2026")
                .hasSize(12)
                .startsWith(9, 44, 72);
        assertThat(drawn.mean())
                .containsExactly(DoubleStream.generate(() -> 40).limit(12).toArray(), within(2.0));
    }

    @Test
    void whoeverWaitsInAServiceWithoutComingFromOutsideIsBlockedThere() {
        Cases cases = Cases.model().days(0, 365).arrive("ward", 2).open("ward", 10, 0, 6);
        for (Count count : List.of(Count.WAITING, Count.BLOCKED)) {
            cases.measure(of(count + "-every-day", count, "ward", 3, null))
                    .measure(of(count + "-census", count, "ward", 3, THIRD_WEDNESDAY));
        }
        cases.service("ward").unlimited().exponential(5).to("team", 1);
        cases.service("team").places(20).exponential(10.5).to("home", 1);
        Answer answer = Simulation.run(cases.build(), Plan.ofReplications(20), Progress.SILENT);

        for (String when : List.of("-every-day", "-census")) {
            assertThat(mean(answer, Count.BLOCKED + when))
                    .isEqualTo(mean(answer, Count.WAITING + when))
                    .satisfies(estimate -> assertThat(estimate.mean()).isPositive());
        }
    }

    @Test
    void aHandOverKeepsThePlaceButNotThePerson() {
        Cases cases = Cases.model()
                .days(30, 365)
                .arrive("ward", 5)
                .measure(of("long", Count.IN_PLACE, "ward", 4, null))
                .measure(of("all", Count.IN_PLACE, "ward", 0, null));
        cases.service("ward").unlimited().constant(6).to("team", 1);
        cases.service("team").unlimited().constant(1).handOver(Duration.of(Duration.Family.CONSTANT, 3));
        Answer answer = Simulation.run(cases.build(), Plan.ofReplications(400), Progress.SILENT);

        assertThat(mean(answer, "long").mean())
                .isCloseTo(5 * (6 - 4), within(2 * mean(answer, "long").halfWidth()));
        assertThat(mean(answer, "all").mean())
                .isCloseTo(5 * (6 + 3), within(2 * mean(answer, "all").halfWidth()));
    }

    private static Estimate mean(Answer answer, String measure) {
        return answer.base().figures().get(Subject.measure(measure), Field.MEAN);
    }

    private static Measure of(String id, Count count, String place, double longerThan, Measure.@Nullable CensusDay on) {
        return new Measure(
                id, Name.of(id), count, List.of(place), List.of(), new LinkedHashMap<>(), longerThan, on, null);
    }
}
