package org.whorl.engine.voices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.random.Streams;

/**
 * Stories that their tellers placed between three ends (a triad) or two (a dyad), compared as compositions: only the ratios
 * of the parts say something (Aitchison 1986; method 2.6). A triad becomes ln(a/b)/sqrt 2 and ln(ab/c^2)/sqrt 6, a dyad
 * ln(a/b)/sqrt 2. A part below .005 is taken for .005, and the parts brought back to a sum of 1: nobody points closer than that.
 *
 * @param people how many placed one
 * @param centre each part of the closed geometric mean, with the interval that chance in who told leaves
 * @param variance the Aitchison variance: how far people lie from the centre
 */
public record Triads(int people, List<Estimate> centre, double variance) {

    /** What stands for a part that is 0. */
    public static final double ZERO = 0.005;

    /** No group smaller than this is compared. */
    public static final int SMALLEST_GROUP = 10;

    private static final int RESAMPLES = 999;

    /**
     * The parts, with none at 0.
     *
     * @param parts two or three, each 0 or more and some above 0
     */
    public static double[] closed(double... parts) {
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("A dyad has two ends and a triad three, not " + parts.length);
        }
        double sum = 0;
        for (double part : parts) {
            if (!(part >= 0) || !Double.isFinite(part)) {
                throw new IllegalArgumentException("A part is 0 or more, not " + part);
            }
            sum += part;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("All parts are 0: leave it out as \"not applicable\"");
        }
        double[] closed = new double[parts.length];
        double raised = 0;
        for (int k = 0; k < parts.length; k++) {
            closed[k] = Math.max(parts[k] / sum, ZERO);
            raised += closed[k];
        }
        for (int k = 0; k < parts.length; k++) {
            closed[k] /= raised;
        }
        return closed;
    }

    /** Log-ratios: distances between these mean the same wherever in the triangle they are. */
    public static double[] coordinates(double... parts) {
        double[] of = closed(parts);
        double first = StrictMath.log(of[0] / of[1]) / Math.sqrt(2);
        return of.length == 2
                ? new double[] {first}
                : new double[] {first, StrictMath.log(of[0] * of[1] / (of[2] * of[2])) / Math.sqrt(6)};
    }

    /** Back from log-ratios to parts with a sum of 1. */
    public static double[] parts(double... coordinates) {
        double first = coordinates[0] / Math.sqrt(2);
        double second = coordinates.length == 1 ? 0 : coordinates[1] / Math.sqrt(6);
        double[] parts = coordinates.length == 1
                ? new double[] {StrictMath.exp(first), StrictMath.exp(-first)}
                : new double[] {
                    StrictMath.exp(first + second), StrictMath.exp(-first + second), StrictMath.exp(-2 * second)
                };
        double sum = Arrays.stream(parts).sum();
        return Arrays.stream(parts).map(part -> part / sum).toArray();
    }

    /**
     * Where people stand together.
     *
     * @param placed the parts each chose, ten people or more
     */
    public static Triads of(List<double[]> placed, long seed) {
        if (placed.size() < SMALLEST_GROUP) {
            throw new IllegalArgumentException(
                    "%d people placed a story; ten or more are needed to say where".formatted(placed.size()));
        }
        double[][] points = placed.stream().map(Triads::coordinates).toArray(double[][]::new);
        int parts = placed.getFirst().length;
        double[] mean = mean(points);
        double variance = 0;
        for (double[] point : points) {
            variance += square(point, mean) / (points.length - 1);
        }
        double[][] drawn = new double[parts][RESAMPLES];
        long word = Streams.child(seed, "centre");
        double[][] again = new double[points.length][];
        for (int b = 0; b < RESAMPLES; b++) {
            for (int i = 0; i < points.length; i++) {
                word = Streams.next(word);
                again[i] = points[(int) (Streams.uniform(word) * points.length)];
            }
            double[] at = parts(mean(again));
            for (int k = 0; k < parts; k++) {
                drawn[k][b] = at[k];
            }
        }
        double[] centre = parts(mean);
        List<Estimate> estimates = new ArrayList<>();
        for (int k = 0; k < parts; k++) {
            Arrays.sort(drawn[k]);
            estimates.add(new Estimate(
                    centre[k],
                    drawn[k][(int) (0.025 * RESAMPLES)],
                    drawn[k][(int) (0.975 * RESAMPLES)],
                    0.95,
                    Kind.PARAMETER));
        }
        return new Triads(points.length, List.copyOf(estimates), variance);
    }

    /**
     * The chance of groups that lie so far apart, had everybody drawn their group from a hat: a permutation test of the energy
     * distance (Szekely and Rizzo 2004) between each two groups, weighted by their sizes.
     *
     * @param groups the parts each chose, by group; ten people or more in each
     */
    public static double compared(List<List<double[]>> groups, int permutations, long seed) {
        List<double[]> points = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).size() < SMALLEST_GROUP) {
                throw new IllegalArgumentException("Group %d has %d people; ten or more are needed to compare it"
                        .formatted(g + 1, groups.get(g).size()));
            }
            for (double[] placed : groups.get(g)) {
                points.add(coordinates(placed));
                of.add(g);
            }
        }
        int n = points.size();
        double[] distances = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                distances[i * n + j] = Math.sqrt(square(points.get(i), points.get(j)));
            }
        }
        int[] group = of.stream().mapToInt(Integer::intValue).toArray();
        double real = energy(distances, group, groups.size());
        int asFar = 0;
        long word = Streams.child(seed, "hat");
        for (int b = 0; b < permutations; b++) {
            for (int i = n - 1; i > 0; i--) {
                word = Streams.next(word);
                int other = (int) (Streams.uniform(word) * (i + 1));
                int kept = group[i];
                group[i] = group[other];
                group[other] = kept;
            }
            // The same sum in another order may differ in its last digit.
            asFar += energy(distances, group, groups.size()) >= real - 1e-12 * Math.abs(real) ? 1 : 0;
        }
        return (1.0 + asFar) / (1.0 + permutations);
    }

    /** Sum over pairs of groups of n m / 2(n + m) times (2 between - within one - within the other), means of distances. */
    static double energy(double[] distances, int[] group, int groups) {
        double[] sums = new double[groups * groups];
        int[] sizes = new int[groups];
        int n = group.length;
        for (int i = 0; i < n; i++) {
            sizes[group[i]]++;
            for (int j = 0; j < i; j++) {
                sums[group[i] * groups + group[j]] += distances[i * n + j];
            }
        }
        double energy = 0;
        for (int g = 0; g < groups; g++) {
            for (int h = 0; h < g; h++) {
                double between = (sums[g * groups + h] + sums[h * groups + g]) / ((double) sizes[g] * sizes[h]);
                double within = 2 * sums[g * groups + g] / ((double) sizes[g] * sizes[g])
                        + 2 * sums[h * groups + h] / ((double) sizes[h] * sizes[h]);
                energy += sizes[g] * (double) sizes[h] / (2.0 * (sizes[g] + sizes[h])) * (2 * between - within);
            }
        }
        return energy;
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += point[k] / points.length;
            }
        }
        return mean;
    }

    private static double square(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += (one[k] - other[k]) * (one[k] - other[k]);
        }
        return sum;
    }
}
