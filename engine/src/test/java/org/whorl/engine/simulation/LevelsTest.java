package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Sources;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Spread;

/**
 * Draws and replications on a model whose truth is known: {@code rate} people come a day, nobody leaves, and after twenty days
 * they are counted. With a rate L the count is Poisson with mean 20 L, so chance has variance 20 E[L] and not knowing the
 * rate 400 Var[L]. In the scenario half of them come.
 */
class LevelsTest {

    private static final Subject THERE = Subject.measure("there");

    private static Model counted(double sd) {
        Cases cases = Cases.model().days(0, 20);
        cases.arrive(new Arrival(
                "in",
                Name.of("in"),
                "s",
                new Parameter(4, new Spread.Deviation(sd), Provenance.UNSIGNED_GUESS, null),
                Profile.flat(7),
                Profile.flat(12),
                Parameter.of(1),
                Arrival.noTags()));
        cases.service("s").unlimited().constant(1000);
        // The last of the twenty days is Saturday 25 April.
        cases.measure(new Measure(
                "there",
                Name.of("there"),
                Measure.Count.IN_PLACE,
                List.of("s"),
                List.of(),
                new LinkedHashMap<>(),
                0,
                new Measure.CensusDay(4, 6),
                90.0));
        cases.scenario("half", Cases.times("arrivals.in.rate", 0.5));
        return cases.build();
    }

    private static Answer play(Model model, List<String> scenarios, int draws, int replications, long seed) {
        return Levels.run(
                model, new Plan(scenarios, seed, new Plan.Stop.Replications(replications), 2), draws, Progress.SILENT);
    }

    private static Sources.Whole there(Answer answer, String scenario, boolean change) {
        return answer.sources().find(scenario, change, THERE, Field.MEAN).orElseThrow();
    }

    private static Sources.Part part(Sources.Whole whole, Kind kind) {
        return whole.find(kind).orElseThrow();
    }

    @Test
    @Tag("long")
    void theSharesAreThoseOfTheTruth() {
        Model model = counted(0.1);
        int experiments = 400;
        double numbers = 0;
        double chance = 0;
        int holds = 0;
        for (int e = 0; e < experiments; e++) {
            Sources.Whole whole = there(play(model, List.of(), 50, 20, e), "base", false);
            Sources.Part fromNumbers = part(whole, Kind.PARAMETER);
            numbers += fromNumbers.variance() / experiments;
            chance += part(whole, Kind.MONTE_CARLO).variance() / experiments;
            holds += fromNumbers.share().low() <= 0.5
                            && 0.5 <= fromNumbers.share().high()
                    ? 1
                    : 0;
            assertThat(whole.variance())
                    .isCloseTo(
                            fromNumbers.variance()
                                    + part(whole, Kind.MONTE_CARLO).variance(),
                            within(1e-12));
        }
        // 400 x 0.01 = 4, and draws spread evenly make it up to a fiftieth more; 20 x 4 / 20 replications = 4.
        assertThat(numbers).isBetween(3.9, 4.2);
        assertThat(chance).isCloseTo(4, withinPercentage(3));
        assertThat(holds / (double) experiments).isGreaterThan(0.93);
    }

    @Test
    void chanceAndNumbersStayApartAndAddUp() {
        Answer answer = play(counted(0.1), List.of(), 200, 40, 7);
        Sources.Whole whole = there(answer, "base", false);
        Sources.Part chance = part(whole, Kind.MONTE_CARLO);
        Sources.Part numbers = part(whole, Kind.PARAMETER);
        // With 40 replications chance has 2, not knowing the rate 4.
        assertThat(numbers.share().mean()).isCloseTo(2 / 3.0, within(0.12));
        assertThat(chance.share().mean() + numbers.share().mean()).isCloseTo(1, within(1e-12));
        assertThat(numbers.interval().halfWidth()).isCloseTo(1.96 * 2, withinPercentage(12));
        assertThat(chance.interval().halfWidth()).isCloseTo(2.02 * Math.sqrt(2), withinPercentage(25));
        assertThat(whole.total().halfWidth())
                .isCloseTo(
                        Math.hypot(
                                numbers.interval().halfWidth(),
                                chance.interval().halfWidth()),
                        withinPercentage(1));
        assertThat(answer.base().figures().get(THERE, Field.MEAN)).isEqualTo(whole.total());
        assertThat(whole.total().kind()).isEqualTo(Kind.TOTAL);
        assertThat(whole.total().mean()).isCloseTo(80, within(1.5));
        assertThat(answer.replications()).isEqualTo(8000);
    }

