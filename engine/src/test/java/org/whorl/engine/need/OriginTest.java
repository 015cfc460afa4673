package org.whorl.engine.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Origin;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Scenario.Operation;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** People who come from a need come as often as the need is felt; both tiers know it. */
class OriginTest {
    private static final Subject WARD = Subject.service("ward");

    private static Model model(Scenario... scenarios) {
        Arrival plain = Arrival.of("ready", "ward", 4);
        SequencedMap<String, Parameter> drivers = new LinkedHashMap<>();
        drivers.put("unemployment", Places.effect(1.24, 1.04, 1.41));
        Cases cases = Cases.model()
                .days(200, 400)
                .arrive(new Arrival(
                        plain.id(),
                        plain.name(),
                        plain.to(),
                        plain.rate(),
                        plain.weekday(),
                        plain.month(),
                        plain.dispersion(),
                        new Origin("emergency", null),
                        plain.tags()));
        cases.service("ward").places(100).exponential(5);
        Model bare = cases.build();
        Model all = Places.with(
                bare, Places.village(null), Places.drivers("unemployment"), List.of(Places.need("emergency", drivers)));
        for (Scenario scenario : scenarios) {
            all = all.with(scenario);
        }
        return all;
    }

    private static Scenario scenario(String path, Operation operation, double amount) {
        return new Scenario(
                "other",
                org.whorl.engine.model.Name.of("other"),
                List.of(new Change(path, operation, Parameter.of(amount), List.of(), null, null)));
    }

    private static double starts(Answer answer) {
        return answer.scenarios().get("other").figures().get(WARD, Field.STARTS).mean();
    }

    @Test
    void aDriverMovesArrivalsInBothTiers() {
        Model model = model(scenario("drivers.unemployment.level", Operation.ADD, 2));
        double expected = 4 * 1.24 * 1.24;
        assertThat(starts(Preview.of(model, List.of("other")))).isCloseTo(expected, within(1e-9));
        Answer played = Simulation.run(
                model, new Plan(List.of("other"), 1, new Plan.Stop.Replications(20), 2), Progress.SILENT);
        assertThat(starts(played)).isCloseTo(expected, within(0.1));
        assertThat(played.base().figures().get(WARD, Field.STARTS).mean()).isCloseTo(4, within(0.08));
    }

    @Test
    void lessPropensityMeansFewerWhoCome() {
        Model model = model(scenario("needs.emergency.propensity", Operation.TIMES, 0.75));
        assertThat(starts(Preview.of(model, List.of("other")))).isCloseTo(3, within(1e-9));
    }

    @Test
    void theIntervalOfTheEffectReachesTheAnswer() {
        Model model = model(scenario("drivers.unemployment.level", Operation.ADD, 1));
        Estimate starts = Preview.withUncertainty(model, List.of("other"), 400, 3)
                .scenarios()
                .get("other")
                .figures()
                .get(WARD, Field.STARTS);
        assertThat(starts.low()).isCloseTo(4 * 1.04, within(0.06));
        assertThat(starts.high()).isCloseTo(4 * 1.41, within(0.06));
    }
}
