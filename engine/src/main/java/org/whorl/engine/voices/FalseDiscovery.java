package org.whorl.engine.voices;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Many questions asked at once: of what is called a finding, at most a chosen share is chance (Benjamini, Hochberg 1995). */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * For each p-value the smallest such share at which it would be called a finding. NaN stays NaN, and counts as not asked.
     */
    public static double[] adjusted(double[] p) {
        int[] descending = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        java.util.Arrays.fill(adjusted, Double.NaN);
        double least = 1;
        for (int i = 0; i < descending.length; i++) {
            int rank = descending.length - i;
            least = Math.min(least, p[descending[i]] * descending.length / rank);
            adjusted[descending[i]] = least;
        }
        return adjusted;
    }
}
