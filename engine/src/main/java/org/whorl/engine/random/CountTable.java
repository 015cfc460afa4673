package org.whorl.engine.random;

import org.whorl.engine.model.LogGamma;

/**
 * How many people come in a day, by inversion of one uniform number: Poisson, or negative binomial with a stated ratio of
 * variance to mean. Inversion matters: with the same number a busier day holds everyone a quieter day holds, and more.
 */
public final class CountTable {

    private static final int GUIDES = 256;

    private final int first;
    private final double[] cumulative;
    private final int[] guide = new int[GUIDES];

    /**
     * @param mean people a day, 0 or more
     * @param dispersion variance / mean, 1 or more; 1 is Poisson
     */
    public CountTable(double mean, double dispersion) {
        double reach = 10 * Math.sqrt(mean * dispersion) + 40 * dispersion;
        first = (int) Math.max(0, Math.floor(mean - reach));
        int last = (int) Math.ceil(mean + reach);
        cumulative = new double[last - first + 1];
        double sum = 0;
        for (int k = first; k <= last; k++) {
            sum += StrictMath.exp(logProbability(k, mean, dispersion));
            cumulative[k - first] = sum;
        }
        int k = 0;
        for (int g = 0; g < GUIDES; g++) {
            while (k < cumulative.length - 1 && cumulative[k] < (double) g / GUIDES) {
                k++;
            }
            guide[g] = k;
        }
    }

    private static double logProbability(int k, double mean, double dispersion) {
        if (mean == 0) {
            return k == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        if (dispersion <= 1 + 1e-9) {
            return k * StrictMath.log(mean) - mean - LogGamma.of(k + 1.0);
        }
        double size = mean / (dispersion - 1);
        return LogGamma.of(k + size)
                - LogGamma.of(size)
                - LogGamma.of(k + 1.0)
                - size * StrictMath.log(dispersion)
                + k * StrictMath.log1p(-1 / dispersion);
    }

    /** The number of people for this word. */
    public int count(long bits) {
        double u = Streams.uniform(bits);
        int k = guide[(int) (u * GUIDES)];
        while (k < cumulative.length - 1 && cumulative[k] < u) {
            k++;
        }
        return first + k;
    }
}
