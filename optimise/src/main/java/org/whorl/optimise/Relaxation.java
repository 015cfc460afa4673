package org.whorl.optimise;

import java.util.ArrayList;
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

    /**
     * Solves it.
     *
     * @param allowed by service and level
     * @param least the mean gain that must be reached
     * @return empty where no mix keeps the limits
     */
    static Optional<Relaxation> of(Problem problem, Aim aim, boolean[][] allowed, double least) {
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
            tail(problem, model, levels);
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

    /** The largest z - (mean of (z - gain)+) / 0.1 is the mean of the worst tenth (Rockafellar and Uryasev). */
    private static void tail(Problem problem, ExpressionsBasedModel model, List<List<Variable>> levels) {
        int draws = problem.draws();
        Variable z = model.newVariable("z").weight(1);
        for (int d = 0; d < draws; d++) {
            Variable below = model.newVariable("below " + d).lower(0).weight(-1 / (Tail.SHARE * draws));
            Expression row = model.newExpression("draw " + d).lower(0);
            row.set(below, 1);
            row.set(z, -1);
            for (int k = 0; k < levels.size(); k++) {
                double[][] gain = problem.choices().get(k).gain();
                for (int level = 0; level < gain.length; level++) {
                    row.set(levels.get(k).get(level), gain[level][d]);
                }
            }
        }
    }
}
