package org.whorl.engine.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.random.Normal;

/**
 * How far two people who coded the same stories agree beyond chance (Cohen 1960), with the interval of Fleiss, Cohen and
 * Everitt (1969).
 *
 * @param stories how many both coded
 * @param agreed the share they coded alike
 * @param kappa (agreed - chance) / (1 - chance); NaN where both used one and the same code throughout
 * @param differences the stories they coded differently, by their place; they are kept
 */
public record Kappa(int stories, double agreed, Estimate kappa, List<Integer> differences) {

    /** From here on they need not talk it through. */
    public static final double ENOUGH = 0.6;

    /** What follows. */
    public enum Verdict {
        /** They agree enough. */
        ENOUGH("enough"),
        /** They do not: discuss the codes. */
        DISCUSS("discuss"),
        /** Too few stories to tell. */
        CANNOT_TELL("cannot-tell");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The word used in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * Compares two coders.
     *
     * @param one a code for each story
     * @param other the other coder's, in the same order
     */
    public static Kappa of(List<String> one, List<String> other) {
        if (one.size() != other.size() || one.isEmpty()) {
            throw new IllegalArgumentException(
                    "Both must have coded the same stories, not %d and %d".formatted(one.size(), other.size()));
        }
        TreeSet<String> used = new TreeSet<>(one);
        used.addAll(other);
        List<String> codes = List.copyOf(used);
        int n = one.size();
        double[][] p = new double[codes.size()][codes.size()];
        List<Integer> differences = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            p[codes.indexOf(one.get(i))][codes.indexOf(other.get(i))] += 1.0 / n;
            if (!one.get(i).equals(other.get(i))) {
                differences.add(i);
            }
        }
        double[] row = new double[p.length];
        double[] column = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                row[i] += p[i][j];
                column[j] += p[i][j];
            }
        }
        double agreed = 1 - differences.size() / (double) n;
        double chance = 0;
        for (int i = 0; i < p.length; i++) {
            chance += row[i] * column[i];
        }
        double kappa = p.length == 1 ? Double.NaN : (agreed - chance) / (1 - chance);
        double variance = 0;
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                double part = i == j ? 1 - (row[i] + column[i]) * (1 - kappa) : (1 - kappa) * (column[i] + row[j]);
                variance += p[i][j] * part * part;
            }
        }
        double rest = kappa - chance * (1 - kappa);
        variance = Math.max(0, variance - rest * rest) / (n * (1 - chance) * (1 - chance));
        double half = Normal.quantile(0.975) * Math.sqrt(variance);
        return new Kappa(
                n,
                agreed,
                new Estimate(kappa, Math.max(-1, kappa - half), Math.min(1, kappa + half), 0.95, Kind.PARAMETER),
                List.copyOf(differences));
    }

    /** The whole interval must lie on one side. */
    public Verdict verdict() {
        return kappa.low() >= ENOUGH ? Verdict.ENOUGH : kappa.high() < ENOUGH ? Verdict.DISCUSS : Verdict.CANNOT_TELL;
    }
}
