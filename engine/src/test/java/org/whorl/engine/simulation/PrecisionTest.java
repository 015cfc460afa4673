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
        cases.measure(Cases.waitingIn("waiting", "room", 0, 8.0));
        return cases.build();
    }

    private static Answer answer(Model model, long seed, Plan.Stop stop) {
        return Simulation.run(model, new Plan(List.of(), seed, stop, 2), Progress.SILENT);
    }

    private static Estimate waiting(Answer answer, Field field) {
        return answer.base().figures().get(Subject.measure("waiting"), field);
    }

    /** Counts intervals that hold what is true. */
    private static final class Held {
        private final double truth;
        private int intervals;
        private double sum;

        Held(double truth) {
            this.truth = truth;
        }

        void count(Estimate estimate) {
            intervals += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
            sum += estimate.mean();
        }
    }

    @Test
    @Tag("long")
    void ofAThousandIntervalsNinetyFiveInAHundredHoldTheTruth() {
        double lost = 1;
        for (int k = 1; k <= 5; k++) {
            lost = 4 * lost / (k + 4 * lost);
        }
        double delayed = 5 * lost / (5 - 4 * (1 - lost));
        Model model = erlang();
        Held mean = new Held(delayed * 4 / (5 - 4));
        // More than 8 wait: the queue is geometric with four fifths.
        Held crisis = new Held(delayed * Math.pow(0.8, 9));
        // No formula knows the 95th percentile of forty days' means; 400,000 of them do, within a third of a per cent.
        Held p95 = new Held(waiting(answer(model, 77, new Plan.Stop.Replications(400_000)), Field.P95)
                .mean());
        int experiments = 1000;
        for (int e = 0; e < experiments; e++) {
            Answer answer = answer(model, e, new Plan.Stop.Precision(0.1, 100, 100_000));
            mean.count(waiting(answer, Field.MEAN));
            crisis.count(waiting(answer, Field.P_CRISIS));
            p95.count(waiting(answer, Field.P95));
            assertThat(waiting(answer, Field.P95).halfWidth())
                    .isLessThanOrEqualTo(0.1 * waiting(answer, Field.P95).mean());
        }
        assertThat(mean.sum / experiments).isCloseTo(mean.truth, withinPercentage(0.5));
        assertThat(crisis.sum / experiments).isCloseTo(crisis.truth, withinPercentage(1));
        assertThat(mean.intervals).isBetween(930, 970);
        assertThat(crisis.intervals).isBetween(930, 970);
        assertThat(p95.intervals).isBetween(930, 970);
    }

    @Test
    void aSkewedMeasureIsJudgedByItsBadYearsToo() {
        Model model = erlang();
        int loose = answer(model, 1, new Plan.Stop.Precision(0.1, 20, 100_000)).replications();
        Answer tight = answer(model, 1, new Plan.Stop.Precision(0.05, 20, 100_000));
        assertThat(waiting(tight, Field.MEAN).halfWidth())
                .as("the mean alone would have been enough long before")
                .isLessThan(0.03 * waiting(tight, Field.MEAN).mean());
        assertThat(waiting(tight, Field.P95).halfWidth())
                .isLessThanOrEqualTo(0.05 * waiting(tight, Field.P95).mean());
        assertThat(waiting(tight, Field.P_CRISIS).halfWidth()).isLessThanOrEqualTo(0.05);
        assertThat(tight.replications()).isGreaterThan(2 * loose);
        assertThat(tight.notes())
                .anySatisfy(note -> assertThat(note.message())
                        .contains("shares of days of crisis to within 5.0 days in 100", "p95 of measures.waiting"));
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
