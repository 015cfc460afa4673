package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A small Markov chain in continuous time, solved exactly: states are found by following the transitions, and the
 * stationary distribution by elimination (Grassmann, Taksar and Heyman, Operations Research 33(5), 1985: no subtraction,
 * so no loss of digits).
 */
final class Chain {

    /** Tells what may happen in a state. */
    interface Law {
        void from(List<Integer> state, Moves moves);
    }

    /** Collects what may happen. */
    interface Moves {
        void to(double rate, Integer... state);
    }

    private final List<List<Integer>> states = new ArrayList<>();
    private final double[] shares;

    Chain(Law law, Integer... first) {
        Map<List<Integer>, Integer> index = new LinkedHashMap<>();
        List<Map<Integer, Double>> rates = new ArrayList<>();
        index.put(List.of(first), 0);
        states.add(List.of(first));
        for (int s = 0; s < states.size(); s++) {
            Map<Integer, Double> row = new LinkedHashMap<>();
            law.from(states.get(s), (rate, to) -> {
                List<Integer> next = List.of(to);
                int at = index.computeIfAbsent(next, n -> {
                    states.add(n);
                    return index.size();
                });
                row.merge(at, rate, Double::sum);
            });
            rates.add(row);
        }
        int n = states.size();
        double[][] q = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (Map.Entry<Integer, Double> move : rates.get(i).entrySet()) {
                q[i][move.getKey()] = move.getKey() == i ? 0 : move.getValue();
            }
        }
        shares = stationary(q);
    }

    private static double[] stationary(double[][] q) {
        int n = q.length;
        for (int k = n - 1; k > 0; k--) {
            double out = 0;
            for (int j = 0; j < k; j++) {
                out += q[k][j];
            }
            for (int i = 0; i < k; i++) {
                q[i][k] /= out;
                for (int j = 0; j < k && q[i][k] > 0; j++) {
                    q[i][j] += q[i][k] * q[k][j];
                }
            }
        }
        double[] p = new double[n];
        p[0] = 1;
        double sum = 1;
        for (int k = 1; k < n; k++) {
            for (int i = 0; i < k; i++) {
                p[k] += p[i] * q[i][k];
            }
            sum += p[k];
        }
        for (int k = 0; k < n; k++) {
            p[k] /= sum;
        }
        return p;
    }

    double mean(ToDoubleFunction<List<Integer>> of) {
        double sum = 0;
        for (int s = 0; s < shares.length; s++) {
            sum += shares[s] * of.applyAsDouble(states.get(s));
        }
        return sum;
    }
}
