package org.whorl.engine.need;

import java.util.Arrays;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.random.Survival;

/**
 * Rates of small areas, brought towards the rate of all as far as chance alone could have made them differ: a gamma prior
 * about the mean of all, whose width is found by the method of moments (Marshall, Applied Statistics 40, 1991), and a Poisson
 * count in each area. The rate of an area is (y + alpha) / (E + alpha).
 */
public final class Shrinkage {

    private final double[] seen;
    private final double[] expected;
    private final double alpha;

    private Shrinkage(double[] seen, double[] expected, double alpha) {
        this.seen = seen;
        this.expected = expected;
        this.alpha = alpha;
    }

    /**
     * Learns from all areas how much areas differ.
     *
     * @param seen counts, 0 or more
     * @param expected what would be expected of each area if all had the same rate, above 0; scaled here so that both add to
     *     the same
     */
    public static Shrinkage of(double[] seen, double[] expected) {
        double counted = Arrays.stream(seen).sum();
        double sum = Arrays.stream(expected).sum();
        if (seen.length != expected.length || seen.length < 2 || !(counted > 0)) {
            throw new IllegalArgumentException(
                    "Two or more areas with as many expectations are needed, and somebody counted; not %d, %d and %s"
                            .formatted(seen.length, expected.length, counted));
        }
        double[] scaled = Arrays.stream(expected).map(e -> e * counted / sum).toArray();
        double between = 0;
        for (int i = 0; i < seen.length; i++) {
            if (!(scaled[i] > 0)) {
                throw new IllegalArgumentException("Nobody is expected in area %d: leave it out".formatted(i));
            }
            double away = seen[i] / scaled[i] - 1;
            between += scaled[i] * away * away;
        }
        double variance = between / counted - seen.length / counted;
        return new Shrinkage(seen.clone(), scaled, variance > 0 ? 1 / variance : Double.POSITIVE_INFINITY);
    }

    /** The strength of the prior: as much as so many expected people. Infinite when chance alone explains the differences. */
    public double alpha() {
        return alpha;
    }

    /** The rate of an area, 1 being that of all areas together. */
    public double rate(int area) {
        return Double.isInfinite(alpha) ? 1 : (seen[area] + alpha) / (expected[area] + alpha);
    }

    /** The rate that the true rate of an area lies below with this probability. */
    public double quantile(int area, double probability) {
        if (Double.isInfinite(alpha)) {
            return 1;
        }
        double shape = seen[area] + alpha;
        double scale = 1 / (expected[area] + alpha);
        return Survival.of(new Distribution.Gamma(shape * scale, Math.sqrt(shape) * scale))
                .quantile(probability);
    }
}
