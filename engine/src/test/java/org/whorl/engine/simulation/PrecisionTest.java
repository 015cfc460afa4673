package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;

/** A precision asked for: reached sooner than by averages alone, without bias, with intervals that hold what they promise. */
class PrecisionTest {

    /** Five places, four fifths taken: Erlang's formula knows how many wait, once the beginning is forgotten. */
    private static Model erlang() {
        Cases cases = Cases.model().days(25, 40).arrive("s", 8);
        cases.service("room").unlimited();
        cases.service("s").places(5).exponential(0.5).waitsIn("room");
        cases.measure(Cases.waitingIn("waiting", "room", 0, null));
        return cases.build();
    }

    private static Estimate waiting(Model model, long seed, Plan.Stop stop) {
        return Simulation.run(model, new Plan(List.of(), seed, stop, 2), Progress.SILENT)
                .base()
                .figures()
                .get(Subject.measure("waiting"), Field.MEAN);
    }

    @Test
    @Tag("long")
    void ofAThousandIntervalsNinetyFiveInAHundredHoldTheTruth() {
        double lost = 1;
        for (int k = 1; k <= 5; k++) {
            lost = 4 * lost / (k + 4 * lost);
        }
        double delayed = 5 * lost / (5 - 4 * (1 - lost));
        double truth = delayed * 4 / (5 - 4);
        Model model = erlang();
        int holds = 0;
        double sum = 0;
        int experiments = 1000;
        for (int e = 0; e < experiments; e++) {
            Estimate estimate = waiting(model, e, new Plan.Stop.Precision(0.05, 100, 100_000));
            holds += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
            sum += estimate.mean();
            assertThat(estimate.halfWidth()).isLessThanOrEqualTo(0.05 * estimate.mean());
        }
        assertThat(sum / experiments).isCloseTo(truth, withinPercentage(0.5));
        assertThat(holds).isBetween(930, 970);
    }

    @Test
    void theControlsSparePeopleTheirTime() {
        Model model = Cases.d2a3().build();
        Answer answer = Simulation.run(
                model, new Plan(List.of(), 7, new Plan.Stop.Precision(0.05, 100, 100_000), 2), Progress.SILENT);
        // Averages alone need about 3,100: (1.96 x 4.71 / 3.30 / 0.05)^2.
        assertThat(answer.replications()).isLessThan(1600);
        assertThat(answer.base().notes()).anyMatch(note -> note.code().equals("corrected"));
        Estimate wait = answer.base().figures().get(Subject.service("p3"), Field.WAIT);
        assertThat(wait.mean()).isCloseTo(3.30, withinPercentage(12));
        Estimate plain = Simulation.run(model, Plan.ofReplications(answer.replications()), Progress.SILENT)
                .base()
                .figures()
                .get(Subject.service("p3"), Field.WAIT);
        assertThat(plain.halfWidth()).isGreaterThan(1.6 * wait.halfWidth());
    }
}
