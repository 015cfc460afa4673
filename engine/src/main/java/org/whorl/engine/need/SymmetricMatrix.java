package org.whorl.engine.need;

/** The little that is needed of symmetric positive definite matrices. */
final class SymmetricMatrix {
    private static final double SMALLEST = 1e-12;

    private SymmetricMatrix() {}

    /** Cholesky's lower triangle L with L L' = matrix. */
    static double[][] root(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i != j) {
                    root[i][j] = sum / root[j][j];
                } else if (sum > SMALLEST * matrix[i][i]) {
                    root[i][i] = Math.sqrt(sum);
                } else {
                    throw new IllegalArgumentException(
                            "The circumstances cannot be told apart: leave one of them out, or bring more counts");
                }
            }
        }
        return root;
    }

    static double[][] inverse(double[][] matrix) {
        double[][] root = root(matrix);
        int n = matrix.length;
        double[][] inverse = new double[n][n];
        for (int column = 0; column < n; column++) {
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                double sum = i == column ? 1 : 0;
                for (int k = 0; k < i; k++) {
                    sum -= root[i][k] * x[k];
                }
                x[i] = sum / root[i][i];
            }
            for (int i = n - 1; i >= 0; i--) {
                double sum = x[i];
                for (int k = i + 1; k < n; k++) {
                    sum -= root[k][i] * x[k];
                }
                x[i] = sum / root[i][i];
            }
            for (int i = 0; i < n; i++) {
                inverse[i][column] = x[i];
            }
        }
        return inverse;
    }
}
