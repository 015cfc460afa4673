package org.whorl.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PascalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words all chance comes from, the ziggurat, and the tables of daily counts. */
class ChanceTest {

    private static final int MANY = 400_000;

    @Test
    void oneBitOfAWordChangesHalfOfAll() {
        for (int bit = 0; bit < 64; bit++) {
            int flipped = 0;
            for (long i = 0; i < 2000; i++) {
                flipped += Long.bitCount(Streams.mix(i) ^ Streams.mix(i ^ (1L << bit)));
            }
            assertThat(flipped / 2000.0).as("bit %d", bit).isBetween(30.5, 33.5);
        }
    }

    /** People one after the other, days, replications, seeds and purposes: no two neighbours know of each other. */
    @Test
    void neighboursAreIndependent() {
        long stay = Streams.child(Streams.child(0, "stay"), "ward");
        long route = Streams.child(Streams.child(0, "route"), "ward");
        long other = Streams.child(Streams.child(0, "stay"), "ware");
        independent(
                "people",
                i -> Streams.mix(Streams.child(99, i) + stay),
                i -> Streams.mix(Streams.child(99, i + 1) + stay));
        independent(
                "days", i -> Streams.child(Streams.child(99, i), 0), i -> Streams.child(Streams.child(99, i + 1), 0));
        independent("seeds", i -> Streams.child(Streams.mix(i), 0), i -> Streams.child(Streams.mix(i + 1), 0));
        independent(
                "purposes",
                i -> Streams.mix(Streams.child(99, i) + stay),
                i -> Streams.mix(Streams.child(99, i) + route));
        independent(
                "services",
                i -> Streams.mix(Streams.child(99, i) + stay),
                i -> Streams.mix(Streams.child(99, i) + other));
        independent(
                "returns",
                i -> Streams.mix(Streams.child(99, i) + stay),
                i -> Streams.mix(Streams.child(99, i) + stay + 0xda942042e4dd58b5L));
        independent(
                "moment and stay",
                i -> Streams.next(Streams.child(99, i)),
                i -> Streams.mix(Streams.child(99, i) + stay));
        independent("the next word", i -> Streams.child(99, i), i -> Streams.next(Streams.child(99, i)));
    }

    /** Correlation, and the squares of a chessboard on which pairs fall. */
    private static void independent(String what, LongUnaryOperator one, LongUnaryOperator two) {
        double sum = 0;
        int[] squares = new int[32 * 32];
        for (long i = 0; i < MANY; i++) {
            double x = Streams.uniform(one.applyAsLong(i));
            double y = Streams.uniform(two.applyAsLong(i));
            sum += (x - 0.5) * (y - 0.5);
            squares[32 * (int) (x * 32) + (int) (y * 32)]++;
        }
        assertThat(sum / MANY * 12).as("correlation of %s", what).isCloseTo(0, within(4.5 / Math.sqrt(MANY)));
        double chi = 0;
        double expected = MANY / 1024.0;
        for (int count : squares) {
            chi += (count - expected) * (count - expected) / expected;
        }
        assertThat(chi).as("chi-squared of %s on 1023 degrees", what).isBetween(820.0, 1240.0);
    }

    @Test
    void nobodySharesTheirKey() {
        Set<Long> keys = new HashSet<>();
        for (long replication = 0; replication < 20; replication++) {
            for (long day = 0; day < 100; day++) {
                for (long person = 0; person < 50; person++) {
                    keys.add(Streams.child(Streams.child(Streams.child(1, replication), day), person));
                }
            }
        }
        assertThat(keys).hasSize(100_000);
        assertThat(Streams.child(0, "ab")).isNotEqualTo(Streams.child(0, "ba")).isNotEqualTo(Streams.child(0, "a"));
    }

    @Test
    void aUniformNumberIsNeverNoughtOrOne() {
        assertThat(Streams.uniform(0)).isPositive();
        assertThat(Streams.uniform(-1L)).isLessThan(1);
    }

