package org.whorl.engine.random;

import org.whorl.engine.model.LogGamma;

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x), quick for any a up to many millions:
 * the power series or Legendre's continued fraction away from x = a, and near it, for large a, Temme's uniform expansion
 * (DLMF 8.12) summed from the top down as in Gil, Segura and Temme, SIAM Journal on Scientific Computing 34 (2012).
 *
 * <p>They give gamma and Poisson probabilities: a Poisson count of mean x is below a with probability Q(a, x).
 */
public final class IncompleteGamma {

    private static final double LARGE = 25;
    private static final int TERMS = 30;

    /** Coefficients of eta / (lambda - 1) in powers of eta, where lambda - 1 - ln(lambda) = eta^2 / 2. */
    private static final double[] TEMME = temme();

    private IncompleteGamma() {}

    /** P(a, x): the chance that a gamma variable of shape a and scale 1 is at most x. */
    public static double lower(double a, double x) {
        check(a, x);
        if (x <= 0) {
            return 0;
        }
        if (a == 0 || x == Double.POSITIVE_INFINITY) {
            return 1;
        }
        if (nearAndLarge(a, x)) {
            return uniform(a, x, -1);
        }
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
    }

    /** Q(a, x): the chance that a gamma variable of shape a and scale 1 is more than x. */
    public static double upper(double a, double x) {
        check(a, x);
        if (x <= 0) {
            return 1;
        }
        if (a == 0 || x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (nearAndLarge(a, x)) {
            return uniform(a, x, 1);
        }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    }

    /**
     * The hazard of a gamma variable of shape a and scale 1 at x: density over the chance of more than x, also where both
     * are too small for a double. With a = c + 1 it is Erlang's loss formula for c places and load x.
     */
    public static double hazard(double a, double x) {
        check(a, x);
        if (x < a + 1 || (nearAndLarge(a, x) && x - a < 20 * Math.sqrt(a))) {
            return term(a, x) * a / (x * upper(a, x));
        }
        return 1 / (x * quotient(a, x));
    }

    /** x^a e^-x / Gamma(a + 1): for a whole a the Poisson probability of a when the mean is x. */
    public static double term(double a, double x) {
        if (x == 0) {
            return a == 0 ? 1 : 0;
        }
        if (a < LARGE) {
            return StrictMath.exp(a * StrictMath.log(x) - x - LogGamma.of(a + 1));
        }
        // Stirling's leading terms cancel x^a e^-x exactly; what is left is small.
        double mu = (x - a) / a;
        return StrictMath.exp(-a * (mu - StrictMath.log1p(mu)) - stirling(a)) / Math.sqrt(2 * Math.PI * a);
    }

    private static void check(double a, double x) {
        if (!(a >= 0) || Double.isNaN(x)) {
            throw new IllegalArgumentException(
                    "The incomplete gamma function needs a >= 0, not a=%s, x=%s".formatted(a, x));
        }
    }

    private static boolean nearAndLarge(double a, double x) {
        return a >= LARGE && x > 0.4 * a && x < 2.2 * a;
    }

    /** ln Gamma(a) - (a - 1/2) ln a + a - ln(2 pi)/2, for large a. */
    private static double stirling(double a) {
        double i = 1 / (a * a);
        return (1.0 / 12 - i * (1.0 / 360 - i * (1.0 / 1260 - i * (1.0 / 1680 - i / 1188)))) / a;
    }

    /** P = x^a e^-x / Gamma(a+1) (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...). */
    private static double series(double a, double x) {
        double sum = 1;
        double next = 1;
        for (int n = 1; next > 1e-17 * sum; n++) {
            next *= x / (a + n);
            sum += next;
        }
        return term(a, x) * sum;
    }

    private static double fraction(double a, double x) {
        return term(a, x) * a * quotient(a, x);
    }

    /** Legendre's continued fraction of Gamma(a, x) e^x / x^a, evaluated forwards (modified Lentz). */
    private static double quotient(double a, double x) {
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double product = d;
        for (int n = 1; n < 10_000; n++) {
            double numerator = n * (a - n);
            b += 2;
            d = 1 / (numerator * d + b);
            c = numerator / c + b;
            double factor = c * d;
            product *= factor;
            if (Math.abs(factor - 1) < 1e-16) {
                break;
            }
        }
        return product;
    }

    /** Temme: half erfc(side * eta sqrt(a/2)) + side * R; Q for side = 1 and P for side = -1. */
    private static double uniform(double a, double x, int side) {
        double mu = (x - a) / a;
        double half = mu - StrictMath.log1p(mu);
        double eta = Math.copySign(Math.sqrt(2 * half), mu);
        double next = TEMME[TERMS - 1];
        double afterNext = 0;
        double sum = 0;
        // b_n = d_(n+1) + (n+2)/a b_(n+2); the sum is Horner's, so one walk down does both.
        for (int n = TERMS - 2; n >= 0; n--) {
            sum = sum * eta + next;
            double b = TEMME[n] + (n + 1) / a * afterNext;
            afterNext = next;
            next = b;
        }
        // After the walk `afterNext` is b_0 and `next` would be b_-1 = 1 + b_1/a.
        double remainder = StrictMath.exp(-a * half) / Math.sqrt(2 * Math.PI * a) * sum / next;
        return Normal.beyond(side * eta * Math.sqrt(a)) + side * remainder;
    }

    /** From lambda' = lambda eta / (lambda - 1), with mu = lambda - 1: mu mu' = eta (1 + mu); then eta / mu by division. */
    private static double[] temme() {
        double[] mu = new double[TERMS + 2];
        mu[1] = 1;
        for (int n = 2; n < mu.length; n++) {
            // The coefficient of eta^n in mu mu' is (n+1)/2 sum_(i+j=n+1) mu_i mu_j; that in eta (1 + mu) is mu_(n-1).
            double sum = 0;
            for (int i = 2; i < n; i++) {
                sum += mu[i] * mu[n + 1 - i];
            }
            mu[n] = (mu[n - 1] * 2 / (n + 1) - sum) / 2;
        }
        double[] d = new double[TERMS];
        for (int n = 0; n < TERMS; n++) {
            double sum = n == 0 ? 1 : 0;
            for (int i = 1; i <= n; i++) {
                sum -= mu[i + 1] * d[n - i];
            }
            d[n] = sum;
        }
        return d;
    }
}
