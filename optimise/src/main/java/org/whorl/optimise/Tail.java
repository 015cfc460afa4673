package org.whorl.optimise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The bad tenth of what could be. */
final class Tail {

    /** How much of what could be counts as bad. */
    static final double SHARE = 0.1;

    private Tail() {}

    /** The mean of the worst tenth (CVaR10); the last value counts in part where a tenth is no whole number. */
    static double mean(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double count = SHARE * sorted.length;
        int whole = (int) Math.floor(count + 1e-9);
        double sum = 0;
        for (int i = 0; i < whole; i++) {
            sum += sorted[i];
        }
        double part = count - whole;
        return part > 1e-9 ? (sum + part * sorted[whole]) / count : sum / whole;
    }

    /** How much each value counts in {@link #mean}; they add to 1. */
    static double[] weights(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] weights = new double[values.length];
        double left = SHARE * values.length;
        double count = left;
        for (int i = 0; left > 1e-9; i++) {
            weights[order[i]] = Math.min(1, left) / count;
            left -= 1;
        }
        return weights;
    }
}
