package org.whorl.engine.voices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.random.Normal;

/**
 * How far people in each organisation trust each other organisation, from 1 to 5. What fewer than five people said is never
 * told, nor what could be worked out from what is told.
 *
 * @param from whose people answered; null for all others together
 * @param to whom they were asked about
 * @param answers how many answered; 0 where it is withheld
 * @param mean the mean with its 95 % interval (Student's t, kept within 1 to 5); null where it is withheld
 */
public record TrustPulse(
        @Nullable String from,
        String to,
        int answers,
        @Nullable Estimate mean) {

    /** What fewer people said is never told. */
    public static final int FEWEST = 5;

    /**
     * One answer.
     *
     * @param from whose people they are one of
     * @param to whom they were asked about
     * @param trust 1 to 5
     */
    public record Answer(String from, String to, int trust) {
        public Answer {
            if (trust < 1 || trust > 5) {
                throw new IllegalArgumentException("Trust is told from 1 to 5, not " + trust);
            }
        }
    }

    /** Each pair, and after all pairs each organisation as all others see it. */
    public static List<TrustPulse> of(List<Answer> answers) {
        Map<String, Map<String, List<Integer>>> byTarget = new LinkedHashMap<>();
        for (Answer answer : answers) {
            byTarget.computeIfAbsent(answer.to, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(answer.from, _ -> new ArrayList<>())
                    .add(answer.trust);
        }
        List<TrustPulse> pairs = new ArrayList<>();
        List<TrustPulse> together = new ArrayList<>();
        byTarget.forEach((to, sources) -> {
            List<Integer> all = new ArrayList<>();
            int withheld = 0;
            for (Map.Entry<String, List<Integer>> source : sources.entrySet()) {
                List<Integer> said = source.getValue();
                all.addAll(said);
                withheld += said.size() < FEWEST ? said.size() : 0;
                pairs.add(told(source.getKey(), to, said, said.size() >= FEWEST));
            }
            // All less those told would give away those withheld, unless they are enough together.
            boolean safe = withheld == 0 || withheld >= FEWEST;
            together.add(told(null, to, all, safe && all.size() >= FEWEST && sources.size() >= 2));
        });
        pairs.addAll(together);
        return List.copyOf(pairs);
    }

    private static TrustPulse told(@Nullable String from, String to, List<Integer> said, boolean tell) {
        if (!tell) {
            return new TrustPulse(from, to, 0, null);
        }
        int n = said.size();
        double mean = said.stream().mapToInt(Integer::intValue).average().orElse(Double.NaN);
        double squares =
                said.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        double half = student(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new TrustPulse(
                from,
                to,
                n,
                new Estimate(mean, Math.max(1, mean - half), Math.min(5, mean + half), 0.95, Kind.PARAMETER));
    }

    /** What Student's t stays below 975 times in 1000, from the normal (Abramowitz and Stegun 26.7.5); to .001 from 4 on. */
    static double student(int freedom) {
        double z = Normal.quantile(0.975);
        double s = z * z;
        double v = freedom;
        return z
                * (1
                        + (s + 1) / (4 * v)
                        + ((5 * s + 16) * s + 3) / (96 * v * v)
                        + (((3 * s + 19) * s + 17) * s - 15) / (384 * v * v * v)
                        + ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / (92_160 * v * v * v * v));
    }
}
