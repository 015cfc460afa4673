package org.whorl.engine.spc;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * The middle and the limits of one stretch of a chart, for each of its points; NaN where nothing can be said. Near limits are those
 * beyond which a point lies close to the outer ones.
 */
record Limits(double[] middle, double[] lower, double[] upper, double[] nearLow, double[] nearHigh) {

    private static final double OUTER = 2.66;
    private static final double SCREEN = 3.267;
    /** From the mean of two neighbours' differences to a standard deviation. */
    private static final double D2 = 1.128;

    private static final double T_POWER = 3.6;

    /**
     * Single values: the mean, and 2.66 times the mean difference between neighbours to either side.
     *
     * @param base the values the limits come from; NaN where there is none or it does not count
     */
    static Limits xmr(double[] base, boolean screening, boolean mended) {
        double mean = mean(Arrays.stream(base));
        double[] steps = new double[base.length];
        for (int i = 0; i < base.length; i++) {
            steps[i] = i == 0 ? Double.NaN : Math.abs(base[i] - base[i - 1]);
        }
        double step = mean(Arrays.stream(steps));
        if (screening) {
            double most = SCREEN * step;
            step = mean(Arrays.stream(steps).filter(each -> each < most));
        }
        if (mended && isConstant(base)) {
            mean = known(base).findFirst().orElse(Double.NaN);
            step = known(base).count() > 1 ? 0 : Double.NaN;
        }
        double outer = OUTER * step;
        double near = outer * 2 / 3;
        return level(base.length, mean, mean - outer, mean + outer, mean - near, mean + near);
    }

    /** Single values around their median. */
    static Limits run(double[] base) {
        return level(base.length, median(base), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Shares: three standard deviations of so many tosses to either side, within 0 and 1. */
    static Limits shares(double[] events, double[] of, double[] all) {
        double share = Arrays.stream(events).sum() / Arrays.stream(of).sum();
        return spread(all, share, Math.sqrt(share * (1 - share)), 1);
    }

    /** Rates: three standard deviations of events by chance to either side, not below nought. */
    static Limits rates(double[] events, double[] of, double[] all) {
        double rate = Arrays.stream(events).sum() / Arrays.stream(of).sum();
        return spread(all, rate, Math.sqrt(rate), Double.POSITIVE_INFINITY);
    }

    private static Limits spread(double[] of, double middle, double deviation, double most) {
        int n = of.length;
        Limits limits = level(n, middle, 0, 0, 0, 0);
        for (int i = 0; i < n; i++) {
            double one = deviation / Math.sqrt(of[i]);
            limits.lower[i] = Math.max(0, middle - 3 * one);
            limits.upper[i] = Math.min(most, middle + 3 * one);
            limits.nearLow[i] = middle - 2 * one;
            limits.nearHigh[i] = middle + 2 * one;
        }
        return limits;
    }

    /** Cases between rare events (Benneyan 2001): limits around the mean, the median as middle. */
    static Limits between(double[] base) {
        double mean = mean(Arrays.stream(base));
        double deviation = Math.sqrt(mean * (mean + 1));
        return level(
                base.length,
                median(base),
                Math.max(0, mean - 3 * deviation),
                mean + 3 * deviation,
                mean - 2 * deviation,
                mean + 2 * deviation);
    }

    /** Days between rare events (Nelson 1994): single values of their 3.6th root. */
    static Limits days(double[] base, boolean screening) {
        double[] roots = Arrays.stream(base)
                .map(each -> StrictMath.pow(each, 1 / T_POWER))
                .toArray();
        Limits limits = xmr(roots, screening, true);
        DoubleUnaryOperator back = each -> StrictMath.pow(Math.max(0, each), T_POWER);
        return new Limits(
                map(limits.middle, back),
                map(limits.lower, back),
                map(limits.upper, back),
                map(limits.nearLow, each -> each < 0 ? -1 : back.applyAsDouble(each)),
                map(limits.nearHigh, back));
    }

    /**
     * How many times as much shares or rates vary as counts by chance would, by the differences between neighbours (Laney 2002); NaN
     * for fewer than two.
     */
    static double excess(double[] values, Limits limits) {
        double[] z = new double[values.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (values[i] - limits.middle[i]) / (limits.nearHigh[i] - limits.middle[i]) * 2;
        }
        double[] known = Arrays.stream(z).filter(Double::isFinite).toArray();
        double sum = 0;
        for (int i = 1; i < known.length; i++) {
            sum += Math.abs(known[i] - known[i - 1]);
        }
        return known.length < 2 ? Double.NaN : sum / (known.length - 1) / D2;
    }

    /** The same, with no limit below nought. */
    Limits floored() {
        return new Limits(middle, map(lower, each -> Math.max(0, each)), upper, nearLow, nearHigh);
    }

    /** Would a limit lie below nought? */
    boolean isBelowNought() {
        return Arrays.stream(lower).anyMatch(each -> each < 0);
    }

    /** Are there at least two values, and are all the same? */
    static boolean isConstant(double[] base) {
        return known(base).distinct().count() == 1;
    }

    static DoubleStream known(double[] values) {
        return Arrays.stream(values).filter(each -> !Double.isNaN(each));
    }

    /** In two passes, as R does it, so that a value on the mean is seen to be on it. */
    static double mean(DoubleStream values) {
        double[] known = known(values.toArray()).toArray();
        if (known.length == 0) {
            return Double.NaN;
        }
        double first = 0;
        for (double each : known) {
            first += each;
        }
        first /= known.length;
        double left = 0;
        for (double each : known) {
            left += each - first;
        }
        return first + left / known.length;
    }

    private static double median(double[] values) {
        double[] sorted = known(values).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static double[] map(double[] values, DoubleUnaryOperator to) {
        return Arrays.stream(values).map(to).toArray();
    }

    private static Limits level(int n, double middle, double lower, double upper, double nearLow, double nearHigh) {
        return new Limits(fill(n, middle), fill(n, lower), fill(n, upper), fill(n, nearLow), fill(n, nearHigh));
    }

    private static double[] fill(int n, double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }
}
