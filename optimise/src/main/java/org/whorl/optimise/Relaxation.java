package org.whorl.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.whorl.optimise.Problem.Choice;

/**
 * The problem as a linear programme, in which a service may take a mix of its levels: the concave piecewise linear form of
 * its response. ojAlgo solves it; this is the only class that knows it.
 *
 * @param value the most the mix can come to; no whole choice of levels comes to more
 * @param mix by service and level
 */
record Relaxation(double value, double[][] mix) {

    /** Pounds are counted in thousands, so that they and people are numbers of one size. */
    private static final double THOUSAND = 1000;

    /** A level whose part is this near to all is the whole. */
    static final double WHOLE = 1e-6;

    /**
     * Solves it.
     *
     * @param allowed by service and level
     * @param least the mean gain that must be reached
     * @return empty where no mix keeps the limits
     */
    static Optional<Relaxation> of(Problem problem, Aim aim, boolean[][] allowed, double least) {
        return of(problem, aim, allowed, least, new Cuts(problem), Double.NEGATIVE_INFINITY);
    }

    /** The bound on the worst tenth is brought this near to it at whole levels, as a share. */
    private static final double NEAR = 1e-7;

    /** At mixed levels no more bounds are sought once a new one takes away less than this share of what is left. */
    private static final double WORTH_IT = 0.2;

    /**
     * Solves it with bounds on the worst tenth that were found before, and adds those that it needs: as many as whole levels
     * take to be exact, and for mixed levels, which will be branched anyway, no more than help.
     *
     * @param cuts of the same problem; only {@link Aim.Cautious} asks them
     * @param beat a value that is known to be possible; a bound below it is sharp enough
     */
    static Optional<Relaxation> of(
            Problem problem, Aim aim, boolean[][] allowed, double least, Cuts cuts, double beat) {
        double before = Double.POSITIVE_INFINITY;
        while (true) {
            Optional<Relaxation> found = solved(problem, aim, allowed, least, cuts);
            if (found.isEmpty() || !(aim instanceof Aim.Cautious) || found.get().value() <= beat) {
                return found;
            }
            double bound = found.get().value();
            double left = bound - cuts.exactAt(found.get().mix(), bound);
            boolean helps = before - bound > WORTH_IT * left;
            if (left <= NEAR * (1 + Math.abs(bound)) || (found.get().isMixed() && !helps)) {
                return found;
            }
            before = bound;
        }
    }

    /** Whether any service has a mix of levels. */
    private boolean isMixed() {
        return Arrays.stream(mix).anyMatch(levels -> Arrays.stream(levels).max().orElse(1) < 1 - WHOLE);
    }

    private static Optional<Relaxation> solved(Problem problem, Aim aim, boolean[][] allowed, double least, Cuts cuts) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<List<Variable>> levels = new ArrayList<>();
        Expression near = model.newExpression("near the best");
        if (least > Double.NEGATIVE_INFINITY) {
            near.lower(least);
        }
        for (int k = 0; k < problem.choices().size(); k++) {
            Choice choice = problem.choices().get(k);
            List<Variable> own = new ArrayList<>();
            Expression one = model.newExpression("one level of " + k).level(1);
            for (int level = 0; level < choice.places().length; level++) {
                Variable variable = model.newVariable(k + "@" + level)
                        .lower(0)
                        .upper(allowed[k][level] ? 1 : 0)
                        .weight(aim.weight(problem, k, level));
                one.set(variable, 1);
                near.set(variable, choice.mean(level));
                own.add(variable);
            }
            levels.add(own);
        }
        limits(problem, model, levels);
        if (aim instanceof Aim.Cautious) {
            tail(cuts, model, levels);
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        double[][] mix = new double[levels.size()][];
        for (int k = 0; k < mix.length; k++) {
            mix[k] = levels.get(k).stream()
                    .mapToDouble(v -> result.doubleValue(model.indexOf(v)))
                    .toArray();
        }
        return Optional.of(new Relaxation(result.getValue(), mix));
    }

    private static void limits(Problem problem, ExpressionsBasedModel model, List<List<Variable>> levels) {
        Expression given = model.newExpression("what is given is got").level(0);
        for (int p = 0; p < problem.partners(); p++) {
            Expression money = model.newExpression("budget " + p).upper(problem.budgets()[p] / THOUSAND);
            Expression net = model.newExpression("no worse " + p).upper(problem.worse()[p] / THOUSAND);
            Expression posts = model.newExpression("staff " + p);
            if (Double.isFinite(problem.staff()[p])) {
                posts.upper(problem.staff()[p]);
            }
            for (int k = 0; k < levels.size(); k++) {
                Choice choice = problem.choices().get(k);
                for (int level = 0; level < choice.places().length; level++) {
                    Variable variable = levels.get(k).get(level);
                    money.set(variable, choice.places()[level] * choice.money()[p] / THOUSAND);
                    net.set(variable, choice.net()[level][p] / THOUSAND);
                    if (choice.owner() == p) {
                        posts.set(variable, choice.places()[level] * choice.staff());
                    }
                }
            }
            if (problem.transfers()) {
                Variable received = model.newVariable("received " + p);
                money.set(received, -1);
                net.set(received, -1);
                given.set(received, 1);
            }
        }
    }

    /** The largest z that no bound on the worst tenth forbids. */
    private static void tail(Cuts cuts, ExpressionsBasedModel model, List<List<Variable>> levels) {
        Variable z = model.newVariable("z").weight(1);
        for (int i = 0; i < cuts.all().size(); i++) {
            double[][] cut = cuts.all().get(i);
            Expression row = model.newExpression("tenth " + i).lower(0).set(z, -1);
            for (int k = 0; k < levels.size(); k++) {
                for (int level = 0; level < cut[k].length; level++) {
                    row.set(levels.get(k).get(level), cut[k][level]);
                }
            }
        }
    }
}
