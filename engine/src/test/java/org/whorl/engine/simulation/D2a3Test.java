package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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

/** The common model D2A-3 against answers from 20,000 replications of an independent program. */
class D2a3Test {

    /** An answer with half its 95 per cent interval, and the standard deviation between replications where known. */
    private record Reference(String service, Field field, double mean, double halfWidth, double deviation) {}

    private static final List<Reference> REFERENCES = List.of(
            new Reference("p1", Field.WAITING, 3.817, 0.054, 3.92),
            new Reference("p1", Field.WAIT, 0.4726, 0.0066, 0.477),
            new Reference("p1", Field.OCCUPANCY, 0.9336, 0.0003, 0),
            new Reference("p1", Field.WAIT_P95, 2.184, 0.020, 1.42),
            new Reference("p2", Field.WAITING, 2.299, 0.044, 3.18),
            new Reference("p2", Field.WAIT, 1.4005, 0.0260, 1.88),
            new Reference("p2", Field.OCCUPANCY, 0.8957, 0.0006, 0),
            new Reference("p2", Field.WAIT_P95, 5.588, 0.061, 4.39),
            new Reference("p3", Field.WAITING, 2.743, 0.056, 4.03),
            new Reference("p3", Field.WAIT, 3.3037, 0.0652, 4.71),
            new Reference("p3", Field.OCCUPANCY, 0.8985, 0.0008, 0),
            new Reference("p3", Field.WAIT_P95, 10.438, 0.122, 8.82));

    private static Answer play(int replications) {
        return Simulation.run(Cases.d2a3().build(), Plan.ofReplications(replications), Progress.SILENT);
    }

    private static void agrees(Answer answer) {
        for (Reference reference : REFERENCES) {
            Estimate ours = answer.base().figures().get(Subject.service(reference.service()), reference.field());
            // Both are estimates: their difference has both half-widths in quadrature; 1.5 allows for twelve of them.
            double together = Math.hypot(ours.halfWidth(), reference.halfWidth());
            assertThat(ours.mean())
                    .as("%s against %s", reference, ours)
                    .isCloseTo(reference.mean(), within(1.5 * together));
            if (reference.deviation() > 0) {
                double deviation = ours.halfWidth() / 1.96 * Math.sqrt(answer.replications());
                assertThat(deviation)
                        .as("sd between replications, %s", reference)
                        .isCloseTo(reference.deviation(), withinPercentage(12));
            }
        }
        // Given without intervals: the share delayed, and the 95th percentile of everybody's waits together.
        double[] delayed = {0.342, 0.334, 0.387};
        double[] pooled = {2.62, 7.83, 17.2};
        for (int p = 0; p < 3; p++) {
            Subject service = Subject.service("p" + (p + 1));
            Estimate share = answer.base().figures().get(service, Field.DELAYED_SHARE);
            Estimate p95 = answer.base().figures().get(service, Field.WAIT_P95_POOLED);
            assertThat(share.mean()).isCloseTo(delayed[p], within(2 * share.halfWidth() + 0.0005));
            assertThat(p95.mean()).isCloseTo(pooled[p], within(2 * p95.halfWidth() + 0.02 * pooled[p]));
        }
    }

    @Test
    void agreesWithinBothIntervals() {
        agrees(play(1500));
    }

    @Tag("long")
    @Test
    void agreesWithinBothIntervalsOfTwentyThousand() {
        agrees(play(20_000));
    }
}
