package org.whorl.engine.voices;

import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.random.Normal;

/** Shares of people, with what the chance of who took part leaves open. */
public final class Share {
    private Share() {}

    /**
     * A share with Wilson's interval (1927), which neither leaves 0 to 1 nor shrinks to nothing at its ends.
     *
     * @param n how many
     * @param of out of how many; with 0 there is nothing to estimate from
     * @param level how often the interval should hold the true share, such as 0.95
     */
    public static Estimate of(int n, int of, double level) {
        if (of == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, level, Kind.PARAMETER);
        }
        double z = Normal.quantile((1 + level) / 2);
        double p = n / (double) of;
        double middle = (p + z * z / (2 * of)) / (1 + z * z / of);
        double half = z * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of)) / (1 + z * z / of);
        return new Estimate(p, Math.max(0, middle - half), Math.min(1, middle + half), level, Kind.PARAMETER);
    }

    /** The chance of n or more heads in so many throws of a fair coin, by adding up terms. */
    static double halfOrMore(int n, int of) {
        if (n <= 0) {
            return 1;
        }
        double log = -of * StrictMath.log(2);
        for (int i = 1; i <= n; i++) {
            log += StrictMath.log((of - i + 1.0) / i);
        }
        double sum = 0;
        for (int i = n; i <= of; i++) {
            sum += StrictMath.exp(log);
            log += StrictMath.log((of - i) / (i + 1.0));
        }
        return Math.min(1, sum);
    }
}
