package org.whorl.engine.evidence;

import org.jspecify.annotations.Nullable;

/** Linear equations with a symmetric, positive matrix, by Cholesky's factors. */
final class Solve {

    /** A pivot smaller than this share of its diagonal means that one column can be made of the others. */
    private static final double NOTHING_LEFT = 1e-10;

    private Solve() {}

    /** x with {@code matrix} x = {@code right}; null where the matrix is singular. Neither argument is changed. */
    static double @Nullable [] of(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i != j) {
                    factor[i][j] = sum / factor[j][j];
                } else if (!(sum > NOTHING_LEFT * matrix[i][i])) {
                    return null;
                } else {
                    factor[i][i] = Math.sqrt(sum);
                }
            }
        }
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
