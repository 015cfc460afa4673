package org.whorl.engine.evidence;

import org.whorl.engine.model.LogGamma;
import org.whorl.engine.random.IncompleteBeta;
import org.whorl.engine.random.IncompleteGamma;
import org.whorl.engine.random.Normal;

/**
 * What is believed of a number, and what figures make of it (Bayes; method 2.4 c). Figures found in a way that lets more than
 * chance in count for less: their likelihood is raised to a power a0, which is the same as so much less of them.
 */
public sealed interface Belief {

    /** Beyond so many standard deviations of both together, figures and belief do not fit. */
    double CONFLICT = 2;

    /** The mean. */
    double mean();

    /** The standard deviation. */
    double sd();

    /** The chance that the number is at most x. */
    double chanceBelow(double x);

    /** The x below which the number lies with chance p. */
    double quantile(double p);

    /** The density at x. */
    double density(double x);

    /** 2.5 per cent lie below. */
    default double low() {
        return quantile(0.025);
    }

    /** 2.5 per cent lie above. */
    default double high() {
        return quantile(0.975);
    }

    /**
     * Whether what was found lies further from what was believed than the two together leave room for: |y - m| is more than 2
     * sqrt(s_y^2 + s_p^2). Then one of them is wrong about something, and an average of the two describes neither.
     *
     * @param found y
     * @param error s_y, not discounted
     */
    default boolean conflicts(double found, double error) {
        return Math.abs(found - mean()) > CONFLICT * Math.sqrt(error * error + sd() * sd());
    }

    /**
     * Normal: of any number, or of the logarithm of one that multiplies.
     *
     * @param mean the mean
     * @param sd the standard deviation, above 0
     */
    record Bell(double mean, double sd) implements Belief {
        public Bell {
            if (!(sd > 0) || !Double.isFinite(sd) || !Double.isFinite(mean)) {
                throw new IllegalArgumentException("A standard deviation lies above 0, not %s".formatted(sd));
            }
        }

        /**
         * After something was found: each counts by its precision.
         *
         * @param found what was found
         * @param error its standard error, above 0
         * @param weight a0, above 0 and at most 1
         */
        public Bell after(double found, double error, double weight) {
            check(weight);
            double before = 1 / (sd * sd);
            double added = weight / (error * error);
            return new Bell((mean * before + found * added) / (before + added), 1 / Math.sqrt(before + added));
        }

        @Override
        public double chanceBelow(double x) {
            return Normal.cumulative((x - mean) / sd);
        }

        @Override
        public double quantile(double p) {
            return mean + sd * Normal.quantile(p);
        }

        @Override
        public double density(double x) {
            return Normal.density((x - mean) / sd) / sd;
        }
    }

    /**
     * Gamma: of a rate. It is as if {@code shape} events had been seen in {@code exposure}.
     *
     * @param shape above 0
     * @param exposure above 0
     */
    record Rate(double shape, double exposure) implements Belief {
        public Rate {
            if (!(shape > 0 && exposure > 0)) {
                throw new IllegalArgumentException("A gamma needs both above 0, not %s, %s".formatted(shape, exposure));
            }
        }

        /** The gamma with this mean and standard deviation, both above 0. */
        public static Rate of(double mean, double sd) {
            return new Rate(mean * mean / (sd * sd), mean / (sd * sd));
        }

        /** After so many events in so much exposure. */
        public Rate after(double events, double in, double weight) {
            check(weight);
            if (!(events >= 0 && in > 0)) {
                throw new IllegalArgumentException("%s in %s cannot be counted".formatted(events, in));
            }
            return new Rate(shape + weight * events, exposure + weight * in);
        }

        @Override
        public double mean() {
            return shape / exposure;
        }

        @Override
        public double sd() {
            return Math.sqrt(shape) / exposure;
        }

        @Override
        public double chanceBelow(double x) {
            return x <= 0 ? 0 : IncompleteGamma.lower(shape, x * exposure);
        }

        @Override
        public double quantile(double p) {
            double high = mean() + sd();
            while (chanceBelow(high) < p) {
                high *= 2;
            }
            double low = 0;
            for (int i = 0; i < 200 && high - low > 1e-15 * high; i++) {
                double middle = (low + high) / 2;
                if (chanceBelow(middle) < p) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return (low + high) / 2;
        }

        @Override
        public double density(double x) {
            return x <= 0
                    ? 0
                    : StrictMath.exp(shape * StrictMath.log(exposure)
                            + (shape - 1) * StrictMath.log(x)
                            - exposure * x
                            - LogGamma.of(shape));
        }
    }

    /**
     * Beta: of a share. It is as if it had been so {@code yes} times and not so {@code no} times.
     *
     * @param yes above 0
     * @param no above 0
     */
    record Share(double yes, double no) implements Belief {
        public Share {
            if (!(yes > 0 && no > 0)) {
                throw new IllegalArgumentException("A beta needs both above 0, not %s, %s".formatted(yes, no));
            }
        }

        /**
         * The beta with this mean and standard deviation.
         *
         * @param mean between 0 and 1
         * @param sd above 0 and below sqrt(mean (1 - mean)), the most a share can stray
         */
        public static Share of(double mean, double sd) {
            double size = mean * (1 - mean) / (sd * sd) - 1;
            return new Share(mean * size, (1 - mean) * size);
        }

        /** After it was so {@code came} times {@code of} so many. */
        public Share after(double came, double of, double weight) {
            check(weight);
            if (!(came >= 0 && of > 0 && came <= of)) {
                throw new IllegalArgumentException("%s of %s is not a share".formatted(came, of));
            }
            return new Share(yes + weight * came, no + weight * (of - came));
        }

        @Override
        public double mean() {
            return yes / (yes + no);
        }

        @Override
        public double sd() {
            double all = yes + no;
            return Math.sqrt(yes * no / (all + 1)) / all;
        }

        @Override
        public double chanceBelow(double x) {
            return IncompleteBeta.lower(yes, no, x);
        }

        @Override
        public double quantile(double p) {
            return IncompleteBeta.quantile(yes, no, p);
        }

        @Override
        public double density(double x) {
            return x <= 0 || x >= 1 ? 0 : StrictMath.exp(IncompleteBeta.logDensity(yes, no, x));
        }
    }

    private static void check(double weight) {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("A weight lies above 0 and is at most 1, not " + weight);
        }
    }
}
