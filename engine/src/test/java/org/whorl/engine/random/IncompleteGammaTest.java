package org.whorl.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.junit.jupiter.api.Test;

class IncompleteGammaTest {

    @Test
    void agreesWithAnIndependentLibraryForShapesSmallAndLarge() {
        for (double a :
                new double[] {0.05, 0.3, 0.7, 1, 1.96, 5, 12.5, 24.9, 25, 25.1, 40, 120, 999, 12_345, 1e6, 3e7}) {
            double spread = Math.sqrt(a);
            for (double z = -8; z <= 8; z += 0.37) {
                double x = a + z * spread;
                if (x > 0) {
                    agrees(a, x);
                }
            }
            for (double ratio : new double[] {0.001, 0.1, 0.39, 0.41, 0.7, 1, 1.5, 2.19, 2.21, 5}) {
                agrees(a, ratio * a);
            }
        }
    }

    private static void agrees(double a, double x) {
        double p = RegularizedGamma.P.value(a, x);
        double q = RegularizedGamma.Q.value(a, x);
        assertThat(IncompleteGamma.lower(a, x)).as("P(%s, %s)", a, x).isCloseTo(p, within(1e-13 + 1e-17 * a));
        assertThat(IncompleteGamma.upper(a, x)).as("Q(%s, %s)", a, x).isCloseTo(q, within(1e-13 + 1e-17 * a));
        if (q > 1e-200) {
            assertThat(IncompleteGamma.upper(a, x)).as("Q(%s, %s)", a, x).isCloseTo(q, withinPercentage(1e-7));
        }
    }

    @Test
    void atAWholeShapeItIsASumOfPoissonProbabilities() {
        double sum = 0;
        for (int k = 0; k < 46; k++) {
            sum += IncompleteGamma.term(k, 40);
        }
        assertThat(IncompleteGamma.upper(46, 40)).isCloseTo(sum, within(1e-14));
    }

    @Test
    void theEndsAreWhereTheyBelong() {
        assertThat(IncompleteGamma.lower(3, 0)).isZero();
        assertThat(IncompleteGamma.upper(3, 0)).isOne();
        assertThat(IncompleteGamma.lower(3, Double.POSITIVE_INFINITY)).isOne();
        assertThat(IncompleteGamma.term(0, 0)).isOne();
        assertThat(IncompleteGamma.term(2, 0)).isZero();
        assertThatThrownBy(() -> IncompleteGamma.lower(-1, 2)).hasMessageContaining("a=-1.0");
    }
}
