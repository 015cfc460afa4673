package org.whorl.engine.simulation;

/**
 * Makes means known more closely by what is known already: beside every replication stands a row of <em>controls</em>, which
 * depend on the same chance and whose expectations are exact. Where a control came out above its expectation, and the figure
 * goes with it, the figure is corrected (S. Lavenberg and P. Welch, Management Science 27(3), 1981).
 *
 * <p>By how much is learnt from the replications themselves, but never from those it is used on: the even ones teach the odd
 * ones and the other way round. So a correction is 0 on average, and the mean stays without bias however few there are.
 */
final class Controls {

    /** With fewer in each half, what is learnt is mostly noise. */
    static final int ENOUGH = 40;

    private static final double SINGULAR = 1e-9;

    private final double[] expected;

    Controls(double[] expected) {
        this.expected = expected.clone();
    }

    /**
     * The figures of the replications, corrected; as they are where there are too few, or where one is missing.
     *
     * @param figures one for each replication
     * @param rows the controls of each
     */
    double[] correct(double[] figures, double[][] rows) {
        if (figures.length < 2 * ENOUGH || expected.length == 0) {
            return figures;
        }
        for (double figure : figures) {
            if (!Double.isFinite(figure)) {
                return figures;
            }
        }
        double[] corrected = figures.clone();
        for (int half = 0; half < 2; half++) {
            double[] slopes = slopes(figures, rows, 1 - half);
            for (int i = half; i < figures.length; i += 2) {
                for (int j = 0; j < slopes.length; j++) {
                    corrected[i] -= slopes[j] * (rows[i][j] - expected[j]);
                }
            }
        }
        return corrected;
    }

    /** Least squares on every other replication; a control that says nothing new has slope 0. */
    private double[] slopes(double[] figures, double[][] rows, int half) {
        int q = expected.length;
        int n = (figures.length - half + 1) / 2;
        double meanOfFigures = 0;
        double[] means = new double[q];
        for (int i = half; i < figures.length; i += 2) {
            meanOfFigures += figures[i] / n;
            for (int j = 0; j < q; j++) {
                means[j] += rows[i][j] / n;
            }
        }
        double[][] products = new double[q][q + 1];
        for (int i = half; i < figures.length; i += 2) {
            for (int j = 0; j < q; j++) {
                double x = rows[i][j] - means[j];
                for (int k = j; k < q; k++) {
                    products[j][k] += x * (rows[i][k] - means[k]);
                }
                products[j][q] += x * (figures[i] - meanOfFigures);
            }
        }
        for (int j = 0; j < q; j++) {
            for (int k = 0; k < j; k++) {
                products[j][k] = products[k][j];
            }
        }
        return solve(products);
    }

    /** Gauss and Jordan, the largest pivot first; what is left of a control that others explain is dropped. */
    private static double[] solve(double[][] system) {
        int q = system.length;
        double[] first = new double[q];
        for (int j = 0; j < q; j++) {
            first[j] = system[j][j];
        }
        boolean[] done = new boolean[q];
        for (int round = 0; round < q; round++) {
            int pivot = -1;
            double best = SINGULAR;
            for (int j = 0; j < q; j++) {
                double left = first[j] > 0 ? system[j][j] / first[j] : 0;
                if (!done[j] && left > best) {
                    best = left;
                    pivot = j;
                }
            }
            if (pivot < 0) {
                break;
            }
            done[pivot] = true;
            double[] row = system[pivot];
            double by = row[pivot];
            for (int k = 0; k <= q; k++) {
                row[k] /= by;
            }
            for (int j = 0; j < q; j++) {
                double times = system[j][pivot];
                if (j != pivot && times != 0) {
                    for (int k = 0; k <= q; k++) {
                        system[j][k] -= times * row[k];
                    }
                }
            }
        }
        double[] slopes = new double[q];
        for (int j = 0; j < q; j++) {
            slopes[j] = done[j] ? system[j][q] : 0;
        }
        return slopes;
    }
}
