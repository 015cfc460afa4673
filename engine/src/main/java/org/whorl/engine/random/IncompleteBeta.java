package org.whorl.engine.random;

import org.whorl.engine.model.LogGamma;

/**
 * The regularised incomplete beta function I_x(a, b), by Lentz's form of its continued fraction (DLMF 8.17.22), and what
 * follows from it: shares (beta) and means of few points (Student's t). To about 1e-12.
 */
public final class IncompleteBeta {

    private static final int HALVINGS = 200;
    private static final int TERMS = 20_000;

    private IncompleteBeta() {}

    /**
     * The chance that a beta variable is at most x.
     *
     * @param a above 0
     * @param b above 0
     */
    public static double lower(double a, double b, double x) {
        if (!(a > 0 && b > 0) || Double.isNaN(x)) {
            throw new IllegalArgumentException("A beta needs a, b > 0, not a=%s, b=%s, x=%s".formatted(a, b, x));
        }
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front = StrictMath.exp(logDensity(a, b, x) + StrictMath.log(x) + StrictMath.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
    }

    /** ln of the density of a beta variable at x, 0 &lt; x &lt; 1. */
    public static double logDensity(double a, double b, double x) {
        return LogGamma.of(a + b)
                - LogGamma.of(a)
                - LogGamma.of(b)
                + (a - 1) * StrictMath.log(x)
                + (b - 1) * StrictMath.log1p(-x);
    }

    /** The x below which a beta variable lies with chance p. */
    public static double quantile(double a, double b, double p) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS && high - low > 1e-15 * high; i++) {
            double middle = (low + high) / 2;
            if (lower(a, b, middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The chance that Student's t is at most t. */
    public static double studentLower(double freedom, double t) {
        if (Double.isInfinite(freedom)) {
            return Normal.cumulative(t);
        }
        double tail = lower(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2;
        return t > 0 ? 1 - tail : tail;
    }

    /**
     * The t below which Student's t lies with chance p.
     *
     * @param freedom above 0; infinite for the normal distribution
     * @param p between 0 and 1
     */
    public static double studentQuantile(double freedom, double p) {
        if (Double.isInfinite(freedom)) {
            return Normal.quantile(p);
        }
        if (p == 0.5) {
            return 0;
        }
        double x = quantile(freedom / 2, 0.5, 2 * Math.min(p, 1 - p));
        double t = Math.sqrt(freedom * (1 - x) / x);
        return p < 0.5 ? -t : t;
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double product = d;
        for (int m = 1; m < TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / awayFromZero(1 + even * d);
            c = awayFromZero(1 + even / c);
            product *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + odd * d);
            c = awayFromZero(1 + odd / c);
            product *= c * d;
            if (Math.abs(c * d - 1) < 1e-15) {
                break;
            }
        }
        return product;
    }

    private static double awayFromZero(double number) {
        return Math.abs(number) < 1e-300 ? 1e-300 : number;
    }
}
