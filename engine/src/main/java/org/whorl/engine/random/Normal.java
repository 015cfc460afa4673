package org.whorl.engine.random;

/**
 * The standard normal distribution, to about 1e-15 of each value, far tails included.
 *
 * <p>Everything comes from Mills' ratio R(x) = (1 - Phi(x)) / phi(x), which obeys R' = x R - 1. From 5 on it is
 * Laplace's continued fraction; below, Taylor series are kept at nodes a quarter apart, built once from 5 downwards, the
 * direction in which errors shrink.
 */
public final class Normal {

    private static final double STEP = 0.25;
    private static final int NODES = 21;
    private static final int TERMS = 13;
    private static final int TERMS_TO_BUILD = 20;
    private static final double INVERSE_ROOT_2PI = 1 / Math.sqrt(2 * Math.PI);

    /** Taylor coefficients of R at node i, lowest first. */
    private static final double[][] MILLS = millsAtNodes();

    private Normal() {}

    /** phi(x), the density. */
    public static double density(double x) {
        return INVERSE_ROOT_2PI * StrictMath.exp(-x * x / 2);
    }

    /** Phi(x), the chance of no more than x. */
    public static double cumulative(double x) {
        return beyond(-x);
    }

    /** 1 - Phi(x), the chance of more than x, without cancellation. */
    public static double beyond(double x) {
        if (x < 0) {
            return 1 - beyond(-x);
        }
        return density(x) * mills(x);
    }

    /** phi(x) / (1 - Phi(x)), also where both are too small for a double. */
    public static double hazard(double x) {
        if (x >= 0) {
            return 1 / mills(x);
        }
        return density(x) / beyond(x);
    }

    /**
     * The x with Phi(x) = p: a rational first guess (Abramowitz and Stegun 26.2.22), then Halley's steps until they stand
     * still.
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            if (p == 0 || p == 1) {
                return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            throw new IllegalArgumentException("A probability lies between 0 and 1, not " + p);
        }
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        double t = Math.sqrt(-2 * StrictMath.log(p));
        double x = t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t);
        for (int i = 0; i < 4; i++) {
            // Newton on ln(1 - Phi) - ln(p), whose slope is -hazard: quick even where the tail is tiny.
            double h = hazard(x);
            double step = StrictMath.log(beyond(x) / p) / h;
            x += step / (1 + step * (h - x) / 2);
        }
        return -x;
    }

    private static double mills(double x) {
        if (x >= (NODES - 1) * STEP) {
            return fraction(x);
        }
        int node = (int) (x / STEP + 0.5);
        return horner(MILLS[node], TERMS, x - node * STEP);
    }

    private static double horner(double[] c, int terms, double d) {
        double sum = c[terms - 1];
        for (int i = terms - 2; i >= 0; i--) {
            sum = sum * d + c[i];
        }
        return sum;
    }

    private static double[][] millsAtNodes() {
        double[][] nodes = new double[NODES][];
        double value = fraction((NODES - 1) * STEP);
        for (int i = NODES - 1; i >= 0; i--) {
            nodes[i] = taylor(i * STEP, value);
            value = horner(nodes[i], TERMS_TO_BUILD, -STEP);
        }
        return nodes;
    }

    /** From R' = x R - 1: (n + 1) r_(n+1) = x r_n + r_(n-1), less 1 where n = 0. */
    private static double[] taylor(double x, double value) {
        double[] r = new double[TERMS_TO_BUILD];
        r[0] = value;
        r[1] = x * value - 1;
        for (int n = 1; n + 1 < TERMS_TO_BUILD; n++) {
            r[n + 1] = (x * r[n] + r[n - 1]) / (n + 1);
        }
        return r;
    }

    /** Laplace: R(x) = 1/(x + 1/(x + 2/(x + 3/(x + ...)))), for x well above 1. */
    private static double fraction(double x) {
        double tail = x;
        for (int n = 40; n >= 1; n--) {
            tail = x + n / tail;
        }
        return 1 / tail;
    }
}
