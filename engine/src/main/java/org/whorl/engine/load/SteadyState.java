package org.whorl.engine.load;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The long run of a network whose days are all alike: the state that a day leaves as it found it. Each service waits by its
 * own curve; people held up downstream lengthen the stay upstream by their share x the wait there, and the two are brought
 * into agreement by going round until nothing changes, half a step at a time.
 */
final class SteadyState {

    private static final int ROUNDS = 400;
    private static final double ENOUGH = 1e-11;

    private final Schedule schedule;
    private final Terms terms;
    private final Wires wires;
    private final State state;
    private final double[] starting;
    private final double[] stream;
    private final double[] streamOn;
    private final double[] leavingOn;
    private final double[] movingOn;
    private final double[] carried;
    private Curves curves;

    private SteadyState(Schedule schedule) {
        this.schedule = schedule;
        terms = schedule.terms[0];
        wires = schedule.wires;
        state = new State(wires);
        starting = terms.flow.clone();
        stream = new double[wires.services];
        streamOn = new double[wires.wires()];
        leavingOn = new double[wires.wires()];
        movingOn = new double[wires.wires()];
        carried = new double[wires.wires()];
        curves = new Curves(schedule, new double[wires.services]);
    }

    /** The state to begin with, and the anchors that make curves exact there; null when there is no long run. */
    record Found(Opened opened, double[] anchors) {}

    /** The long run of the first day's world; null when load exceeds places somewhere, or the search does not settle. */
    static @Nullable Found find(Schedule schedule) {
        SteadyState search = new SteadyState(schedule);
        if (search.someAreLostForWantOfRoom()) {
            return null;
        }
        double[] anchors = new double[schedule.services()];
        for (int pass = 0; pass < 3; pass++) {
            // Anchors that move with the answer make the curves exact at it.
            if (!search.settle()) {
                return null;
            }
            anchors = search.anchors();
            search.curves = new Curves(schedule, anchors);
        }
        return search.settle() ? new Found(search.opened(), anchors) : null;
    }

