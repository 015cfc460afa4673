package org.whorl.engine.simulation;

/**
 * MSER-5 (K. P. White, Simulation 69(6), 1997; K. P. White, M. Cobb and S. Spratt, Winter Simulation Conference 2000): of all
 * the days that may be thrown away at the beginning, those whose absence leaves the least standard error in the mean of the
 * rest, were its batches of five days independent.
 */
final class Mser {

    /** Days in a batch. */
    static final int BATCH = 5;

    private Mser() {}

    /**
     * How many days to throw away.
     *
     * @param days a count through time; a last batch that is not full is left out
     * @return a multiple of {@link #BATCH}; -1 where it would be half of all days or more, for then nobody can tell whether it
     *     has settled
     */
    static int warmUp(double[] days) {
        int n = days.length / BATCH;
        double[] means = new double[n];
        for (int i = 0; i < n * BATCH; i++) {
            means[i / BATCH] += days[i] / BATCH;
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        // From the end, so that each mean joins the rest once; the first mean is the origin, to lose no digits.
        for (int d = n - 1; d >= 0; d--) {
            double off = means[d] - means[n - 1];
            sum += off;
            squares += off * off;
            double left = n - d;
            double error = Math.max(0, squares - sum * sum / left) / (left * left);
            if (d <= n / 2 && error <= least) {
                least = error;
                best = d;
            }
        }
        return 2 * best >= n - 1 ? -1 : best * BATCH;
    }
}
