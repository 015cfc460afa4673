package org.whorl.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.whorl.engine.Cases.set;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.Preview;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** What is done beforehand, and how many fewer come. */
class ProgrammeTest {
    private static final int DAYS = 730;

    /** The people spared are those of the published formula, added up day by day in small steps. */
    @ParameterizedTest(name = "{0} after {1} days, over {2} days, fading {3}")
    @CsvSource({
        // reach, lag, build-up, fade, ratio, of
        "0.3,  90, 180,     0, 0.77, 1",
        "0.3,  90, 180, 0.001, 0.77, 0.4",
        "0.5,   0,   0,     0, 0.5,  1",
        "0.5,  30,   0,     0, 1.2,  1",
        "1,   365,  60, 0.002, 0,    0.9",
        "0.2, 900, 100,     0, 0.5,  1"
    })
    void asManyAreSparedAsTheFormulaSays(
            double reach, double lag, double buildUp, double fade, double ratio, double of) {
        Model model = exercise(0, lag, buildUp, fade, ratio, of)
                .scenario("more", set("programmes.exercise.reach", reach))
                .build();

        double spared = comers(Timeline.of(model)) - comers(Timeline.of(model, model.scenario("more")));

        double expected = 0;
        double step = 0.01;
        for (double t = step / 2; t < DAYS; t += step) {
            double since = t - lag;
            double tells =
                    since < 0 ? 0 : (buildUp == 0 ? 1 : 1 - Math.exp(-since / buildUp)) * Math.exp(-fade * since);
            expected += 10 * of * reach * 0.8 * (1 - ratio) * tells * step;
        }
        assertThat(spared).isCloseTo(expected, within(1e-3 * Math.abs(expected) + 0.05));
    }

    @Test
    void programmesLeaveWhatTheOthersLeave() {
        Model model = exercise(0, 0, 0, 0, 0.5, 1)
                .programme(programme("visits", 0, 0, 0, 0, 0.25, 1))
                .scenario("one", set("programmes.exercise.reach", 1))
                .scenario("other", set("programmes.visits.reach", 1))
                .scenario("both", set("programmes.exercise.reach", 1), set("programmes.visits.reach", 1))
                .build();
        double base = comers(Timeline.of(model));
        double one = comers(Timeline.of(model, model.scenario("one"))) / base;
        double other = comers(Timeline.of(model, model.scenario("other"))) / base;

        assertThat(one).isCloseTo(1 - 0.8 * 0.5, within(1e-12));
        assertThat(comers(Timeline.of(model, model.scenario("both"))) / base).isCloseTo(one * other, within(1e-12));
    }

    @Test
    void whatItDoesNowIsInTheRatesAlready() {
        Model model = exercise(0.5, 0, 0, 0, 0.5, 1)
                .scenario("same", set("programmes.exercise.reach", 0.5))
                .scenario("stop", set("programmes.exercise.reach", 0))
                .build();

        assertThat(comers(Timeline.of(model))).isCloseTo(10 * DAYS, within(1e-9));
        assertThat(Timeline.of(model, model.scenario("same")).epochs())
                .singleElement()
                .satisfies(e -> assertThat(e.model().arrivals()).isEqualTo(model.arrivals()));
        // Without it 10 a day would be 10 / (1 - 0.5 x 0.8 x 0.5) a day.
        assertThat(comers(Timeline.of(model, model.scenario("stop")))).isCloseTo(10 * DAYS / 0.8, within(1e-6));
    }

    @Test
    void aChangeHoldsFromItsDayAndUntilItsDay() {
        LocalDate start = LocalDate.of(2026, 4, 6);
        Model model = exercise(0, 0, 0, 0, 0, 1)
                .scenario(
                        "winter",
                        new Scenario.Change(
                                "programmes.exercise.reach",
                                Scenario.Operation.SET,
                                Parameter.of(1),
                                List.of(),
                                start.plusDays(100),
                                start.plusDays(200)))
                .build();

        assertThat(comers(Timeline.of(model, model.scenario("winter"))))
                .isCloseTo(10 * (DAYS - 0.8 * 100), within(1e-6));
    }

    @Test
    void bothTiersSpareTheSamePeople() {
        Model model = exercise(0, 60, 120, 0, 0.5, 1)
                .scenario("more", set("programmes.exercise.reach", 0.5))
                .build();
        var exact = Simulation.run(
                model, new Plan(List.of("more"), 1, new Plan.Stop.Replications(200), 2), Progress.SILENT);
        var instant = Preview.of(model, List.of("more"));

        var fewer = exact.differences().get("more").get(Subject.service("ed"), Field.STARTS);
        double spared = (comers(Timeline.of(model, model.scenario("more"))) - comers(Timeline.of(model))) / DAYS;
        assertThat(fewer.low()).isLessThan(spared);
        assertThat(fewer.high()).isGreaterThan(spared);
        assertThat(instant.differences()
                        .get("more")
                        .get(Subject.service("ed"), Field.STARTS)
                        .mean())
                .isCloseTo(spared, within(0.01));
    }

    @Test
    void badOnesAreTold() {
        Model model = exercise(1, 0, 0, 0, 0, 1)
                .programme(new Programme(
                        "idle",
                        Name.of("idle"),
                        Parameter.of(2),
                        Parameter.of(1),
                        Parameter.of(0),
                        Parameter.of(0),
                        Parameter.of(0),
                        new LinkedHashMap<>()))
                .programme(programme("elsewhere", 0, 0, 0, 0, 0.5, 1, "to-nowhere"))
                .build();

        assertThat(Check.of(model))
                .extracting(Problem::path)
                .contains(
                        "programmes.idle.effects", "programmes.idle.reach", "programmes.elsewhere.effects.to-nowhere");
    }

    private static Cases exercise(double reach, double lag, double buildUp, double fade, double ratio, double of) {
        Cases cases = Cases.model().days(0, DAYS).arrive("ed", 10);
        cases.service("ed").unlimited().exponential(0.2);
        return cases.programme(programme("exercise", reach, lag, buildUp, fade, ratio, of));
    }

    private static Programme programme(
            String id, double reach, double lag, double buildUp, double fade, double ratio, double of) {
        return programme(id, reach, lag, buildUp, fade, ratio, of, "to-ed");
    }

    private static Programme programme(
            String id, double reach, double lag, double buildUp, double fade, double ratio, double of, String stream) {
        SequencedMap<String, Programme.Effect> effects = new LinkedHashMap<>();
        effects.put(stream, new Programme.Effect(Parameter.of(ratio), Parameter.of(of)));
        return new Programme(
                id,
                Name.of(id),
                Parameter.of(reach),
                Parameter.of(0.8),
                Parameter.of(lag),
                Parameter.of(buildUp),
                Parameter.of(fade),
                effects);
    }

    /** People expected to come from the first day to the last. */
    private static double comers(Timeline timeline) {
        double people = 0;
        for (int i = 0; i < timeline.epochs().size(); i++) {
            int until = i + 1 < timeline.epochs().size()
                    ? timeline.epochs().get(i + 1).from()
                    : DAYS;
            people += (until - timeline.epochs().get(i).from())
                    * timeline.epochs()
                            .get(i)
                            .model()
                            .arrivals()
                            .getFirst()
                            .rate()
                            .value();
        }
        return people;
    }
}
