package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;

/** The common model D2A-3 against answers from 20,000 replications of an independent program. */
class D2a3Test {

    private static final Answer ANSWER =
            Simulation.run(Cases.d2a3().build(), Plan.ofReplications(4000), Progress.SILENT);

    @ParameterizedTest
    @CsvSource({
        "p1, WAITING, 3.817, 0.054",
        "p1, WAIT, 0.4726, 0.0066",
        "p1, OCCUPANCY, 0.9336, 0.0003",
        "p1, WAIT_P95, 2.184, 0.020",
        "p2, WAITING, 2.299, 0.044",
        "p2, WAIT, 1.4005, 0.0260",
        "p2, OCCUPANCY, 0.8957, 0.0006",
        "p2, WAIT_P95, 5.588, 0.061",
        "p3, WAITING, 2.743, 0.056",
        "p3, WAIT, 3.3037, 0.0652",
        "p3, OCCUPANCY, 0.8985, 0.0008",
        "p3, WAIT_P95, 10.438, 0.122",
    })
    void agreesWithinBothIntervals(String service, Field field, double mean, double halfWidth) {
        Estimate ours = ANSWER.base().figures().get(Subject.service(service), field);
        // Both are estimates: their difference has the two half-widths together in quadrature; 1.5 allows for 12 of
        // them.
        double together = Math.hypot(ours.halfWidth(), halfWidth);
        assertThat(ours.mean())
                .as("%s %s %s", service, field, ours)
                .isBetween(mean - 1.5 * together, mean + 1.5 * together);
    }
}
