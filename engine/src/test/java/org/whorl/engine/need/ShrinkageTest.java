package org.whorl.engine.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.random.Sampler;

class ShrinkageTest {

    /** By hand: rates 3, 0.8 and 0.5 differ by 19.4 / 26 in all and by 3 / 26 by chance, so alpha is 26 / 16.4. */
    @Test
    void smallAreasAreBroughtNearerThanLargeOnes() {
        Shrinkage shrinkage = Shrinkage.of(new double[] {12, 8, 6}, new double[] {4, 10, 12});
        double variance = (4 * 4 + 10 * 0.04 + 12 * 0.25) / 26 - 3.0 / 26;
        double alpha = 1 / variance;
        assertThat(shrinkage.alpha()).isCloseTo(alpha, within(1e-12));
        assertThat(shrinkage.rate(0)).isCloseTo((12 + alpha) / (4 + alpha), within(1e-12));
        assertThat(shrinkage.rate(2)).isCloseTo((6 + alpha) / (12 + alpha), within(1e-12));
        assertThat(shrinkage.quantile(0, 0.975))
                .isCloseTo(
                        GammaDistribution.of(12 + alpha, 1 / (4 + alpha)).inverseCumulativeProbability(0.975),
                        within(1e-8));
    }

    @Test
    void whereChanceAloneExplainsTheDifferencesAllAreAlike() {
        Shrinkage shrinkage = Shrinkage.of(new double[] {10, 9, 11}, new double[] {1, 1, 1});
        assertThat(shrinkage.alpha()).isInfinite();
        assertThat(shrinkage.rate(1)).isEqualTo(1);
        assertThat(shrinkage.quantile(1, 0.975)).isEqualTo(1);
    }

    @Test
    void findsAgainWhatWasPutIn() {
        SplittableRandom random = new SplittableRandom(7);
        Sampler rate = new Sampler(new Distribution.Gamma(1, 0.3));
        double[] expected =
                IntStream.range(0, 4000).mapToDouble(i -> 5 + i % 30).toArray();
        double[] truth = new double[expected.length];
        double[] seen = new double[expected.length];
        for (int i = 0; i < seen.length; i++) {
            truth[i] = rate.sample(random.nextLong());
            double next = -Math.log(random.nextDouble());
            while (next < expected[i] * truth[i]) {
                seen[i]++;
                next -= Math.log(random.nextDouble());
            }
        }
        Shrinkage shrinkage = Shrinkage.of(seen, expected);
        assertThat(1 / shrinkage.alpha()).isCloseTo(0.09, within(0.01));
        double raw = 0;
        double shrunk = 0;
        int covered = 0;
        for (int i = 0; i < seen.length; i++) {
            raw += Math.pow(seen[i] / expected[i] - truth[i], 2);
            shrunk += Math.pow(shrinkage.rate(i) - truth[i], 2);
            covered += shrinkage.quantile(i, 0.025) <= truth[i] && truth[i] <= shrinkage.quantile(i, 0.975) ? 1 : 0;
        }
        assertThat(shrunk).isLessThan(0.7 * raw);
        assertThat((double) covered / seen.length).isBetween(0.935, 0.965);
    }

    @Test
    void refusesAnAreaInWhichNobodyIsExpected() {
        assertThatThrownBy(() -> Shrinkage.of(new double[] {1, 0}, new double[] {1, 0}))
                .hasMessageContaining("Nobody is expected in area 1");
    }
}
