package org.whorl.engine.voices;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.whorl.engine.random.Streams;

/**
 * The two directions along which votes differ most: the first two right singular vectors of the table, each of length 1,
 * found by multiplying a small block of directions with the table and back until they stand still (subspace iteration with
 * Rayleigh-Ritz). The sign of each is such that its largest entry is above 0, the first of them if several are as large.
 *
 * @param first the first direction, by statement
 * @param second the second
 * @param squares how much of the table's sum of squares lies along each
 */
record Axes(double[] first, double[] second, double[] squares) {
    private static final int BLOCK = 6;

    /** Below this share of the first, a direction is made of rounding alone. */
    private static final double NOTHING = 1e-13;

    /** Whether there are two directions at all. */
    boolean two() {
        return squares[1] > NOTHING * squares[0] && squares[0] > 0;
    }

    /**
     * Of votes less their means.
     *
     * @param tolerance how far from standing still, over the first singular value squared
     * @param most how many times at most
     */
    static Axes of(Seen seen, double tolerance, int most) {
        int statements = seen.statements;
        int block = Math.min(BLOCK, statements);
        double[] basis = start(seen, block);
        orthonormal(basis, statements, block);
        double[] image = new double[basis.length];
        double[] within = new double[block * block];
        double[] turn = new double[block * block];
        int[] order = new int[block];
        for (int i = 1; ; i++) {
            multiply(seen, basis, image, block);
            if (i % 4 == 0 || i >= most) {
                inner(basis, image, within, statements, block);
                Symmetric.eigen(within, turn, block);
                order = descending(within, block);
                double first = Math.max(within[order[0] * block + order[0]], 0);
                if (i >= most || first == 0 || away(basis, image, within, turn, order, block) <= tolerance * first) {
                    break;
                }
            }
            System.arraycopy(image, 0, basis, 0, basis.length);
            orthonormal(basis, statements, block);
        }
        int second = block > 1 ? order[1] : -1;
        return new Axes(
                direction(basis, turn, order[0], statements, block),
                second < 0 ? new double[statements] : direction(basis, turn, second, statements, block),
                new double[] {within[order[0] * block + order[0]], second < 0 ? 0 : within[second * block + second]});
    }

    /** The statements people differ about most, and one direction that has a part of every other. */
    private static double[] start(Seen seen, int block) {
        double[] squares = new double[seen.statements];
        for (int v = 0; v < seen.value.length; v++) {
            squares[seen.column[v]] += seen.value[v] * seen.value[v];
        }
        int[] widest = IntStream.range(0, seen.statements)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -squares[j]))
                .mapToInt(Integer::intValue)
                .limit(block)
                .toArray();
        double[] basis = new double[seen.statements * block];
        for (int b = 0; b < block - 1; b++) {
            basis[widest[b] * block + b] = 1;
        }
        for (int j = 0; j < seen.statements; j++) {
            basis[j * block + block - 1] = Streams.uniform(Streams.mix(j + 1)) - 0.5;
        }
        return basis;
    }

    /** image = X' X basis, both by statement and then by direction. */
    private static void multiply(Seen seen, double[] basis, double[] image, int block) {
        Arrays.fill(image, 0);
        double[] row = new double[block];
        for (int i = 0; i < seen.people; i++) {
            Arrays.fill(row, 0);
            for (int v = seen.start[i]; v < seen.start[i + 1]; v++) {
                double x = seen.value[v];
                int at = seen.column[v] * block;
                for (int b = 0; b < block; b++) {
                    row[b] += x * basis[at + b];
                }
            }
            for (int v = seen.start[i]; v < seen.start[i + 1]; v++) {
                double x = seen.value[v];
                int at = seen.column[v] * block;
                for (int b = 0; b < block; b++) {
                    image[at + b] += x * row[b];
                }
            }
        }
    }

    /** Gram and Schmidt, twice, for once leaves rounding behind. What is nothing but rounding becomes 0. */
    private static void orthonormal(double[] basis, int statements, int block) {
        for (int b = 0; b < block; b++) {
            double before = length(basis, b, statements, block);
            for (int again = 0; again < 2; again++) {
                for (int c = 0; c < b; c++) {
                    double along = 0;
                    for (int j = 0; j < statements; j++) {
                        along += basis[j * block + b] * basis[j * block + c];
                    }
                    for (int j = 0; j < statements; j++) {
                        basis[j * block + b] -= along * basis[j * block + c];
                    }
                }
            }
            double length = length(basis, b, statements, block);
            double scale = length > NOTHING * before && length > 0 ? 1 / length : 0;
            for (int j = 0; j < statements; j++) {
                basis[j * block + b] *= scale;
            }
        }
    }

    private static double length(double[] basis, int b, int statements, int block) {
        double sum = 0;
        for (int j = 0; j < statements; j++) {
            sum += basis[j * block + b] * basis[j * block + b];
        }
        return Math.sqrt(sum);
    }

    private static void inner(double[] basis, double[] image, double[] within, int statements, int block) {
        Arrays.fill(within, 0);
        for (int j = 0; j < statements; j++) {
            for (int b = 0; b < block; b++) {
                for (int c = 0; c < block; c++) {
                    within[b * block + c] += basis[j * block + b] * image[j * block + c];
                }
            }
        }
        for (int b = 0; b < block; b++) {
            for (int c = 0; c < b; c++) {
                double mean = (within[b * block + c] + within[c * block + b]) / 2;
                within[b * block + c] = mean;
                within[c * block + b] = mean;
            }
        }
    }

    private static int[] descending(double[] within, int block) {
        return IntStream.range(0, block)
                .boxed()
                .sorted(Comparator.comparingDouble(b -> -within[b * block + b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** How far the first two are from being turned into themselves. */
    private static double away(double[] basis, double[] image, double[] within, double[] turn, int[] order, int block) {
        double worst = 0;
        for (int k = 0; k < Math.min(2, block); k++) {
            double value = within[order[k] * block + order[k]];
            double sum = 0;
            for (int at = 0; at < basis.length; at += block) {
                double left = 0;
                for (int b = 0; b < block; b++) {
                    left += (image[at + b] - value * basis[at + b]) * turn[b * block + order[k]];
                }
                sum += left * left;
            }
            worst = Math.max(worst, Math.sqrt(sum));
        }
        return worst;
    }

    private static double[] direction(double[] basis, double[] turn, int k, int statements, int block) {
        double[] direction = new double[statements];
        double largest = 0;
        for (int j = 0; j < statements; j++) {
            for (int b = 0; b < block; b++) {
                direction[j] += basis[j * block + b] * turn[b * block + k];
            }
            if (Math.abs(direction[j]) > Math.abs(largest) * (1 + 1e-9)) {
                largest = direction[j];
            }
        }
        if (largest < 0) {
            for (int j = 0; j < statements; j++) {
                direction[j] = -direction[j];
            }
        }
        return direction;
    }
}
