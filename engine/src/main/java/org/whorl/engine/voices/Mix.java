package org.whorl.engine.voices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.random.Streams;

/**
 * Who took part, beside who lives, works and pays (method 2.8). Intervals tell what chance in who happened to come leaves
 * open; people are drawn anew from those who came.
 *
 * @param lopSided half the sum of |p - q|: the share of voices that would have to come from other groups; 0 as people are
 * @param coverage the share of groups with enough contributors
 * @param effective effective voices, exp(-sum q ln q): as many equally loud groups would be as varied
 * @param groups each group
 */
public record Mix(Estimate lopSided, double coverage, Estimate effective, List<Group> groups) {
    private static final int RESAMPLES = 1000;

    /** Whether a group is heard as much as it is there. */
    public enum Heard {
        /** Less than it is there, beyond chance. */
        LESS("less"),
        /** More than it is there, beyond chance. */
        MORE("more"),
        /** Nobody can tell: its share may be as it is. */
        CANNOT_TELL("cannot-tell");

        private final String word;

        Heard(String word) {
            this.word = word;
        }

        /** The word used in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * One group.
     *
     * @param name its name
     * @param there its share of those who live, work or pay here, 0 to 1
     * @param contributors how many of it took part
     * @param share their share of all who did
     * @param heard what follows
     */
    public record Group(String name, double there, int contributors, Estimate share, Heard heard) {}

    /**
     * Compares.
     *
     * @param there how many live, work or pay here, by group, in any unit
     * @param contributors how many took part, by group; a group that is not there is an error
     * @param enough how many of a group make it covered
     */
    public static Mix of(Map<String, Double> there, Map<String, Integer> contributors, int enough, long seed) {
        Set<String> unknown = new LinkedHashSet<>(contributors.keySet());
        unknown.removeAll(there.keySet());
        double all = there.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!unknown.isEmpty() || !(all > 0)) {
            throw new IllegalArgumentException("Nobody knows how many there are of %s"
                    .formatted(unknown.isEmpty() ? "any group" : String.join(", ", unknown)));
        }
        List<String> names = List.copyOf(new ArrayList<>(there.keySet()));
        double[] p = names.stream()
                .mapToDouble(name -> there.getOrDefault(name, 0.0) / all)
                .toArray();
        int[] counts = names.stream()
                .mapToInt(name -> contributors.getOrDefault(name, 0))
                .toArray();
        int came = Arrays.stream(counts).sum();
        List<Group> groups = new ArrayList<>();
        int covered = 0;
        for (int g = 0; g < p.length; g++) {
            Estimate share = Share.of(counts[g], came, 0.95);
            covered += counts[g] >= enough ? 1 : 0;
            groups.add(new Group(
                    names.get(g),
                    p[g],
                    counts[g],
                    share,
                    share.high() < p[g] ? Heard.LESS : share.low() > p[g] ? Heard.MORE : Heard.CANNOT_TELL));
        }
        return new Mix(
                estimate(counts, seed, drawn -> lopSided(p, drawn)),
                covered / (double) p.length,
                estimate(counts, seed, Mix::effective),
                List.copyOf(groups));
    }

    private static double lopSided(double[] p, int[] counts) {
        double came = Arrays.stream(counts).sum();
        double sum = 0;
        for (int g = 0; g < p.length; g++) {
            sum += Math.abs(p[g] - counts[g] / came);
        }
        return sum / 2;
    }

    private static double effective(int[] counts) {
        double came = Arrays.stream(counts).sum();
        double sum = 0;
        for (int count : counts) {
            sum -= count == 0 ? 0 : count / came * StrictMath.log(count / came);
        }
        return StrictMath.exp(sum);
    }

    private static Estimate estimate(int[] counts, long seed, ToDoubleFunction<int[]> of) {
        int came = Arrays.stream(counts).sum();
        if (came == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0.95, Kind.PARAMETER);
        }
        double[] drawn = new double[RESAMPLES];
        long word = Streams.child(seed, "mix");
        for (int b = 0; b < RESAMPLES; b++) {
            int[] again = new int[counts.length];
            for (int i = 0; i < came; i++) {
                word = Streams.next(word);
                int at = (int) (Streams.uniform(word) * came);
                int group = 0;
                while (at >= counts[group]) {
                    at -= counts[group++];
                }
                again[group]++;
            }
            drawn[b] = of.applyAsDouble(again);
        }
        Arrays.sort(drawn);
        return new Estimate(
                of.applyAsDouble(counts),
                drawn[(int) (0.025 * RESAMPLES)],
                drawn[(int) (0.975 * RESAMPLES)],
                0.95,
                Kind.PARAMETER);
    }

    /** Gini's coefficient of how much each contributed: 0 all the same, towards 1 all by one. */
    public static double gini(int[] contributions) {
        int[] sorted = contributions.clone();
        Arrays.sort(sorted);
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
            sum += sorted[i];
        }
        return sum == 0 ? 0 : weighted / (sorted.length * sum);
    }

    /** The share of all contributions that came from the tenth of people who contributed most (one person at least). */
    public static double usualSuspects(int[] contributions) {
        int[] sorted = contributions.clone();
        Arrays.sort(sorted);
        int tenth = (int) Math.ceil(sorted.length / 10.0);
        double top = 0;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            top += i >= sorted.length - tenth ? sorted[i] : 0;
        }
        return sum == 0 ? 0 : top / sum;
    }
}
