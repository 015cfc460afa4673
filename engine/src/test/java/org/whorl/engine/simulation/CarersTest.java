package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.WhileWaiting;

/** Unpaid carers' hours: beside a service, and for those who wait for it at home. */
class CarersTest {

    /** People come to home care from home and from a ward; those on the ward hold a bed while they wait. */
    private static Model model() {
        Cases cases = Cases.model().days(30, 200).arrive("care", 1).arrive("ward", 1);
        cases.service("ward").unlimited().exponential(5).to("care", 1);
        cases.service("care")
                .places(40)
                .exponential(20)
                .carers(1.5)
                .whileWaiting(new WhileWaiting(null, null, Parameter.of(4)));
        return cases.measure(Cases.waitingIn("at-home", "home", 0, null))
                .scenario("worse", Cases.add("services.care.while-waiting.carers", 2, Cases.MONDAY.plusDays(100), null))
                .build();
    }

    private static double hours(Figures figures) {
        return figures.get(Subject.service("care"), Field.CARERS_HOURS).mean();
    }

    private static double expected(Figures figures, double waiting) {
        double inPlace = figures.get(Subject.service("care"), Field.IN_PLACE).mean();
        double atHome = figures.get(Subject.measure("at-home"), Field.MEAN).mean();
        return 200 * (1.5 * inPlace + waiting * atHome);
    }

    @Test
    void thoseWhoWaitAtHomeAreCaredForByTheirFamilies() {
        Model model = model();
        Answer played = Simulation.run(
                model, new Plan(List.of("worse"), 1, new Plan.Stop.Replications(20), 1), Progress.SILENT);
        Figures base = played.base().figures();

        assertThat(base.get(Subject.service("care"), Field.BLOCKED)).isNotNull();
        assertThat(base.get(Subject.measure("at-home"), Field.MEAN).mean()).isPositive();
        assertThat(hours(base)).isCloseTo(expected(base, 4), within(1e-6));
        Figures worse = played.scenarios().get("worse").figures();
        assertThat(hours(worse)).isBetween(expected(base, 4) + 1, expected(base, 6) - 1);
    }

    @Test
    void formulasCountTheSame() {
        Figures base = Preview.of(model(), List.of()).base().figures();

        assertThat(hours(base)).isCloseTo(expected(base, 4), within(0.02 * hours(base)));
    }
}
