package org.whorl.engine.simulation;

/** Quantiles of a sample, interpolated between order statistics at (n - 1) q. */
final class Quantile {

    private Quantile() {}

    /**
     * The {@code q}-quantile of the first {@code n} values, which it leaves in another order.
     *
     * @return NaN when there are none
     */
    static double of(double[] values, int n, double q) {
        if (n == 0) {
            return Double.NaN;
        }
        double position = q * (n - 1);
        int below = (int) position;
        double low = select(values, n, below);
        if (below + 1 == n) {
            return low;
        }
        double high = Double.POSITIVE_INFINITY;
        for (int i = below + 1; i < n; i++) {
            high = Math.min(high, values[i]);
        }
        return low + (position - below) * (high - low);
    }

    /** Hoare's quickselect: afterwards nothing before {@code k} is larger and nothing behind it smaller. */
    private static double select(double[] values, int n, int k) {
        int left = 0;
        int right = n - 1;
        while (left < right) {
            double pivot = values[(left + right) >>> 1];
            int i = left;
            int j = right;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (k <= j) {
                right = j;
            } else if (k >= i) {
                left = i;
            } else {
                break;
            }
        }
        return values[k];
    }
}
