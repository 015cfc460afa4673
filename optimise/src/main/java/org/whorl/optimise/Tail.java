package org.whorl.optimise;

import java.util.Arrays;

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
}
