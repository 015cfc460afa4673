package org.whorl.engine.spc;

import java.math.BigInteger;

/**
 * How long a run on one side of the median may be, and how few crossings there may be, before it is more than chance (Anhoej and
 * Olesen, PLoS ONE 9, 2014): a run longer than round(log2 n) + 3, fewer crossings than the lower 5 % of as many tosses of a coin.
 *
 * @param useful how many points do not lie on the median, 1 or more
 * @param longestRun the longest run that is still chance
 * @param fewestCrossings the fewest crossings that are still chance
 */
public record Anhoej(int useful, int longestRun, int fewestCrossings) {

    /** The bounds for so many points. */
    public static Anhoej of(int useful) {
        if (useful < 1) {
            throw new IllegalArgumentException("there is no bound for " + useful + " points");
        }
        int run = (int) Math.round(StrictMath.log(useful) / StrictMath.log(2)) + 3;
        return new Anhoej(useful, run, crossings(useful - 1));
    }

    /** The least k for which at most k heads in so many tosses come up one time in twenty or more; counted in whole numbers. */
    private static int crossings(int tosses) {
        BigInteger wanted = BigInteger.TWO.pow(tosses);
        BigInteger twenty = BigInteger.valueOf(20);
        BigInteger ways = BigInteger.ONE;
        BigInteger sum = BigInteger.ONE;
        int k = 0;
        while (sum.multiply(twenty).compareTo(wanted) < 0) {
            ways = ways.multiply(BigInteger.valueOf(tosses - k)).divide(BigInteger.valueOf(k + 1L));
            k++;
            sum = sum.add(ways);
        }
        return k;
    }
}