    /** Whether people are turned away when the service they would wait in is full: a limit no curve knows. */
    private boolean someAreLostForWantOfRoom() {
        for (int s = 0; s < wires.services; s++) {
            if (wires.lostOnOverflow[s] && wires.waitsIn[s] >= 0 && !schedule.unlimited(wires.waitsIn[s], 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean settle() {
        for (int round = 0; round < ROUNDS; round++) {
            double change = 0;
            Arrays.fill(carried, 0);
            for (int w = 0; w < carried.length; w++) {
                carry(wires.leavesTo[w], leavingOn[w]);
                carry(wires.movesTo[w], movingOn[w]);
            }
            for (int i = wires.services - 1; i >= 0; i--) {
                gather(wires.downstreamFirst[i]);
            }
            for (int s : wires.downstreamFirst) {
                double moved = balance(s);
                if (Double.isNaN(moved)) {
                    return false;
                }
                change = Math.max(change, moved);
            }
            if (change < ENOUGH) {
                return true;
            }
        }
        return false;
    }

    private void gather(int s) {
        stream[s] = 0;
        for (int w : wires.into[s]) {
            int u = wires.from[w];
            double coming = u >= 0
                    ? starting[u] * terms.share[w]
                    : schedule.arrivals[s][0] * (wires.lostOnOverflow[s] ? 1 - state.turnedAway[s] : 1);
            streamOn[w] = coming + carried[w];
            stream[s] += coming;
        }
    }

    /** Finds how many wait at one service, everything else as it is; how far that is from before, or NaN for no end. */
    private double balance(int s) {
        double people = 0;
        for (int w : wires.into[s]) {
            people += streamOn[w];
        }
        double mean = terms.stay[s].mean;
        double rest = 0;
        if (!schedule.unlimited(s, 0)) {
            double kept = terms.stay[s].firstDay;
            double held = state.held(s);
            if (kept >= 1e-9) {
                rest = rest(s, people, kept, held);
            } else if (held >= schedule.places[s][0]) {
                return Double.NaN;
            }
        }
        if (Double.isNaN(rest)) {
            return Double.NaN;
        }
        double leaving = leaving(s, rest);
        double moving = moving(s, rest);
        starting[s] = people - leaving - moving;
        double queue = rest - leaving - moving;
        double change = Math.abs(starting[s] * mean - state.staying[s]);
        state.staying[s] = starting[s] * mean;
        state.pace[s] = starting[s];
        state.readyPace[s] = stream[s];
        state.growth[s] = terms.stayGrows[s] == 0
                ? 0
                : (state.growth[s] + terms.stayGrows[s] * Path.wait(rest, stream[s], terms.patience[s])) / 2;
        for (int w : wires.into[s]) {
            double part = people > 0 ? streamOn[w] / people : 0;
            double next = (state.waitingOn[w] + part * queue) / 2;
            change = Math.max(change, Math.abs(next - state.waitingOn[w]));
            state.waitingOn[w] = next;
            state.handingOn[w] = terms.kept[w] * part * starting[s];
            leavingOn[w] = part * leaving;
            movingOn[w] = part * moving;
        }
        if (wires.waitsIn[s] >= 0) {
            int place = wires.waitsIn[s];
            double room = schedule.places[place][0] - state.inPlace(place) + state.shelteredFor[s];
            state.roomFor[s] = Math.max(0, Math.min(room, terms.limit[s]));
            state.shelteredFor[s] = (state.shelteredFor[s] + state.expectedInside(s, state.roomFor[s])) / 2;
        }
        return change / (1 + state.staying[s]);
    }

    private void carry(int wire, double people) {
        if (wire >= 0) {
            carried[wire] += people;
        }
    }

    /** The number waiting at which as many places are taken as people need who start; NaN when there is no such number. */
    private double rest(int s, double people, double kept, double held) {
        Curves.Pair curve = curves.of(s, 0);
        double variability = (terms.variability[s] + terms.stay[s].cs2) / (1 + terms.stay[s].cs2);
        double z = Math.clamp(state.unsteadiness(s, state.held(s), variability), 1e-6, 100);
        double heldBack = curve.throttled() == null ? 0 : curves.heldBack(s, 0, state);
        double low = 0;
        double high = 1 + 2 * schedule.places[s][0] / kept;
        while (surplus(s, high, curve, z, heldBack, people, kept, held) <= 0) {
            high *= 2;
            if (high > 1e12) {
                return Double.NaN;
            }
        }
        for (int i = 0; i < 200 && high - low > 1e-14 * high; i++) {
            double middle = (low + high) / 2;
            if (surplus(s, middle, curve, z, heldBack, people, kept, held) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double target = (low + high) / 2;
        double taken = curve.taken(1 / kept, target, z, heldBack);
        state.pressed[s] = curve.delayed(taken, z, heldBack);
        state.turnedAway[s] = curve.lost(taken, z);
        double rest = Math.max(0, target - taken / kept);
        state.queueVariance[s] = Math.max(0, curve.variance(taken, rest, z, heldBack));
        return rest;
    }

    /** Places taken less places needed, when {@code target} = waiting + taken / kept. */
    private double surplus(
            int s,
            double target,
            Curves.Pair curve,
            double z,
            double heldBack,
            double people,
            double kept,
            double held) {
        double taken = curve.taken(1 / kept, target, z, heldBack);
        double rest = Math.max(0, target - taken / kept);
        double start = people - leaving(s, rest) - moving(s, rest);
        return taken - held - start * terms.stay[s].mean * (1 + state.growth[s]);
    }

    private double leaving(int s, double rest) {
        return rest * terms.leaveShare[s];
    }

    private double moving(int s, double rest) {
        return Path.moving(terms, s, rest, stream[s], state.pressed[s]);
    }

    /** The load at which each curve, unstretched, must be exact to be so where it is now read. */
    private double[] anchors() {
        double[] anchors = new double[wires.services];
        for (int s = 0; s < anchors.length; s++) {
            double places = schedule.places[s][0];
            if (!Double.isInfinite(places) && places > 0) {
                double variability = (terms.variability[s] + terms.stay[s].cs2) / (1 + terms.stay[s].cs2);
                double z = state.unsteadiness(s, state.held(s), variability);
                anchors[s] = Math.max(0, places * (1 - (1 - state.inPlace(s) / places) / Math.sqrt(z)));
            }
        }
        return anchors;
    }

    private Opened opened() {
        double[][] remaining = new double[wires.services][0];
        for (int s = 0; s < remaining.length; s++) {
            double[] residual = terms.stay[s].residual;
            remaining[s] = new double[residual.length];
            for (int t = 0; t < residual.length; t++) {
                remaining[s][t] = state.staying[s] * residual[t];
            }
        }
        return new Opened(state, remaining, false);
    }
}
