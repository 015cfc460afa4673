package org.whorl.engine.voices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Clusters of points as Polis makes them: k-means from the first k different points, and how many groups there are by the
 * silhouette.
 */
final class PolisGroups {
    /** As many clusters of people who vote alike at most. */
    static final int BASE = 100;

    private static final int MOST_ROUNDS = 20;
    private static final double STILL = 0.01;

    private PolisGroups() {}

    /**
     * Clusters in the order of the points they began at; one that nobody is nearest to is gone.
     *
     * @param of the cluster of each point
     * @param x the mean of each cluster's points, first coordinate
     * @param y the second
     */
    record Clusters(int[] of, double[] x, double[] y) {
        int count() {
            return x.length;
        }
    }

    /**
     * Groups, and how well each number of them would have kept apart.
     *
     * @param groups the clusters, of the number that keeps apart best
     * @param silhouettes from two groups on
     */
    record Chosen(Clusters groups, double[] silhouettes) {}

    /** Two groups to five, fewer where there are few points; a tie goes to the smaller number. */
    static Chosen choose(double[] x, double[] y, double[] weight) {
        int most = Math.min(5, 2 + x.length / 12);
        Clusters best = means(x, y, weight, 2);
        double[] silhouettes = new double[most - 1];
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 2; k <= most; k++) {
            Clusters found = means(x, y, weight, k);
            silhouettes[k - 2] = silhouette(x, y, found.of(), found.count());
            if (silhouettes[k - 2] > highest) {
                highest = silhouettes[k - 2];
                best = found;
            }
        }
        return new Chosen(best, silhouettes);
    }

    /** Weighted k-means. */
    static Clusters means(double[] x, double[] y, double[] weight, int k) {
        double[] cx = new double[k];
        double[] cy = new double[k];
        int count = 0;
        for (int i = 0; i < x.length && count < k; i++) {
            boolean known = false;
            for (int c = 0; c < count; c++) {
                known |= cx[c] == x[i] && cy[c] == y[i];
            }
            if (!known) {
                cx[count] = x[i];
                cy[count++] = y[i];
            }
        }
        Clusters clusters = new Clusters(new int[x.length], Arrays.copyOf(cx, count), Arrays.copyOf(cy, count));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Clusters next = round(x, y, weight, clusters);
            boolean still = still(clusters, next);
            clusters = next;
            if (still) {
                break;
            }
        }
        return clusters;
    }

    private static Clusters round(double[] x, double[] y, double[] weight, Clusters before) {
        int count = before.count();
        int[] of = new int[x.length];
        double[] sx = new double[count];
        double[] sy = new double[count];
        double[] sw = new double[count];
        for (int i = 0; i < x.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < count; c++) {
                double dx = x[i] - before.x()[c];
                double dy = y[i] - before.y()[c];
                double distance = dx * dx + dy * dy;
                if (distance < least) {
                    least = distance;
                    of[i] = c;
                }
            }
            sx[of[i]] += weight[i] * x[i];
            sy[of[i]] += weight[i] * y[i];
            sw[of[i]] += weight[i];
        }
        int[] name = new int[count];
        int left = 0;
        for (int c = 0; c < count; c++) {
            if (sw[c] > 0) {
                sx[left] = sx[c] / sw[c];
                sy[left] = sy[c] / sw[c];
                name[c] = left++;
            }
        }
        for (int i = 0; i < of.length; i++) {
            of[i] = name[of[i]];
        }
        return new Clusters(of, Arrays.copyOf(sx, left), Arrays.copyOf(sy, left));
    }

    /** Centres in order, each moved by less than a hundredth. */
    private static boolean still(Clusters before, Clusters after) {
        if (before.count() != after.count()) {
            return false;
        }
        List<double[]> one = sorted(before);
        List<double[]> other = sorted(after);
        for (int c = 0; c < one.size(); c++) {
            if (StrictMath.hypot(one.get(c)[0] - other.get(c)[0], one.get(c)[1] - other.get(c)[1]) >= STILL) {
                return false;
            }
        }
        return true;
    }

    private static List<double[]> sorted(Clusters clusters) {
        List<double[]> centres = new ArrayList<>();
        for (int c = 0; c < clusters.count(); c++) {
            centres.add(new double[] {clusters.x()[c], clusters.y()[c]});
        }
        centres.sort(Comparator.<double[]>comparingDouble(c -> c[0]).thenComparingDouble(c -> c[1]));
        return centres;
    }

    /**
     * The mean silhouette (Rousseeuw 1987): each point's mean distance to the nearest other cluster less that to its own,
     * over the larger; 0 for a point alone in its cluster.
     */
    static double silhouette(double[] x, double[] y, int[] of, int count) {
        int[] sizes = new int[count];
        for (int cluster : of) {
            sizes[cluster]++;
        }
        double all = 0;
        double[] sums = new double[count];
        for (int i = 0; i < x.length; i++) {
            if (sizes[of[i]] == 1) {
                continue;
            }
            Arrays.fill(sums, 0);
            for (int j = 0; j < x.length; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                sums[of[j]] += Math.sqrt(dx * dx + dy * dy);
            }
            double own = sums[of[i]] / (sizes[of[i]] - 1);
            double other = Double.POSITIVE_INFINITY;
            for (int c = 0; c < count; c++) {
                if (c != of[i]) {
                    other = Math.min(other, sums[c] / sizes[c]);
                }
            }
            double larger = Math.max(own, other);
            all += larger > 0 && other < Double.POSITIVE_INFINITY ? (other - own) / larger : 0;
        }
        return all / x.length;
    }
}
