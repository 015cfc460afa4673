package org.whorl.optimise;

import java.util.Optional;

/**
 * The best whole choice of levels, exactly: branch and bound over the services, with the linear programme as the bound. A
 * branch lets one service take only its lower or only its upper levels.
 */
final class Search {

    /** Beyond this many linear programmes, the best found is given, and said to be no more than that. */
    private static final int MOST = 3000;

    private final Problem problem;
    private final Aim aim;
    private final double least;
    private final Cuts cuts;
    private int[] best;
    private double value;
    private int solved;

    /**
     * @param least the mean gain that must be reached; minus infinity for any
     * @param start levels that keep the limits and reach that gain
     */
    Search(Problem problem, Aim aim, double least, int[] start) {
        this.problem = problem;
        this.aim = aim;
        this.least = least;
        cuts = new Cuts(problem);
        best = start.clone();
        value = aim.of(problem, start);
    }

    /**
     * What was found.
     *
     * @param levels by service
     * @param proved whether nothing better can exist
     */
    record Found(int[] levels, boolean proved) {}

    Found run() {
        branch(problem.everything());
        return new Found(best, solved < MOST);
    }

    private void branch(boolean[][] allowed) {
        if (solved >= MOST) {
            return;
        }
        solved++;
        double beat = value + 1e-7 * (1 + Math.abs(value));
        Optional<Relaxation> relaxed = Relaxation.of(problem, aim, allowed, least, cuts, beat);
        if (relaxed.isEmpty() || relaxed.get().value() <= beat) {
            return;
        }
        double[][] mix = relaxed.get().mix();
        consider(rounded(mix, allowed));
        int split = -1;
        double most = Relaxation.WHOLE;
        for (int k = 0; k < mix.length; k++) {
            double mixed = 1 - java.util.Arrays.stream(mix[k]).max().orElse(1);
            if (mixed > most) {
                most = mixed;
                split = k;
            }
        }
        if (split < 0) {
            return;
        }
        double middle = 0;
        for (int level = 0; level < mix[split].length; level++) {
            middle += level * mix[split][level];
        }
        int cut = cut(mix[split], middle);
        boolean[][] lower = copy(allowed);
        boolean[][] upper = copy(allowed);
        for (int level = 0; level < mix[split].length; level++) {
            lower[split][level] &= level <= cut;
            upper[split][level] &= level > cut;
        }
        branch(upper);
        branch(lower);
    }

    /** The last level of the lower half, so that some of the mix lies in each. */
    private static int cut(double[] mix, double middle) {
        int first = 0;
        int last = mix.length - 1;
        while (mix[first] <= Relaxation.WHOLE) {
            first++;
        }
        while (mix[last] <= Relaxation.WHOLE) {
            last--;
        }
        return Math.clamp((int) Math.floor(middle), first, last - 1);
    }

    private void consider(int[] levels) {
        double gained = problem.mean(levels);
        if (problem.keeps(levels) && gained >= least - 1e-9 * (1 + Math.abs(least))) {
            double found = aim.of(problem, levels);
            if (found > value) {
                value = found;
                best = levels;
            }
        }
    }

    private static int[] rounded(double[][] mix, boolean[][] allowed) {
        int[] levels = new int[mix.length];
        for (int k = 0; k < mix.length; k++) {
            double most = -1;
            for (int level = 0; level < mix[k].length; level++) {
                if (allowed[k][level] && mix[k][level] > most) {
                    most = mix[k][level];
                    levels[k] = level;
                }
            }
        }
        return levels;
    }

    private static boolean[][] copy(boolean[][] from) {
        boolean[][] copy = new boolean[from.length][];
        for (int i = 0; i < from.length; i++) {
            copy[i] = from[i].clone();
        }
        return copy;
    }
}
