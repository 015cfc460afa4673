package org.whorl.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.whorl.optimise.Problem.Choice;

/**
 * The mean of the worst tenth, from above. No tenth of the draws has a mean below that of the worst, so every tenth gives a
 * linear bound that holds for all choices of levels; the worst tenth of a choice gives the one that is exact there. Bounds
 * are found as they are needed (Kelley 1960; Kunzi-Bay and Mayer 2006) in place of a row for every draw.
 */
final class Cuts {

    private final Problem problem;
    /** A bound that so many solutions one after another did not touch is dropped; it is found again where it is missed. */
    private static final int PATIENCE = 25;

    private static final double TOUCHED = 1e-7;

    private final List<double[][]> cuts = new ArrayList<>();
    private final List<Integer> idle = new ArrayList<>();

    Cuts(Problem problem) {
        this.problem = problem;
        double[] all = new double[problem.draws()];
        Arrays.fill(all, 1.0 / all.length);
        add(all);
    }

    /** By service and level, what each level adds to a bound. */
    List<double[][]> all() {
        return cuts;
    }

    /**
     * Adds the bound that is exact at a mix of levels, and tells the mean of the worst tenth there.
     *
     * @param bound what the bounds so far allow there
     */
    double exactAt(double[][] mix, double bound) {
        drop(mix, bound);
        double[] gains = new double[problem.draws()];
        for (int k = 0; k < mix.length; k++) {
            Choice choice = problem.choices().get(k);
            for (int level = 0; level < mix[k].length; level++) {
                if (mix[k][level] != 0) {
                    for (int d = 0; d < gains.length; d++) {
                        gains[d] += mix[k][level] * choice.gain()[level][d];
                    }
                }
            }
        }
        add(Tail.weights(gains));
        return Tail.mean(gains);
    }

    private void drop(double[][] mix, double bound) {
        for (int i = cuts.size() - 1; i > 0; i--) {
            double room = -bound;
            for (int k = 0; k < mix.length; k++) {
                for (int level = 0; level < mix[k].length; level++) {
                    room += mix[k][level] * cuts.get(i)[k][level];
                }
            }
            idle.set(i, room > TOUCHED * (1 + Math.abs(bound)) ? idle.get(i) + 1 : 0);
            if (idle.get(i) > PATIENCE) {
                cuts.remove(i);
                idle.remove(/* index */ i);
            }
        }
    }

    private void add(double[] weights) {
        double[][] cut = new double[problem.choices().size()][];
        for (int k = 0; k < cut.length; k++) {
            double[][] gain = problem.choices().get(k).gain();
            cut[k] = new double[gain.length];
            for (int level = 0; level < gain.length; level++) {
                for (int d = 0; d < weights.length; d++) {
                    cut[k][level] += weights[d] * gain[level][d];
                }
            }
        }
        cuts.add(cut);
        idle.add(0);
    }
}
