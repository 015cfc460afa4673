package org.whorl.engine.model;

import java.util.Arrays;

/**
 * A distribution of a time in days (or of any quantity that is not negative), given by numbers people know: a mean and
 * a standard deviation rather than shape and scale. Sampling lives in the engine's {@code random} package.
 */
public sealed interface Distribution {

    double mean();

    double variance();

    /** Squared coefficient of variation, variance / mean^2; 0 where the mean is 0. */
    default double cv2() {
        return mean() == 0 ? 0 : variance() / (mean() * mean());
    }

    /**
     * Lognormal by mean and standard deviation: sigma^2 = ln(1 + sd^2/mean^2), mu = ln(mean) - sigma^2/2.
     */
    record Lognormal(double mean, double sd) implements Distribution {
        @Override
        public double variance() {
            return sd * sd;
        }

        public double sigma() {
            return Math.sqrt(StrictMath.log1p(sd * sd / (mean * mean)));
        }

        public double mu() {
            double sigma = sigma();
            return StrictMath.log(mean) - sigma * sigma / 2;
        }

        /** By mean and median, as many audits quote them: mu = ln(median), sigma^2 = 2 ln(mean/median). */
        public static Lognormal ofMedian(double mean, double median) {
            double sigma2 = 2 * StrictMath.log(mean / median);
            return new Lognormal(mean, mean * Math.sqrt(StrictMath.expm1(sigma2)));
        }
    }

    /** Gamma by mean and standard deviation. */
    record Gamma(double mean, double sd) implements Distribution {
        @Override
        public double variance() {
            return sd * sd;
        }

        public double shape() {
            return mean * mean / (sd * sd);
        }

        public double scale() {
            return sd * sd / mean;
        }
    }

    /** Weibull by mean and standard deviation; its shape is found once, by bisection. */
    record Weibull(double mean, double sd) implements Distribution {
        @Override
        public double variance() {
            return sd * sd;
        }

        /** The shape k with Gamma(1+2/k) / Gamma(1+1/k)^2 = 1 + sd^2/mean^2. */
        public double shape() {
            double wanted = StrictMath.log1p(sd * sd / (mean * mean));
            double low = StrictMath.log(0.05);
            double high = StrictMath.log(1000);
            for (int i = 0; i < 200; i++) {
                double mid = (low + high) / 2;
                double k = StrictMath.exp(mid);
                if (LogGamma.of(1 + 2 / k) - 2 * LogGamma.of(1 + 1 / k) > wanted) {
                    low = mid;
                } else {
                    high = mid;
                }
            }
            return StrictMath.exp((low + high) / 2);
        }

        public double scale() {
            return mean / StrictMath.exp(LogGamma.of(1 + 1 / shape()));
        }
    }

    /** Exponential by its mean. */
    record Exponential(double mean) implements Distribution {
        @Override
        public double variance() {
            return mean * mean;
        }
    }

    /** Always the same. */
    record Constant(double mean) implements Distribution {
        @Override
        public double variance() {
            return 0;
        }
    }

    /** Anything between two ends, alike. */
    record Uniform(double min, double max) implements Distribution {
        @Override
        public double mean() {
            return (min + max) / 2;
        }

        @Override
        public double variance() {
            return (max - min) * (max - min) / 12;
        }
    }

    /** Between two ends, most often near the mode. */
    record Triangular(double min, double mode, double max) implements Distribution {
        @Override
        public double mean() {
            return (min + mode + max) / 3;
        }

        @Override
        public double variance() {
            return (min * min + mode * mode + max * max - min * mode - min * max - mode * max) / 18;
        }
    }

    /**
     * What was seen, each value as likely as the next.
     *
     * @param values in ascending order
     */
    record Empirical(double[] values) implements Distribution {
        public Empirical {
            values = values.clone();
            Arrays.sort(values);
        }

        @Override
        public double mean() {
            return Arrays.stream(values).average().orElse(0);
        }

        @Override
        public double variance() {
            double mean = mean();
            return Arrays.stream(values)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElse(0);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Empirical that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "Empirical[" + values.length + " values]";
        }
    }
}