    @Test
    void theZigguratsNormalIsNormalToTheFarEndOfItsTail() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        int n = 5_000_000;
        double[] limits = {-5, -4, -3.654152885361009, -3, -2, -1, 0, 1, 2, 3, 3.654152885361009, 4, 5};
        int[] below = new int[limits.length];
        double[] powers = new double[5];
        for (long i = 0; i < n; i++) {
            double z = Ziggurat.normal(Streams.child(3, i));
            for (int l = 0; l < limits.length; l++) {
                below[l] += z < limits[l] ? 1 : 0;
            }
            double power = 1;
            for (int p = 1; p <= 4; p++) {
                power *= z;
                powers[p] += power;
            }
        }
        for (int l = 0; l < limits.length; l++) {
            double p = normal.cumulativeProbability(limits[l]);
            double error = Math.sqrt(p * (1 - p) / n);
            assertThat((double) below[l] / n).as("below %s", limits[l]).isCloseTo(p, within(4.5 * error + 1e-7));
        }
        assertThat(powers[1] / n).isCloseTo(0, within(4.5 / Math.sqrt(n)));
        assertThat(powers[2] / n).isCloseTo(1, within(4.5 * Math.sqrt(2.0 / n)));
        assertThat(powers[3] / n).isCloseTo(0, within(4.5 * Math.sqrt(15.0 / n)));
        assertThat(powers[4] / n).isCloseTo(3, within(4.5 * Math.sqrt(96.0 / n)));
    }

    @Test
    void theZigguratsExponentialIsExponentialToTheFarEndOfItsTail() {
        int n = 5_000_000;
        double[] limits = {0.01, 0.1, 1, 3, 7.69711747013105, 9, 12};
        int[] beyond = new int[limits.length];
        double sum = 0;
        double squares = 0;
        for (long i = 0; i < n; i++) {
            double x = Ziggurat.exponential(Streams.child(4, i));
            for (int l = 0; l < limits.length; l++) {
                beyond[l] += x > limits[l] ? 1 : 0;
            }
            sum += x;
            squares += x * x;
        }
        for (int l = 0; l < limits.length; l++) {
            double p = Math.exp(-limits[l]);
            double error = Math.sqrt(p * (1 - p) / n);
            assertThat((double) beyond[l] / n).as("beyond %s", limits[l]).isCloseTo(p, within(4.5 * error + 1e-7));
        }
        assertThat(sum / n).isCloseTo(1, within(4.5 / Math.sqrt(n)));
        assertThat(squares / n).isCloseTo(2, within(4.5 * Math.sqrt(20.0 / n)));
    }

    @ParameterizedTest
    @CsvSource({"0.02", "0.7", "4", "38.5", "800", "25000"})
    void aDaysCountIsPoisson(double mean) {
        inverts(new CountTable(mean, 1), PoissonDistribution.of(mean), mean, mean);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.3", "8, 2.5", "200, 1.1", "3, 20", "5000, 1.5"})
    void anOverDispersedDaysCountIsNegativeBinomial(int size, double dispersion) {
        double mean = size * (dispersion - 1);
        inverts(new CountTable(mean, dispersion), PascalDistribution.of(size, 1 / dispersion), mean, mean * dispersion);
    }

    /** Just below and just above each step of the cumulative distribution, as exactly as a word can say. */
    private static void inverts(CountTable table, DiscreteDistribution oracle, double mean, double variance) {
        assertThat(oracle.getMean()).isCloseTo(mean, withinPercentage(1e-9));
        assertThat(oracle.getVariance()).isCloseTo(variance, withinPercentage(1e-9));
        double sd = Math.sqrt(variance);
        int step = (int) Math.max(1, sd / 20);
        for (int k = (int) Math.max(0, mean - 6 * sd); k < mean + 6 * sd; k += step) {
            double p = oracle.cumulativeProbability(k);
            if (p > 1e-9 && p < 1 - 1e-9) {
                assertThat(table.count(word(p - 1e-9))).as("at or below %d", k).isLessThanOrEqualTo(k);
                assertThat(table.count(word(p + 1e-9))).as("above %d", k).isGreaterThan(k);
            }
        }
        assertThat(table.count(0)).isLessThanOrEqualTo((int) mean);
        assertThat(table.count(-1L)).isGreaterThanOrEqualTo((int) mean);
    }

    private static long word(double u) {
        return (long) (u * 0x1.0p53) << 11;
    }

    @Test
    void nobodyComesWhereNobodyIsExpected() {
        for (double dispersion : new double[] {1, 2}) {
            CountTable table = new CountTable(0, dispersion);
            assertThat(table.count(-1L)).isZero();
            assertThat(table.count(12345)).isZero();
        }
    }

    @Test
    void aBusierDayHoldsEveryoneAQuieterDayHolds() {
        for (double dispersion : new double[] {1, 1.4, 3}) {
            CountTable quiet = new CountTable(6, dispersion);
            CountTable busy = new CountTable(6.3, dispersion);
            for (long i = 0; i < 20_000; i++) {
                long word = Streams.child(8, i);
                assertThat(busy.count(word)).isGreaterThanOrEqualTo(quiet.count(word));
            }
        }
    }
}
