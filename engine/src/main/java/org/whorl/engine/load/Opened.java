package org.whorl.engine.load;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Opening;
import org.whorl.engine.random.Survival;

/**
 * How a path begins.
 *
 * @param state who is where
 * @param remaining by service, of those in mid-stay, how many still are after so many days; empty for nobody
 * @param counted whether the numbers are known because somebody counted, rather than means of what might be
 */
record Opened(State state, double[][] remaining, boolean counted) {

    /** The same beginning again, for another path to change. */
    Opened copy() {
        return new Opened(state.copy(), remaining, counted);
    }

    /** The census with which the clock starts. */
    static Opened census(Schedule schedule) {
        Model model = schedule.timeline.epochs().getFirst().model();
        Terms terms = schedule.terms[0];
        Wires wires = schedule.wires;
        State state = new State(wires);
        double[][] remaining = new double[wires.services][0];
        for (Opening opening : model.opening()) {
            int s = model.indexOf(opening.service());
            state.staying[s] = opening.inPlace().count().value();
            remaining[s] = remaining(opening, model.services().get(s).lengthOfStay(), terms.stay[s]);
            state.waitingOn[wires.outside[s]] += opening.waiting().count().value();
            block(state, terms, s, opening.blocked().count().value());
        }
        for (int s = 0; s < wires.services; s++) {
            state.pace[s] = terms.flow[s];
            state.readyPace[s] = terms.flow[s];
            if (wires.waitsIn[s] >= 0) {
                state.shelteredFor[s] = state.waitingOn[wires.outside[s]];
            }
        }
        return new Opened(state, remaining, true);
    }

    /**
     * How many of a group are still in mid-stay after so many days: S(e + t) / S(e) for those whose elapsed stay e is
     * known, the equilibrium residual for the others; or what the model says of their rest.
     */
    private static double[] remaining(Opening opening, @Nullable Duration stay, StayKernel kernel) {
        Opening.Group group = opening.inPlace();
        double people = group.count().value();
        List<Double> elapsed = group.elapsed();
        double unknown = Math.max(0, people - elapsed.size());
        double[] remaining = new double[kernel.residual.length];
        if (opening.rest() != null) {
            Survival rest = Survival.of(opening.rest().distribution());
            for (int t = 0; t < remaining.length; t++) {
                remaining[t] = t == 0 ? people : people * rest.at(t);
            }
            return remaining;
        }
        for (int t = 0; t < remaining.length; t++) {
            remaining[t] = unknown * kernel.residual[t];
        }
        if (stay != null && !elapsed.isEmpty()) {
            Survival survival = Survival.of(stay.distribution());
            int known = (int) Math.min(elapsed.size(), Math.ceil(people));
            for (int i = 0; i < known; i++) {
                double here = survival.at(elapsed.get(i));
                remaining[0] += 1;
                for (int t = 1; t < remaining.length && here > 0; t++) {
                    double still = survival.at(elapsed.get(i) + t) / here;
                    remaining[t] += still;
                    if (still < 1e-6) {
                        break;
                    }
                }
            }
        }
        return remaining;
    }

    /** People blocked at a service wait for where its routes lead, in the shares of those that lead to a service. */
    private static void block(State state, Terms terms, int s, double people) {
        double sum = 0;
        for (int w : state.wires.outOf[s]) {
            sum += terms.share[w];
        }
        for (int w : state.wires.outOf[s]) {
            if (terms.share[w] > 0) {
                state.waitingOn[w] += people * terms.share[w] / sum;
            }
        }
    }
}
