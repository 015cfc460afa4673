package org.whorl.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.whorl.engine.model.Distribution;

class SurvivalTest {

    @Test
    void lognormal() {
        Distribution.Lognormal d = new Distribution.Lognormal(18.07, 20);
        matches(d, LogNormalDistribution.of(d.mu(), d.sigma()), 120);
    }

    @Test
    void gamma() {
        matches(new Distribution.Gamma(14, 10), GammaDistribution.of(1.96, 100.0 / 14), 80);
        matches(new Distribution.Gamma(14, 20), GammaDistribution.of(0.49, 400.0 / 14), 150);
    }

    @Test
    void weibull() {
        Distribution.Weibull d = new Distribution.Weibull(28, 20);
        matches(d, WeibullDistribution.of(d.shape(), d.scale()), 120);
        Distribution.Weibull heavy = new Distribution.Weibull(28, 50);
        matches(heavy, WeibullDistribution.of(heavy.shape(), heavy.scale()), 200);
    }

    @Test
    void exponential() {
        matches(new Distribution.Exponential(10), ExponentialDistribution.of(10), 60);
    }

    @Test
    void uniform() {
        matches(new Distribution.Uniform(3, 9), UniformContinuousDistribution.of(3, 9), 10);
    }

    @Test
    void triangular() {
        matches(new Distribution.Triangular(2, 5, 14), TriangularDistribution.of(2, 5, 14), 15);
        matches(new Distribution.Triangular(2, 2, 14), TriangularDistribution.of(2, 2, 14), 15);
        matches(new Distribution.Triangular(2, 14, 14), TriangularDistribution.of(2, 14, 14), 15);
    }

    @Test
    void constant() {
        Survival five = Survival.of(new Distribution.Constant(5));
        assertThat(five.at(4.9)).isOne();
        assertThat(five.at(5)).isZero();
        assertThat(five.beyond(2)).isEqualTo(3);
        assertThat(five.residual(2)).isEqualTo(0.6);
        assertThat(five.quantile(0.3)).isEqualTo(5);
        assertThat(Survival.of(new Distribution.Constant(0)).residual(1)).isZero();
    }

    @Test
    void aPointIsAConstantWhateverItIsCalled() {
        assertThat(Survival.of(new Distribution.Uniform(4, 4))).isEqualTo(Survival.of(new Distribution.Constant(4)));
        assertThat(Survival.of(new Distribution.Triangular(4, 4, 4)))
                .isEqualTo(Survival.of(new Distribution.Constant(4)));
    }

    @Test
    void empirical() {
        Survival seen = Survival.of(new Distribution.Empirical(new double[] {8, 1, 3, 3, 5}));
        assertThat(seen.mean()).isEqualTo(4);
        assertThat(seen.at(-1)).isOne();
        assertThat(seen.at(3)).isEqualTo(0.4);
        assertThat(seen.at(2.9)).isEqualTo(0.8);
        assertThat(seen.beyond(3)).isCloseTo((2 + 5) / 5.0, within(1e-15));
        assertThat(seen.quantile(0.4)).isEqualTo(3);
        assertThat(seen.quantile(1)).isEqualTo(8);
        assertThat(seen.given(3, 3)).isEqualTo(0.5);
        assertThat(seen.given(9, 1)).isZero();
    }

    @Test
    void somebodyMetAtRandomHasALongStayBehindAndBeforeThem() {
        // The mean residual is E[S^2] / (2 E[S]): with cv 1 the whole mean again, not half of it.
        Survival stay = Survival.of(new Distribution.Lognormal(10, 10));
        double meanResidual = integral(stay::residual, 0, 2_000, 200_000);
        assertThat(meanResidual).isCloseTo((100 + 100) / 20.0, within(0.01));
    }

    @Test
    void theShortFormAsksTheSameQuestion() {
        Distribution d = new Distribution.Gamma(14, 10);
        assertThat(Survival.of(d, 9)).isEqualTo(Survival.of(d).at(9));
    }

    private static void matches(Distribution distribution, ContinuousDistribution oracle, double end) {
        Survival survival = Survival.of(distribution);
        assertThat(survival.mean()).isCloseTo(distribution.mean(), within(1e-10));
        double upTo = 0;
        int steps = 60;
        for (int i = 0; i <= steps; i++) {
            double t = end * i / steps;
            assertThat(survival.at(t)).as("S(%s)", t).isCloseTo(oracle.survivalProbability(t), within(1e-12));
            assertThat(survival.beyond(t)).as("beyond %s", t).isCloseTo(distribution.mean() - upTo, within(2e-4));
            assertThat(survival.residual(t)).isBetween(0.0, 1.0 + 1e-12);
            upTo += integral(survival::at, t, end * (i + 1) / steps, 400);
        }
        for (double p = 0.01; p < 1; p += 0.07) {
            assertThat(survival.quantile(p)).isCloseTo(oracle.inverseCumulativeProbability(p), within(1e-7));
        }
        assertThat(survival.given(end / 5, end / 10))
                .isCloseTo(oracle.survivalProbability(end * 0.3) / oracle.survivalProbability(end / 5), within(1e-9));
        assertThat(survival.at(-1)).isOne();
        assertThat(survival.beyond(-2)).isCloseTo(distribution.mean() + 2, within(1e-10));
    }

    private interface Curve {
        double at(double t);
    }

    private static double integral(Curve f, double from, double to, int steps) {
        double width = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += f.at(from + (i + 0.5) * width) * width;
        }
        return sum;
    }
}
