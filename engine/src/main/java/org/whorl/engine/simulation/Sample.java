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

    /** The middle value, with the interval its neighbours in order give it (the binomial argument). */
    static Estimate median(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int n = sorted.length;
        if (n == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, LEVEL, Kind.MONTE_CARLO);
        }
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        int low = (int) Math.floor((n - NORMAL * Math.sqrt(n)) / 2);
        int high = (int) Math.ceil(1 + (n + NORMAL * Math.sqrt(n)) / 2);
        if (low < 1 || high > n) {
            return new Estimate(median, Double.NaN, Double.NaN, LEVEL, Kind.MONTE_CARLO);
        }
        return new Estimate(median, sorted[low - 1], sorted[high - 1], LEVEL, Kind.MONTE_CARLO);
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
