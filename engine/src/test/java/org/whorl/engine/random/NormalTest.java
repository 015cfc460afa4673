package org.whorl.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalTest {

    private static final NormalDistribution ORACLE = NormalDistribution.of(0, 1);

    @Test
    void agreesWithAnIndependentLibraryFromTailToTail() {
        for (double x = -37.5; x <= 37.5; x += 0.0137) {
            assertThat(Normal.cumulative(x)).isCloseTo(ORACLE.cumulativeProbability(x), withinPercentage(1e-10));
            assertThat(Normal.beyond(x)).isCloseTo(ORACLE.survivalProbability(x), withinPercentage(1e-10));
            assertThat(Normal.density(x)).isCloseTo(ORACLE.density(x), withinPercentage(1e-10));
        }
    }

    @Test
    void findsTheWayBack() {
        for (double p = 1e-300; p < 0.5; p *= 7.3) {
            assertThat(Normal.quantile(p)).isCloseTo(ORACLE.inverseCumulativeProbability(p), withinPercentage(1e-10));
        }
        for (double p = 0.003; p < 1; p += 0.003) {
            assertThat(Normal.cumulative(Normal.quantile(p))).isCloseTo(p, within(1e-15));
        }
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-15));
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> Normal.quantile(1.1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheHazardWhereTheTailHasVanished() {
        assertThat(Normal.hazard(0)).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-15));
        // phi(x) / (1 - Phi(x)) = x + 1/x - 2/x^3 + 10/x^5 - ...
        assertThat(Normal.hazard(50)).isCloseTo(50 + 1 / 50.0 - 2 / 125_000.0, within(1e-7));
        assertThat(Normal.hazard(-3)).isCloseTo(ORACLE.density(-3) / ORACLE.survivalProbability(-3), within(1e-15));
    }
}
