package org.whorl.engine.voices;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Who is tied to whom (method 2.7), and on whom the bridges rest. What it says of one person is for that person alone; others
 * see the aggregates.
 *
 * @param weights how strongly each two people are tied, 0 for not at all; the same both ways, nothing with oneself
 */
public record Ties(double[][] weights) {

    public Ties {
        for (int i = 0; i < weights.length; i++) {
            if (weights[i].length != weights.length) {
                throw new IllegalArgumentException("Ties need a square of numbers");
            }
            for (int j = 0; j < weights.length; j++) {
                if (!(weights[i][j] >= 0) || weights[i][j] != weights[j][i] || (i == j && weights[i][j] != 0)) {
                    throw new IllegalArgumentException(
                            "Ties are 0 or more, the same both ways, and nothing with oneself (%d, %d)"
                                    .formatted(i, j));
                }
            }
        }
        weights = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    }

    /** People are tied by what they took part in together: as strongly as they shared activities. */
    public static Ties ofActivities(boolean[][] tookPart) {
        int people = tookPart.length;
        double[][] weights = new double[people][people];
        for (int i = 0; i < people; i++) {
            for (int j = 0; j < people; j++) {
                for (int a = 0; a < tookPart[i].length; a++) {
                    weights[i][j] += i != j && tookPart[i][a] && tookPart[j][a] ? 1 : 0;
                }
            }
        }
        return new Ties(weights);
    }

    /**
     * Burt's constraint of each person: c_i = sum_j (p_ij + sum_q p_iq p_qj)^2. Low for whoever ties people together who are
     * not tied otherwise; NaN for whoever has no ties.
     */
    public double[] constraint() {
        int n = weights.length;
        double[][] p = new double[n][n];
        for (int i = 0; i < n; i++) {
            double sum = Arrays.stream(weights[i]).sum();
            for (int j = 0; j < n && sum > 0; j++) {
                p[i][j] = weights[i][j] / sum;
            }
        }
        double[] constraint = new double[n];
        for (int i = 0; i < n; i++) {
            boolean alone = true;
            for (int j = 0; j < n; j++) {
                if (weights[i][j] > 0) {
                    alone = false;
                    double through = p[i][j];
                    for (int q = 0; q < n; q++) {
                        through += q == i || q == j ? 0 : p[i][q] * p[q][j];
                    }
                    constraint[i] += through * through;
                }
            }
            constraint[i] = alone ? Double.NaN : constraint[i];
        }
        return constraint;
    }

    /** How many shortest ways between two others lead through each person, shared out where there are several (Brandes 2001). */
    public double[] betweenness() {
        int n = weights.length;
        double[] between = new double[n];
        for (int s = 0; s < n; s++) {
            int[] distance = new int[n];
            Arrays.fill(distance, -1);
            double[] ways = new double[n];
            double[] share = new double[n];
            List<Integer> seen = new ArrayList<>();
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(s));
            distance[s] = 0;
            ways[s] = 1;
            while (!queue.isEmpty()) {
                int v = queue.remove();
                seen.add(v);
                for (int w = 0; w < n; w++) {
                    if (weights[v][w] > 0 && distance[w] < 0) {
                        distance[w] = distance[v] + 1;
                        queue.add(w);
                    }
                    ways[w] += weights[v][w] > 0 && distance[w] == distance[v] + 1 ? ways[v] : 0;
                }
            }
            Collections.reverse(seen);
            for (int w : seen) {
                for (int v = 0; v < n; v++) {
                    if (weights[v][w] > 0 && distance[v] == distance[w] - 1) {
                        share[v] += ways[v] / ways[w] * (1 + share[w]);
                    }
                }
                between[w] += w == s ? 0 : share[w] / 2;
            }
        }
        return between;
    }

    /** The share of all bridging that rests on the three people who do most of it: how fragile it is. NaN where there is none. */
    public double onThree() {
        double[] between = betweenness();
        Arrays.sort(between);
        double sum = Arrays.stream(between).sum();
        double top = 0;
        for (int i = Math.max(0, between.length - 3); i < between.length; i++) {
            top += between[i];
        }
        return sum > 0 ? top / sum : Double.NaN;
    }

    /** Whoever holds two parts together that would fall apart without them. */
    public boolean[] articulation() {
        boolean[] holds = new boolean[weights.length];
        for (int i = 0; i < weights.length; i++) {
            holds[i] = parts(i) > parts(-1);
        }
        return holds;
    }

    private int parts(int without) {
        boolean[] seen = new boolean[weights.length];
        int parts = 0;
        for (int s = 0; s < weights.length; s++) {
            if (seen[s] || s == without) {
                continue;
            }
            parts++;
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(s));
            seen[s] = true;
            while (!queue.isEmpty()) {
                int v = queue.remove();
                for (int w = 0; w < weights.length; w++) {
                    if (weights[v][w] > 0 && !seen[w] && w != without) {
                        seen[w] = true;
                        queue.add(w);
                    }
                }
            }
        }
        return parts;
    }

    /**
     * The E-I index of Krackhardt and Stern: ties between organisations less ties within them, over all: 1 all between, -1
     * all within; NaN without ties.
     *
     * @param organisation of each person
     */
    public double outward(List<String> organisation) {
        double within = 0;
        double between = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < i; j++) {
                if (organisation.get(i).equals(organisation.get(j))) {
                    within += weights[i][j];
                } else {
                    between += weights[i][j];
                }
            }
        }
        return within + between == 0 ? Double.NaN : (between - within) / (between + within);
    }

    /** Fiedler's number, the second smallest eigenvalue of the Laplacian: 0 where people fall into parts, more the closer knit. */
    public double closeKnit() {
        int n = weights.length;
        if (n < 2) {
            return 0;
        }
        double[] laplacian = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                laplacian[i * n + j] = i == j ? Arrays.stream(weights[i]).sum() : -weights[i][j];
            }
        }
        Symmetric.eigen(laplacian, new double[n * n], n);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = laplacian[i * n + i];
        }
        Arrays.sort(values);
        return Math.max(0, values[1]);
    }
}
