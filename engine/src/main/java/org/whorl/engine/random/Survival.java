package org.whorl.engine.random;

import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.LogGamma;

/**
 * How long a stay lasts, asked the way queues ask: the chance that it outlasts t, what is still to come of it then, and
 * the time that a share p of stays do not outlast. Build one for a distribution and keep it; the constants are found once.
 */
public sealed interface Survival {

    /** S(t), the chance that a stay is longer than {@code t} days; 1 before 0. */
    double at(double t);

    /** The integral of S from {@code t} on, in days: the expected part of a new stay that lies after day {@code t}. */
    double beyond(double t);

    /** The t with S(t) = 1 - p. */
    double quantile(double p);

    /** The t with S(t) = {@code share}: exact far out, where 1 - share can no longer be told from 1. */
    double outlastedBy(double share);

    /** E[S], the mean stay in days. */
    default double mean() {
        return beyond(0);
    }

    /** The chance that somebody who has been here {@code elapsed} days stays {@code t} days more: S(e+t) / S(e). */
    default double given(double elapsed, double t) {
        double here = at(elapsed);
        return here > 0 ? at(elapsed + t) / here : 0;
    }

    /**
     * The chance that somebody met at a random moment stays {@code t} days more. Long stays are met more often, so this is
     * the equilibrium residual, the integral of S beyond t over E[S]; it is not a fresh stay cut at random.
     */
    default double residual(double t) {
        double mean = mean();
        return mean > 0 ? beyond(t) / mean : 0;
    }

    /** S(t) of a distribution asked once; to ask twice, keep {@link #of(Distribution)}. */
    static double of(Distribution distribution, double t) {
        return of(distribution).at(t);
    }

