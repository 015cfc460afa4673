package org.whorl.engine.evidence;

import org.whorl.engine.random.Normal;

/**
 * What could be noticed, said before anything begins: how often an effect of a size would be told from none, at 95 per cent.
 * Effects on rates and ratios are logarithms: 0.8 times as much is ln 0.8 = -0.223.
 *
 * @param error the standard error with which the effect would be known, above 0
 */
public record Power(double error) {

    private static final double Z = Normal.quantile(0.975);

    public Power {
        if (!(error > 0) || !Double.isFinite(error)) {
            throw new IllegalArgumentException("A standard error lies above 0, not " + error);
        }
    }

    /**
     * Before and after, on rates.
     *
     * @param before events expected before, above 0
     * @param after events expected since if nothing changes, above 0
     */
    public static Power beforeAndAfter(double before, double after) {
        return new Power(Math.sqrt(1 / before + 1 / after));
    }

    /**
     * Before and after, on rates, where it is told as a change of those places: that they change by themselves is in it too.
     * Whatever happens everywhere at once is not, and cannot be known.
     *
     * @param before events expected before, above 0
     * @param after events expected since if nothing changes, above 0
     * @param places how many places try
     * @param wander standard deviation of how far a place's rate changes by itself, of its logarithm; 0 for chance alone
     */
    public static Power alone(double before, double after, int places, double wander) {
        return new Power(Math.sqrt(1 / before + 1 / after + wander * wander / places));
    }

    /** The same effect where places change by themselves too: what they add to its variance, as with {@link #differences}. */
    public Power wandering(int places, int beside, double wander) {
        double more = wander * wander * (1.0 / places + (beside == 0 ? 0 : 1.0 / beside));
        return new Power(Math.sqrt(error * error + more));
    }

    /**
     * Difference in differences, on rates: the variance is the sum of one over each of the four counts, and of how far places
     * change by themselves.
     *
     * @param before events expected before where it is tried
     * @param after events expected since where it is tried, if nothing changes
     * @param besideBefore events expected before where it is not
     * @param besideAfter events expected since where it is not
     * @param places how many places try
     * @param beside how many places are there to compare with
     * @param wander standard deviation of how far a place's rate changes by itself, of its logarithm; 0 for chance alone
     */
    public static Power differences(
            double before,
            double after,
            double besideBefore,
            double besideAfter,
            int places,
            int beside,
            double wander) {
        return new Power(Math.sqrt(1 / before
                + 1 / after
                + 1 / besideBefore
                + 1 / besideAfter
                + wander * wander * (1.0 / places + 1.0 / beside)));
    }

    /**
     * Means of values before and since.
     *
     * @param sd how far values stray from one period to the next
     * @param before how many values before
     * @param after how many since
     */
    public static Power means(double sd, int before, int after) {
        return new Power(sd * Math.sqrt(1.0 / before + 1.0 / after));
    }

    /**
     * The same where as many values are compared in other places.
     *
     * @param sd how far values stray from one period to the next
     * @param places how many places try
     * @param beside how many are there to compare with
     * @param before how many values of each before
     * @param after how many of each since
     */
    public static Power meansBeside(double sd, int places, int beside, int before, int after) {
        return new Power(sd * Math.sqrt((1.0 / places + 1.0 / beside) * (1.0 / before + 1.0 / after)));
    }

    /** Phased to all (Hussey and Hughes). */
    public static Power wedge(Wedge wedge, double cellVariance, double placeVariance) {
        return new Power(Math.sqrt(wedge.variance(cellVariance, placeVariance)));
    }

    /** How often an effect of this size would be told from none, and in the right direction; 0.025 for no effect at all. */
    public double of(double effect) {
        return Normal.cumulative(Math.abs(effect) / error - Z);
    }

    /**
     * The smallest effect that would be noticed so often.
     *
     * @param often between 0.025 and 1, such as 0.8
     */
    public double noticed(double often) {
        return error * (Z + Normal.quantile(often));
    }
}
