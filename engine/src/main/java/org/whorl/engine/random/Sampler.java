package org.whorl.engine.random;

import org.whorl.engine.model.Distribution;

/** Draws from a distribution, one keyed word a draw; compiled once so that a draw is a switch and a few operations. */
public final class Sampler {

    private enum Kind {
        CONSTANT,
        EXPONENTIAL,
        LOGNORMAL,
        GAMMA,
        WEIBULL,
        UNIFORM,
        TRIANGULAR,
        EMPIRICAL
    }

    private final Kind kind;
    private final double a;
    private final double b;
    private final double c;
    private final double[] values;
    private final Survival survival;

    /**
     * Made for a distribution.
     *
     * @param distribution of a time in days
     */
    public Sampler(Distribution distribution) {
        double[] table = {};
        double p = 0;
        double q = 0;
        double r = 0;
        switch (distribution) {
            case Distribution.Constant d -> {
                kind = Kind.CONSTANT;
                p = d.mean();
            }
            case Distribution.Exponential d -> {
                kind = Kind.EXPONENTIAL;
                p = d.mean();
            }
            case Distribution.Lognormal d -> {
                kind = Kind.LOGNORMAL;
                p = d.mu();
                q = d.sigma();
            }
            case Distribution.Gamma d -> {
                kind = Kind.GAMMA;
                p = d.shape();
                q = d.scale();
            }
            case Distribution.Weibull d -> {
                kind = Kind.WEIBULL;
                p = 1 / d.shape();
                q = d.scale();
            }
            case Distribution.Uniform d -> {
                kind = Kind.UNIFORM;
                p = d.min();
                q = d.max();
            }
            case Distribution.Triangular d -> {
                kind = Kind.TRIANGULAR;
                p = d.min();
                q = d.mode();
                r = d.max();
            }
            case Distribution.Empirical d -> {
                kind = Kind.EMPIRICAL;
                table = d.values();
            }
        }
        a = p;
        b = q;
        c = r;
        values = table;
        survival = Survival.of(distribution);
    }

    /** A draw for this word. */
    public double sample(long bits) {
        return switch (kind) {
            case CONSTANT -> a;
            case EXPONENTIAL -> a * Ziggurat.exponential(bits);
            case LOGNORMAL -> Exp.of(a + b * Ziggurat.normal(bits));
            case GAMMA -> b * gamma(a, bits);
            case WEIBULL -> b * StrictMath.pow(Ziggurat.exponential(bits), a);
            case UNIFORM -> a + (b - a) * Streams.uniform(bits);
            case TRIANGULAR -> triangular(Streams.uniform(bits));
            case EMPIRICAL -> values[(int) (Streams.uniform(bits) * values.length)];
        };
    }

    /**
     * What is left of a stay met at a random moment, when nobody knows how long it has lasted: long stays are met more
     * often, in proportion to their length, and the moment lies anywhere within. Its density is S(x) / mean.
     */
    public double residual(long bits) {
        return lengthBiased(bits) * Streams.uniform(Streams.mix(bits ^ 0xd1b54a32d192ed03L));
    }

    /** The whole of a stay met at a random moment; its {@link #residual} for the same word is the part still to come. */
    public double lengthBiased(long bits) {
        return switch (kind) {
            case CONSTANT -> a;
            case EXPONENTIAL -> a * gamma(2, bits);
            case LOGNORMAL -> Exp.of(a + b * b + b * Ziggurat.normal(bits));
            case GAMMA -> b * gamma(a + 1, bits);
            case WEIBULL -> b * StrictMath.pow(gamma(1 + a, bits), a);
            case UNIFORM -> Math.sqrt(a * a + Streams.uniform(bits) * (b * b - a * a));
            case TRIANGULAR -> rejected(bits, c);
            case EMPIRICAL -> values.length == 0 ? 0 : rejected(bits, values[values.length - 1]);
        };
    }

    /** Length-biased by rejection: keep a draw with probability draw / longest. */
    private double rejected(long bits, double longest) {
        long word = bits;
        while (true) {
            double x = sample(word);
            word = Streams.next(word);
            if (longest == 0 || Streams.uniform(word) * longest <= x) {
                return x;
            }
            word = Streams.next(word);
        }
    }

    /**
     * What is left of a stay that has lasted {@code elapsed} days: a fresh stay among those that last longer, by inversion
     * of S(elapsed + t) / S(elapsed). A stay that cannot have lasted so long is over now.
     */
    public double remaining(long bits, double elapsed) {
        if (elapsed <= 0 || kind == Kind.EXPONENTIAL) {
            return sample(bits);
        }
        double here = survival.at(elapsed);
        return here <= 0 ? 0 : Math.max(0, survival.outlastedBy(here * Streams.uniform(bits)) - elapsed);
    }

    private double triangular(double u) {
        if (c == a) {
            return a;
        }
        double turn = (b - a) / (c - a);
        return u < turn ? a + Math.sqrt(u * (c - a) * (b - a)) : c - Math.sqrt((1 - u) * (c - a) * (c - b));
    }

    /** Gamma of scale 1: Marsaglia and Tsang, ACM Transactions on Mathematical Software 26(3), 2000. */
    private static double gamma(double shape, long bits) {
        if (shape < 1) {
            return gamma(shape + 1, bits) * StrictMath.pow(Streams.uniform(Streams.mix(~bits)), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double scale = 1 / Math.sqrt(9 * d);
        long word = bits;
        while (true) {
            double x = Ziggurat.normal(word);
            double v = 1 + scale * x;
            v = v * v * v;
            word = Streams.mix(word ^ 0x5851f42d4c957f2dL);
            if (v > 0 && StrictMath.log(Streams.uniform(word)) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
            word = Streams.next(word);
        }
    }
}