    /** The survival function of a distribution. */
    static Survival of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Lognormal d -> new OfLognormal(d.mean(), d.mu(), d.sigma());
            case Distribution.Gamma d -> new OfGamma(d.shape(), d.scale());
            case Distribution.Weibull d -> weibull(d.shape(), d.mean());
            case Distribution.Exponential d -> new OfExponential(d.mean());
            case Distribution.Constant d -> new OfConstant(d.mean());
            case Distribution.Uniform d ->
                d.min() == d.max() ? new OfConstant(d.min()) : new OfUniform(d.min(), d.max());
            case Distribution.Triangular d ->
                d.min() == d.max() ? new OfConstant(d.min()) : new OfTriangular(d.min(), d.mode(), d.max());
            case Distribution.Empirical d -> OfEmpirical.of(d.values());
        };
    }

    private static Survival weibull(double shape, double mean) {
        return new OfWeibull(shape, mean / StrictMath.exp(LogGamma.of(1 + 1 / shape)), mean);
    }

    /** E[(X - t)+] = mean Phi((mu + sigma^2 - ln t)/sigma) - t S(t). */
    record OfLognormal(double mean, double mu, double sigma) implements Survival {
        @Override
        public double at(double t) {
            return t <= 0 ? 1 : Normal.beyond((StrictMath.log(t) - mu) / sigma);
        }

        @Override
        public double beyond(double t) {
            if (t <= 0) {
                return mean - t;
            }
            double z = (StrictMath.log(t) - mu) / sigma;
            return Math.max(0, mean * Normal.beyond(z - sigma) - t * Normal.beyond(z));
        }

        @Override
        public double quantile(double p) {
            return StrictMath.exp(mu + sigma * Normal.quantile(p));
        }

        @Override
        public double outlastedBy(double share) {
            return StrictMath.exp(mu - sigma * Normal.quantile(share));
        }
    }

    /** E[(X - t)+] = scale (shape Q(shape + 1, t/scale) - t/scale Q(shape, t/scale)). */
    record OfGamma(double shape, double scale) implements Survival {
        @Override
        public double at(double t) {
            return t <= 0 ? 1 : IncompleteGamma.upper(shape, t / scale);
        }

        @Override
        public double beyond(double t) {
            if (t <= 0) {
                return shape * scale - t;
            }
            double x = t / scale;
            // Q(a + 1, x) = Q(a, x) + x^a e^-x / Gamma(a + 1) saves the second incomplete gamma.
            double q = IncompleteGamma.upper(shape, x);
            return Math.max(0, scale * (shape * (q + IncompleteGamma.term(shape, x)) - x * q));
        }

        @Override
        public double quantile(double p) {
            double low = StrictMath.log(1e-300);
            double high = StrictMath.log(shape + 50 * Math.sqrt(shape) + 50);
            for (int i = 0; i < 120 && high - low > 1e-15 * Math.abs(high); i++) {
                double middle = (low + high) / 2;
                if (IncompleteGamma.lower(shape, StrictMath.exp(middle)) < p) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return scale * StrictMath.exp((low + high) / 2);
        }

        /** Newton on ln S, which bends one way only: nearly straight in the tail, so a handful of steps. */
        @Override
        public double outlastedBy(double share) {
            double x = shape;
            for (int i = 0; i < 200; i++) {
                double q = IncompleteGamma.upper(shape, x);
                double density = IncompleteGamma.term(shape, x) * shape / x;
                double step = StrictMath.log(q / share) * q / density;
                if (q == 0 || x + step < x / 2) {
                    step = -x / 2;
                }
                x += step;
                if (Math.abs(step) <= 1e-14 * x) {
                    break;
                }
            }
            return scale * x;
        }
    }

    /** The integral of exp(-(x/scale)^shape) beyond t is mean Q(1/shape, (t/scale)^shape). */
    record OfWeibull(double shape, double scale, double mean) implements Survival {
        @Override
        public double at(double t) {
            return t <= 0 ? 1 : StrictMath.exp(-StrictMath.pow(t / scale, shape));
        }

        @Override
        public double beyond(double t) {
            return t <= 0 ? mean - t : mean * IncompleteGamma.upper(1 / shape, StrictMath.pow(t / scale, shape));
        }

        @Override
        public double quantile(double p) {
            return scale * StrictMath.pow(-StrictMath.log1p(-p), 1 / shape);
        }

        @Override
        public double outlastedBy(double share) {
            return scale * StrictMath.pow(-StrictMath.log(share), 1 / shape);
        }
    }

    /** Memoryless: what is left is always the same. */
    record OfExponential(double mean) implements Survival {
        @Override
        public double at(double t) {
            return t <= 0 ? 1 : StrictMath.exp(-t / mean);
        }

        @Override
        public double beyond(double t) {
            return t <= 0 ? mean - t : mean * StrictMath.exp(-t / mean);
        }

        @Override
        public double quantile(double p) {
            return -mean * StrictMath.log1p(-p);
        }

        @Override
        public double outlastedBy(double share) {
            return -mean * StrictMath.log(share);
        }
    }

    /** Always the same. */
    record OfConstant(double value) implements Survival {
        @Override
        public double at(double t) {
            return t < value ? 1 : 0;
        }

        @Override
        public double beyond(double t) {
            return Math.max(0, value - t);
        }

        @Override
        public double quantile(double p) {
            return value;
        }

        @Override
        public double outlastedBy(double share) {
            return value;
        }
    }

    /** Anything between two ends, alike. */
    record OfUniform(double min, double max) implements Survival {
        @Override
        public double at(double t) {
            return Math.clamp((max - t) / (max - min), 0, 1);
        }

        @Override
        public double beyond(double t) {
            if (t <= min) {
                return (min + max) / 2 - t;
            }
            double left = Math.max(0, max - t);
            return left * left / (2 * (max - min));
        }

        @Override
        public double quantile(double p) {
            return min + p * (max - min);
        }

        @Override
        public double outlastedBy(double share) {
            return max - share * (max - min);
        }
    }

    /** Two straight slopes of the density make S a parabola on each side, and its integral a cubic. */
    record OfTriangular(double min, double mode, double max) implements Survival {
        @Override
        public double at(double t) {
            if (t <= min) {
                return 1;
            }
            if (t < mode) {
                return 1 - (t - min) * (t - min) / ((max - min) * (mode - min));
            }
            return t >= max ? 0 : (max - t) * (max - t) / ((max - min) * (max - mode));
        }

        @Override
        public double beyond(double t) {
            double fromMean = (min + mode + max) / 3 - t;
            if (t <= min) {
                return fromMean;
            }
            if (t < mode) {
                return fromMean + cube(t - min) / (3 * (max - min) * (mode - min));
            }
            return t >= max ? 0 : cube(max - t) / (3 * (max - min) * (max - mode));
        }

        @Override
        public double quantile(double p) {
            double turn = (mode - min) / (max - min);
            return p < turn
                    ? min + Math.sqrt(p * (max - min) * (mode - min))
                    : max - Math.sqrt((1 - p) * (max - min) * (max - mode));
        }

        @Override
        public double outlastedBy(double share) {
            double turn = (max - mode) / (max - min);
            return share < turn
                    ? max - Math.sqrt(share * (max - min) * (max - mode))
                    : min + Math.sqrt((1 - share) * (max - min) * (mode - min));
        }

        private static double cube(double x) {
            return x * x * x;
        }
    }

    /**
     * A step down at every value seen.
     *
     * @param values in ascending order
     * @param sums the sum of the values from each one on
     */
    record OfEmpirical(double[] values, double[] sums) implements Survival {

        static OfEmpirical of(double[] values) {
            double[] sums = new double[values.length + 1];
            for (int i = values.length - 1; i >= 0; i--) {
                sums[i] = sums[i + 1] + values[i];
            }
            return new OfEmpirical(values, sums);
        }

        @Override
        public double at(double t) {
            return values.length == 0 ? 0 : (double) (values.length - notAbove(t)) / values.length;
        }

        @Override
        public double beyond(double t) {
            if (values.length == 0) {
                return 0;
            }
            int first = notAbove(t);
            return (sums[first] - t * (values.length - first)) / values.length;
        }

        @Override
        public double quantile(double p) {
            return values[Math.clamp((int) Math.ceil(p * values.length) - 1, 0, values.length - 1)];
        }

        @Override
        public double outlastedBy(double share) {
            return values[Math.clamp(values.length - 1 - (int) (share * values.length), 0, values.length - 1)];
        }

        /** How many values are t or less. */
        private int notAbove(double t) {
            int low = 0;
            int high = values.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[middle] <= t) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
