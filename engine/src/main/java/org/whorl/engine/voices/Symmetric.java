package org.whorl.engine.voices;

import java.util.Arrays;

/** Eigenvalues and eigenvectors of small symmetric matrices, by Jacobi's rotations. */
final class Symmetric {
    private static final int SWEEPS = 60;

    private Symmetric() {}

    /**
     * Leaves the eigenvalues on the diagonal, in no order.
     *
     * @param matrix n by n, row after row; overwritten
     * @param vectors becomes the eigenvectors, one a column
     */
    static void eigen(double[] matrix, double[] vectors, int n) {
        Arrays.fill(vectors, 0);
        for (int i = 0; i < n; i++) {
            vectors[i * n + i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double off = 0;
            double on = 0;
            for (int i = 0; i < n; i++) {
                on += matrix[i * n + i] * matrix[i * n + i];
                for (int j = i + 1; j < n; j++) {
                    off += matrix[i * n + j] * matrix[i * n + j];
                }
            }
            if (off <= 1e-32 * on) {
                return;
            }
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    rotate(matrix, vectors, n, i, j);
                }
            }
        }
    }

    private static void rotate(double[] matrix, double[] vectors, int n, int i, int j) {
        double off = matrix[i * n + j];
        if (off == 0) {
            return;
        }
        double theta = (matrix[j * n + j] - matrix[i * n + i]) / (2 * off);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < n; k++) {
            double a = matrix[k * n + i];
            double b = matrix[k * n + j];
            matrix[k * n + i] = c * a - s * b;
            matrix[k * n + j] = s * a + c * b;
        }
        for (int k = 0; k < n; k++) {
            double a = matrix[i * n + k];
            double b = matrix[j * n + k];
            matrix[i * n + k] = c * a - s * b;
            matrix[j * n + k] = s * a + c * b;
            double u = vectors[k * n + i];
            double v = vectors[k * n + j];
            vectors[k * n + i] = c * u - s * v;
            vectors[k * n + j] = s * u + c * v;
        }
    }
}
