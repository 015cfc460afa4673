package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Spread;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** What a count can come to: both tiers, against the figures they print beside it, and against each other. */
class QuantilesTest {

    private static Model busy(double crisis) {
        Cases cases = Cases.model().days(365, 365).arrive("s", 4);
        cases.service("s").places(44).exponential(10);
        cases.measure(new Measure(
                "all",
                Name.of("all"),
                Measure.Count.WAITING,
                List.of(),
                List.of(),
                new LinkedHashMap<>(),
                0,
                null,
                crisis));
        return cases.build();
    }

    private static Quantiles of(Answer answer, Subject subject, Field field) {
        return answer.base().quantiles().stream()
                .filter(q -> q.subject().equals(subject) && q.field() == field)
                .findFirst()
                .orElseThrow();
    }

    private static Answer played(Model model) {
        return Simulation.run(model, new Plan(List.of(), 1, new Plan.Stop.Replications(100), 1), Progress.SILENT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3, 10, 25})
    void aHundredValuesLieAboveTheCrisisAsOftenAsItsChanceSays(double crisis) {
        Model model = busy(crisis);
        for (Answer answer : List.of(Preview.withUncertainty(model, List.of(), 2, 1), played(model))) {
            Quantiles all = of(answer, Subject.measure("all"), Field.MEAN);
            double chance = Preview.of(model, List.of())
                    .base()
                    .figures()
                    .get(Subject.measure("all"), Field.P_CRISIS)
                    .mean();
            if (answer.tier() == Answer.Tier.SIMULATION) {
                chance = answer.base()
                        .figures()
                        .get(Subject.measure("all"), Field.P_CRISIS)
                        .mean();
            }
            long above = all.values().stream().filter(v -> v > crisis).count();
            assertThat(above / 100.0).isCloseTo(chance, within(0.011));
            assertThat(all.values()).isSorted();
        }
    }

    @Test
    void notKnowingTheNumbersIsInTheDaysShown() {
        Model sure = busy(10);
        Cases cases = Cases.model().days(365, 365);
        cases.arrive(new Arrival(
                "s",
                Name.of("s"),
                "s",
                new Parameter(4, new Spread.Deviation(0.25), Provenance.UNSIGNED_GUESS, null),
                Profile.flat(7),
                Profile.flat(12),
                Parameter.leftOut(1),
                Arrival.noTags()));
        cases.service("s").places(44).exponential(10);
        cases.measure(sure.measures().getFirst());
        Answer answer = Preview.withUncertainty(cases.build(), List.of(), 60, 1);
        Quantiles all = of(answer, Subject.measure("all"), Field.MEAN);
        double above = all.values().stream().filter(v -> v > 10).count() / 100.0;
        Estimate chance = answer.base().figures().get(Subject.measure("all"), Field.P_CRISIS);
        assertThat(above).isCloseTo(chance.mean(), within(0.05));
        double alone =
                of(Preview.withUncertainty(sure, List.of(), 2, 1), Subject.measure("all"), Field.MEAN).values().stream()
                                .filter(v -> v > 10)
                                .count()
                        / 100.0;
        assertThat(above).isGreaterThan(alone + 0.05);
    }

    @Test
    void theWaitsOfEverybodyAverageToTheMeanWaitAndPeopleInPlaceNeverPassThePlaces() {
        Answer answer = played(busy(10));
        double wait =
                answer.base().figures().get(Subject.service("s"), Field.WAIT).mean();
        Quantiles waits = of(answer, Subject.service("s"), Field.WAIT);
        assertThat(waits.values().stream().mapToDouble(v -> v).average().orElseThrow())
                .isCloseTo(wait, within(0.05 * wait));
        assertThat(of(answer, Subject.service("s"), Field.IN_PLACE).values()).allMatch(v -> v <= 44);
    }

    @Test
    void aLongListIsLookedAtInSteps() {
        Cases cases = Cases.model().days(0, 100).arrive("s", 100);
        cases.service("s").places(40).exponential(10);
        cases.measure(new Measure(
                "all",
                Name.of("all"),
                Measure.Count.WAITING,
                List.of(),
                List.of(),
                new LinkedHashMap<>(),
                0,
                null,
                null));
        Answer answer = Preview.withUncertainty(cases.build(), List.of(), 2, 1);
        // 96 more people wait each day, so that half the days lie below half of the way.
        Quantiles all = of(answer, Subject.measure("all"), Field.MEAN);
        double last = answer.base().series().getFirst().mean()[99];
        assertThat(all.values().get(49)).isCloseTo(last / 2, within(0.03 * last));
        assertThat(all.values().getLast()).isCloseTo(last, within(0.05 * last));
    }
}
