package org.whorl.engine.voices;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * People who stand together, without any chance: k-means from three beginnings that follow from where people stand (in
 * order along the first direction, along the second, and round the middle), the closest of the three; and of two to five
 * groups the number that keeps apart best. A grouping with a group smaller than is allowed does not count.
 *
 * @param of the group of each person, the largest first; empty when no grouping is allowed
 * @param groups how many there are; 0 when none is allowed
 * @param apart how well they keep apart: the mean over people of the distance to the nearest other centre less that to
 *     their own, over the larger; -1 when no grouping is allowed
 */
record Camps(int[] of, int groups, double apart) {
    private static final int MOST = 5;
    private static final int ROUNDS = 40;

    static Camps of(OpinionSpace space, int least) {
        int people = space.x().length;
        int[][] orders = orders(space);
        Camps best = new Camps(new int[0], 0, -1);
        for (int k = 2; k <= MOST && k * least <= people; k++) {
            Run closest = null;
            for (int[] order : orders) {
                Run run = new Run(space, order, k);
                if (closest == null || run.within < closest.within * (1 - 1e-9)) {
                    closest = run;
                }
            }
            if (closest != null && closest.smallest() >= least) {
                double apart = closest.apart();
                if (apart > best.apart) {
                    best = new Camps(closest.largestFirst(), k, apart);
                }
            }
        }
        return best;
    }

    private static int[][] orders(OpinionSpace space) {
        double[] x = space.x();
        double[] y = space.y();
        double[] angle = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            angle[i] = StrictMath.atan2(y[i], x[i]);
        }
        return new int[][] {order(x), order(y), order(angle)};
    }

    private static int[] order(double[] along) {
        return IntStream.range(0, along.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> along[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** One k-means. */
    private static final class Run {
        private final double[] x;
        private final double[] y;
        private final int k;
        private final int[] of;
        private final double[] cx;
        private final double[] cy;
        private final int[] size;
        private double within;

        Run(OpinionSpace space, int[] order, int k) {
            x = space.x();
            y = space.y();
            this.k = k;
            of = new int[x.length];
            cx = new double[k];
            cy = new double[k];
            size = new int[k];
            for (int place = 0; place < order.length; place++) {
                of[order[place]] = (int) ((long) place * k / order.length);
            }
            boolean moved = true;
            for (int round = 0; round < ROUNDS && moved; round++) {
                centres();
                moved = nearest();
            }
        }

        private void centres() {
            Arrays.fill(cx, 0);
            Arrays.fill(cy, 0);
            Arrays.fill(size, 0);
            for (int i = 0; i < of.length; i++) {
                cx[of[i]] += x[i];
                cy[of[i]] += y[i];
                size[of[i]]++;
            }
            for (int c = 0; c < k; c++) {
                cx[c] /= size[c];
                cy[c] /= size[c];
            }
        }

        private boolean nearest() {
            boolean moved = false;
            within = 0;
            for (int i = 0; i < of.length; i++) {
                double least = Double.POSITIVE_INFINITY;
                int near = of[i];
                for (int c = 0; c < k; c++) {
                    double dx = x[i] - cx[c];
                    double dy = y[i] - cy[c];
                    double distance = dx * dx + dy * dy;
                    if (distance < least) {
                        least = distance;
                        near = c;
                    }
                }
                moved |= near != of[i];
                of[i] = near;
                within += least;
            }
            return moved;
        }

        int smallest() {
            centres();
            return Arrays.stream(size).min().orElse(0);
        }

        double apart() {
            double sum = 0;
            for (int i = 0; i < of.length; i++) {
                double own = Double.POSITIVE_INFINITY;
                double other = Double.POSITIVE_INFINITY;
                for (int c = 0; c < k; c++) {
                    double dx = x[i] - cx[c];
                    double dy = y[i] - cy[c];
                    double distance = dx * dx + dy * dy;
                    if (c == of[i]) {
                        own = distance;
                    } else {
                        other = Math.min(other, distance);
                    }
                }
                double a = Math.sqrt(own);
                double b = Math.sqrt(other);
                sum += Math.max(a, b) > 0 ? (b - a) / Math.max(a, b) : 0;
            }
            return sum / of.length;
        }

        int[] largestFirst() {
            int[] ranked = IntStream.range(0, k)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(c -> -size[c]).thenComparingDouble(c -> -cx[c]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] name = new int[k];
            for (int rank = 0; rank < k; rank++) {
                name[ranked[rank]] = rank;
            }
            return Arrays.stream(of).map(c -> name[c]).toArray();
        }
    }
}
