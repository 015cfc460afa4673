package org.whorl.engine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TriadsTest {

    @Test
    void logRatiosAreAsByHandAndLeadBack() {
        double[] at = Triads.coordinates(0.5, 0.3, 0.2);
        assertThat(at[0]).isCloseTo(Math.log(5 / 3.0) / Math.sqrt(2), within(1e-12));
        assertThat(at[1]).isCloseTo(Math.log(0.15 / 0.04) / Math.sqrt(6), within(1e-12));
        assertThat(Triads.parts(at)).containsExactly(new double[] {0.5, 0.3, 0.2}, within(1e-12));
        assertThat(Triads.parts(Triads.coordinates(0.8, 0.2))).containsExactly(new double[] {0.8, 0.2}, within(1e-12));
        // A part of 0 is .005, and the sum 1.005 before it is 1 again.
        assertThat(Triads.closed(0.6, 0.4, 0))
                .containsExactly(new double[] {0.6 / 1.005, 0.4 / 1.005, 0.005 / 1.005}, within(1e-12));
        assertThatThrownBy(() -> Triads.closed(0, 0, 0)).hasMessageContaining("not applicable");
    }

    /** Distance between compositions does not hang on which end is named first. */
    @Test
    void turningTheTriangleChangesNoDistance() {
        double[] one = Triads.coordinates(0.7, 0.2, 0.1);
        double[] other = Triads.coordinates(0.2, 0.3, 0.5);
        double[] oneTurned = Triads.coordinates(0.1, 0.7, 0.2);
        double[] otherTurned = Triads.coordinates(0.5, 0.2, 0.3);
        assertThat(Math.hypot(one[0] - other[0], one[1] - other[1]))
                .isCloseTo(Math.hypot(oneTurned[0] - otherTurned[0], oneTurned[1] - otherTurned[1]), within(1e-12));
    }

    @Test
    void theCentreIsTheGeometricMeanWithAnInterval() {
        List<double[]> placed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            placed.add(i % 2 == 0 ? new double[] {0.8, 0.1, 0.1} : new double[] {0.2, 0.4, 0.4});
        }
        Triads centre = Triads.of(placed, 1);
        // Geometric means .4, .2, .2: shares one half and two quarters.
        assertThat(centre.centre().get(0).mean()).isCloseTo(0.5, within(1e-12));
        assertThat(centre.centre().get(1).mean()).isCloseTo(0.25, within(1e-12));
        assertThat(centre.centre().getFirst().low()).isLessThan(0.5).isGreaterThan(0.2);
        assertThat(centre.centre().getFirst().high()).isGreaterThan(0.5).isLessThan(0.8);
        assertThatThrownBy(() -> Triads.of(placed.subList(0, 9), 1)).hasMessageContaining("ten or more");
    }

    @Test
    void energyIsTheSameFromAPlainTwin() {
        double[] x = {1, 2, 4, 8, 9};
        int[] group = {0, 0, 0, 1, 1};
        double[] distances = new double[25];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < i; j++) {
                distances[i * 5 + j] = Math.abs(x[i] - x[j]);
            }
        }
        // Between: mean of 7 8 6 7 4 5; within: 2 (1 + 3 + 2)/9 and 2 (1)/4.
        double between = 37 / 6.0;
        assertThat(Triads.energy(distances, group, 2))
                .isCloseTo(3 * 2 / 10.0 * (2 * between - 12 / 9.0 - 0.5), within(1e-12));
    }

    @Test
    void groupsThatDifferAreToldAndAlikeOnesHoldTheirRate() {
        SplittableRandom chance = new SplittableRandom(1);
        assertThat(Triads.compared(List.of(drawn(chance, 20, 1), drawn(chance, 20, 0)), 999, 1))
                .isLessThan(0.01);
        int alarms = 0;
        for (int r = 0; r < 400; r++) {
            alarms += Triads.compared(List.of(drawn(chance, 10, 0), drawn(chance, 12, 0)), 39, r) <= 0.05 ? 1 : 0;
        }
        // 20 expected; three deviations are 13.
        assertThat(alarms).isBetween(7, 33);
    }

    private static List<double[]> drawn(SplittableRandom chance, int count, double more) {
        List<double[]> placed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            placed.add(new double[] {chance.nextDouble() + more, chance.nextDouble(), chance.nextDouble()});
        }
        return placed;
    }
}
