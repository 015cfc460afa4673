package org.whorl.engine.evidence;

import org.whorl.engine.random.Normal;

/**
 * What a model may believe of an effect before it has measured anything itself: normal, about the logarithm for an effect that
 * multiplies and about the number itself for one that adds. The published interval gives its standard deviation, s = (upper -
 * lower) / (2 x 1.96). The likelihood raised to the power a0 (Ibrahim and Chen, Statistical Science 15, 2000) is again normal,
 * with s / sqrt(a0): the study counts as if it had been a0 times as large.
 *
 * @param multiplies whether {@code centre} and {@code sd} are about the logarithm
 * @param centre the mean, of the logarithm where it multiplies
 * @param sd the standard deviation after discounting, on the same scale
 * @param weight a0
 */
public record Prior(boolean multiplies, double centre, double sd, double weight) {

    private static final double Z = Normal.quantile(0.975);

    /**
     * Log-normal, from a ratio and its 95 per cent interval.
     *
     * @param ratio above 0
     * @param low above 0
     * @param high not below {@code low}
     * @param weight a0, above 0 and at most 1
     */
    public static Prior ofRatio(double ratio, double low, double high, double weight) {
        if (!(ratio > 0 && low > 0)) {
            throw new IllegalArgumentException(
                    "A ratio and its interval must lie above 0, not %s (%s to %s)".formatted(ratio, low, high));
        }
        return of(true, StrictMath.log(ratio), StrictMath.log(low), StrictMath.log(high), weight);
    }

    /** Normal, from a difference and its 95 per cent interval. */
    public static Prior ofDifference(double difference, double low, double high, double weight) {
        return of(false, difference, low, high, weight);
    }

    private static Prior of(boolean multiplies, double centre, double low, double high, double weight) {
        if (!(weight > 0 && weight <= 1) || !(low <= high)) {
            throw new IllegalArgumentException(
                    "A weight lies above 0 and is at most 1, and an interval's ends are in order; not %s, %s, %s"
                            .formatted(weight, low, high));
        }
        return new Prior(multiplies, centre, (high - low) / (2 * Z) / Math.sqrt(weight), weight);
    }

    /** The middle: as many draws lie above as below. */
    public double median() {
        return back(centre);
    }

    /** 2.5 per cent lie below. */
    public double low() {
        return back(centre - Z * sd);
    }

    /** 2.5 per cent lie above. */
    public double high() {
        return back(centre + Z * sd);
    }

    /** The chance that the effect is below this number. */
    public double chanceBelow(double number) {
        return Normal.cumulative(((multiplies ? StrictMath.log(number) : number) - centre) / sd);
    }

    private double back(double number) {
        return multiplies ? StrictMath.exp(number) : number;
    }
}
