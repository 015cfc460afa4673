package org.whorl.engine.simulation;

import java.util.Arrays;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;

/** Estimates from independent replications. Values that are NaN (nobody started, so nobody waited) are left out. */
final class Sample {

    private static final double LEVEL = 0.95;
    private static final double NORMAL = 1.959963984540054;
    private static final double[] SMALL = {12.706205, 4.302653, 3.182446, 2.776445, 2.570582};

    private Sample() {}

    /** The mean with Student's 95 per cent interval. */
    static Estimate mean(double[] values) {
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        int n = present.length;
        if (n == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, LEVEL, Kind.MONTE_CARLO);
        }
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double delta = present[i] - mean;
            mean += delta / (i + 1);
            squares += delta * (present[i] - mean);
        }
        if (n == 1) {
            return new Estimate(mean, Double.NaN, Double.NaN, LEVEL, Kind.MONTE_CARLO);
        }
        double half = student(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new Estimate(mean, mean - half, mean + half, LEVEL, Kind.MONTE_CARLO);
    }

    /** The share of values above 0, with Wilson's 95 per cent interval, which stays within 0 and 1. */
    static Estimate share(double[] values) {
        double n = values.length;
        double p = Arrays.stream(values).filter(v -> v > 0).count() / n;
        double z2 = NORMAL * NORMAL / n;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = Math.sqrt(z2 * (p * (1 - p) + z2 / 4)) / (1 + z2);
        return new Estimate(p, Math.min(p, middle - half), Math.max(p, middle + half), LEVEL, Kind.MONTE_CARLO);
    }

    /** The middle value. */
    static Estimate median(double[] values) {
        return quantile(values, 0.5);
    }

    /**
     * The value that a share {@code q} of replications do not exceed, between two of the values in order: as many lie below
     * the true quantile as a binomial number says, so the ends are those ranks that it passes with 2.5 per cent each (H. David
     * and H. Nagaraja, Order Statistics, 3rd ed. 2003, section 7.1). Nothing is assumed of how values are distributed. With
     * too few values for an end, there is no interval; the 95th percentile needs 72.
     */
    static Estimate quantile(double[] values, double q) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int n = sorted.length;
        double quantile = Quantile.of(sorted.clone(), n, q);
        double[] chance = binomial(n, q);
        int low = 0;
        double below = n == 0 ? 1 : chance[0];
        while (below <= (1 - LEVEL) / 2) {
            below += chance[++low];
        }
        int high = n + 1;
        double above = n == 0 ? 1 : chance[n];
        while (above <= (1 - LEVEL) / 2) {
            above += chance[--high - 1];
        }
        return low < 1 || high > n
                ? new Estimate(quantile, Double.NaN, Double.NaN, LEVEL, Kind.MONTE_CARLO)
                : new Estimate(quantile, sorted[low - 1], sorted[high - 1], LEVEL, Kind.MONTE_CARLO);
    }

    /** The chance of each number of successes in {@code n}, from the likeliest outwards so that nothing is lost to nought. */
    private static double[] binomial(int n, double q) {
        double[] chance = new double[n + 1];
        int mode = (int) ((n + 1) * q);
        chance[mode] = 1;
        double sum = 1;
        for (int k = mode; k < n && chance[k] > 0; k++) {
            chance[k + 1] = chance[k] * (n - k) / (k + 1) * q / (1 - q);
            sum += chance[k + 1];
        }
        for (int k = mode; k > 0 && chance[k] > 0; k--) {
            chance[k - 1] = chance[k] * k / (n - k + 1) * (1 - q) / q;
            sum += chance[k - 1];
        }
        for (int k = 0; k <= n; k++) {
            chance[k] /= sum;
        }
        return chance;
    }

    /**
     * A share of days, of which each replication has its own: the days of one replication are alike, so all together weigh no
     * more than as many independent ones as would leave the same error, and at least one for each replication. With that
     * number the interval is E. Wilson's (JASA 22, 1927), as E. Korn and B. Graubard do for clustered samples (Survey
     * Methodology 24, 1998). It stays between 0 and 1, and where no replication had such a day it says how many there may be.
     *
     * @param mean with its interval, of the same number of replications
     * @param replications how many
     */
    static Estimate share(Estimate mean, int replications) {
        if (replications < 2 || Double.isNaN(mean.mean())) {
            return mean;
        }
        double t = student(replications - 1);
        double p = Math.clamp(mean.mean(), 0, 1);
        double error = mean.halfWidth() / t;
        double days = error > 0 ? Math.max(replications, p * (1 - p) / (error * error)) : replications;
        double pull = t * t / days;
        double middle = (p + pull / 2) / (1 + pull);
        double half = t * Math.sqrt((p * (1 - p) + pull / 4) / days) / (1 + pull);
        return new Estimate(p, Math.max(0, middle - half), Math.min(1, middle + half), LEVEL, Kind.MONTE_CARLO);
    }

    /** A whole's estimate whose interval comes from that of its parts: {@code whole} within the spread of the parts' means. */
    static Estimate around(double whole, double[] parts) {
        Estimate spread = mean(parts);
        double half = spread.halfWidth();
        return new Estimate(whole, whole - half, whole + half, LEVEL, Kind.MONTE_CARLO);
    }

    /**
     * Student's t for a two-sided 95 per cent interval: exact to five degrees of freedom, then Fisher's expansion about the
     * normal (Abramowitz and Stegun 26.7.5), right to four digits.
     */
    static double student(int degrees) {
        if (degrees <= SMALL.length) {
            return SMALL[degrees - 1];
        }
        double z = NORMAL;
        double z2 = z * z;
        double v = degrees;
        return z
                + z * (z2 + 1) / (4 * v)
                + z * (5 * z2 * z2 + 16 * z2 + 3) / (96 * v * v)
                + z * (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / (384 * v * v * v)
                + z
                        * (79 * z2 * z2 * z2 * z2 + 776 * z2 * z2 * z2 + 1482 * z2 * z2 - 1920 * z2 - 945)
                        / (92_160 * v * v * v * v);
    }
}