    @Test
    void aScenarioIsAThirdSource() {
        Answer answer = play(counted(0.1), List.of("half"), 50, 20, 3);
        Sources.Whole across = answer.sources().across().stream()
                .filter(w -> w.subject().equals(THERE) && w.field() == Field.MEAN)
                .findFirst()
                .orElseThrow();
        // 80 and 40 lie 20 from their mean; of not knowing the rate 4 and 1, of chance 4 and 2.
        assertThat(part(across, Kind.SCENARIO).variance()).isCloseTo(400, withinPercentage(4));
        assertThat(part(across, Kind.PARAMETER).variance()).isBetween(1.2, 4.0);
        assertThat(part(across, Kind.MONTE_CARLO).variance()).isBetween(1.5, 4.5);
        assertThat(across.parts().stream().mapToDouble(Sources.Part::variance).sum())
                .isEqualTo(across.variance());
        Estimate share = part(across, Kind.SCENARIO).share();
        assertThat(share.low()).isLessThanOrEqualTo(400 / 405.5);
        assertThat(share.high()).isGreaterThanOrEqualTo(400 / 405.5);
        Estimate range = part(across, Kind.SCENARIO).interval();
        assertThat(range.low()).isCloseTo(40, within(1.5));
        assertThat(range.high()).isCloseTo(80, within(1.5));
        // Of the same chance more and fewer people come, so the difference varies by less than a count of 40 on its own
        // (2).
        Sources.Whole change = there(answer, "half", true);
        assertThat(change.total().mean()).isCloseTo(-40, within(1.0));
        assertThat(part(change, Kind.PARAMETER).variance()).isBetween(0.4, 1.8);
        assertThat(part(change, Kind.MONTE_CARLO).variance()).isBetween(0.1, 1.2);
    }

    @Test
    void aScenarioThatChangesNothingIsNoSource() {
        Model model =
                counted(0.1).with(new Scenario("same", Name.of("same"), List.of(Cases.times("arrivals.in.rate", 1))));
        Answer answer = play(model, List.of("same"), 12, 4, 3);
        assertThat(answer.sources().across())
                .allSatisfy(w -> assertThat(part(w, Kind.SCENARIO).variance()).isZero());
        assertThat(answer.differences().get("same").get(THERE, Field.MEAN).high())
                .isZero();
        assertThat(answer.sources().find("same", true, THERE, Field.MEAN)).isEmpty();
    }

    @Test
    void theBetterUseOfTheNextMinute() {
        assertThat(play(counted(2), List.of(), 12, 20, 1).notes())
                .as("the rate is hardly known")
                .anyMatch(note -> note.code().equals("next-draws"));
        assertThat(play(counted(0.01), List.of(), 50, 5, 1).notes())
                .as("the rate is known well")
                .anyMatch(note -> note.code().equals("next-replications"));
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Model model = counted(0.5);
        Answer one =
                Levels.run(model, new Plan(List.of("half"), 5, new Plan.Stop.Replications(7), 1), 11, Progress.SILENT);
        for (int threads : new int[] {2, 3, 16}) {
            Answer many = Levels.run(
                    model, new Plan(List.of("half"), 5, new Plan.Stop.Replications(7), threads), 11, Progress.SILENT);
            assertThat(many.sources()).isEqualTo(one.sources());
            assertThat(many.base().figures()).isEqualTo(one.base().figures());
            assertThat(many.base().quantiles()).isEqualTo(one.base().quantiles());
            assertThat(many.notes()).isEqualTo(one.notes());
        }
    }

    @Test
    void whoAsksToStopIsObeyed() {
        AtomicInteger told = new AtomicInteger();
        Progress stop = new Progress() {
            @Override
            public void at(int done, int expected) {
                assertThat(expected).isEqualTo(200);
                told.set(done);
            }

            @Override
            public boolean cancelled() {
                return told.get() >= 13;
            }
        };
        assertThatThrownBy(() ->
                        Levels.run(counted(1), new Plan(List.of(), 1, new Plan.Stop.Replications(10), 1), 20, stop))
                .isInstanceOf(CancellationException.class)
                .hasMessage("stopped after 13 of 200 replications");
    }

    @Test
    void tooLittleToTellAnythingIsRefused() {
        Model model = counted(1);
        assertThatThrownBy(() -> play(model, List.of(), 9, 5, 1)).hasMessageContaining("10 draws or more");
        assertThatThrownBy(() -> play(model, List.of(), 10, 2, 1)).hasMessageContaining("3 or more");
        Model certain = model.map((_, _, p) -> Parameter.of(p.value()));
        assertThatThrownBy(() -> play(certain, List.of(), 10, 5, 1)).hasMessageContaining("nothing to draw");
    }
}
