package org.whorl.engine.load;

import java.util.Arrays;

/**
 * A scenario from day to day in expected numbers. Each day a service has so many people in and before it; its
 * {@link Curve} says how many of them are in it; the difference to those still there from before are the starts. In a
 * steady world this settles at the long-run formulas; with more load than places it is the fluid path, in which the queue
 * grows by what comes and cannot start; with places to spare it is the offered load.
 */
final class Path {

    /** The weight of today in the memory of recent days: a week. */
    private static final double TODAY = 1.0 / 7;

    final Schedule schedule;
    final int begin;

    /** By service and clock: people in place, of them in mid-stay, blocked, waiting, and of those waiting outside. */
    final double[][] inPlace;

    final double[][] staying;

    final double[][] blocked;
    final double[][] waiting;
    final double[][] outside;

    /** By service and day: over the day, people who became ready, would have to wait, started, were lost, left, moved. */
    final double[][] ready;

    final double[][] delayed;
    final double[][] starts;
    final double[][] lost;
    final double[][] left;
    final double[][] moved;

    /** By service and clock, variance of the number waiting and of the number staying; by wire, people waiting. */
    final double[][] queueVariance;

    final double[][] stayVariance;
    final double[][] onWire;

    private final Wires wires;
    private final State state;
    private final Curves curves;
    private final Stays[] stays;
    private final double[] opened;
    private final double[] before;
    private final double[] gone;
    private final double[] guess;
    private final double[] late;
    private final double[] carried;
    private final double[] roomLeft;
    private final double[] cameSoFar;
    private final double[] firstVariance;
    private final double[] available;
    private int day;
    private Terms terms;

    Path(Schedule schedule, Opened opening, Curves curves, int begin) {
        this.schedule = schedule;
        this.begin = begin;
        this.curves = curves;
        wires = schedule.wires;
        state = opening.state();
        int n = wires.services;
        int days = schedule.time.end();
        inPlace = new double[n][days + 1];
        staying = new double[n][days + 1];
        blocked = new double[n][days + 1];
        waiting = new double[n][days + 1];
        outside = new double[n][days + 1];
        ready = new double[n][days];
        delayed = new double[n][days];
        starts = new double[n][days];
        lost = new double[n][days];
        left = new double[n][days];
        moved = new double[n][days];
        queueVariance = new double[n][days + 1];
        stayVariance = new double[n][days + 1];
        onWire = new double[wires.wires()][days + 1];
        stays = new Stays[n];
        opened = new double[n];
        before = new double[n];
        gone = new double[n];
        guess = new double[n];
        late = new double[n];
        roomLeft = new double[n];
        cameSoFar = new double[n];
        firstVariance = state.queueVariance.clone();
        carried = new double[wires.wires()];
        available = new double[wires.wires()];
        terms = schedule.on(begin);
        for (int s = 0; s < n; s++) {
            stays[s] = new Stays(begin, days, opening.remaining()[s]);
            opened[s] = opening.counted() ? state.staying[s] : 0;
            guess[s] = state.staying[s] > 0 ? state.pace[s] * (1 - terms.stay[s].firstDay) : 0;
            outside[s][begin] = wires.waitsIn[s] < 0 ? 0 : state.waitingOn[wires.outside[s]] - state.shelteredFor[s];
        }
        note(begin);
        for (day = begin; day < days; day++) {
            terms = schedule.on(day);
            openDay();
            for (int s : wires.downstreamFirst) {
                serve(s);
            }
            note(day + 1);
        }
        if (!opening.counted()) {
            rememberTheLongRun();
        }
    }

    /** Days before a long run were like its first. */
    private void rememberTheLongRun() {
        for (double[][] byDay : new double[][][] {ready, delayed, starts, lost, left, moved}) {
            for (double[] of : byDay) {
                Arrays.fill(of, 0, begin, of[begin]);
            }
        }
    }

    /** Who goes today: those who started before today, and of today's starts, still unknown, as many as yesterday. */
    private void openDay() {
        for (int s = 0; s < wires.services; s++) {
            before[s] = stays[s].before(day);
            double leaving = state.staying[s] - before[s] + guess[s] + late[s];
            gone[s] = Math.max(0, leaving);
            late[s] = Math.min(0, leaving);
            double first = stays[s].ofTheFirst(day);
            state.chance[s] = opened[s] > 0 && first > 0 ? 1 - first / before[s] * (first / opened[s]) : 1;
            roomLeft[s] = schedule.places[s][day] - state.staying[s] * (1 + state.growth[s]) - state.blocked(s);
        }
    }

    private void serve(int s) {
        double stream = 0;
        double people = 0;
        for (int w : wires.into[s]) {
            double coming = wires.from[w] < 0 ? admitted(s) : gone[wires.from[w]] * terms.share[w];
            stream += coming;
            available[w] = state.waitingOn[w] + coming + carried[w];
            carried[w] = 0;
            people += available[w];
        }
        ready[s][day] = stream;
        cameSoFar[s] += stream;
        double starting = Math.min(people, Math.min(schedule.quota[s][day], startable(s, people)));
        spread(s, people, starting);
        shelter(s);
    }

    /** Those from outside who are let in. */
    private double admitted(int s) {
        double coming = schedule.arrivals[s][day];
        double refused = wires.lostOnOverflow[s] ? coming * state.turnedAway[s] : 0;
        lost[s][day] = refused;
        return coming - refused;
    }

    /** How many could start if all who are here may. */
    private double startable(int s, double people) {
        if (schedule.unlimited(s, day)) {
            state.pressed[s] = 0;
            return people;
        }
        // Stays that waiting has lengthened hold their place that much longer; here that counts as so many more people.
        double kept = terms.stay[s].firstDay * (1 + newGrowth(s, people));
        double there = before[s] * (1 + state.growth[s]);
        double held = state.held(s);
        double places = schedule.places[s][day];
        if (kept < 1e-9) {
            state.pressed[s] = held < places ? 0 : 1;
            return held < places ? people : 0;
        }
        Curves.Pair curve = curves.of(s, day);
        double z = Math.clamp(state.unsteadiness(s, held, variability(s)), 1e-6, 100);
        double heldBack = curve.throttled() == null ? 0 : curves.heldBack(s, day, state);
        double taken = curve.taken(1 / kept, people + (there + held) / kept, z, heldBack);
        double nowTaken = Math.max(taken, there + held);
        state.pressed[s] = nowTaken >= places ? 1 : curve.delayed(nowTaken, z, heldBack);
        state.turnedAway[s] = curve.lost(nowTaken, z);
        double starting = Math.max(0, (taken - held - there) / kept);
        double variance = curve.variance(nowTaken, Math.max(0, people - starting), z, heldBack);
        // However long a queue has grown, it varies by no more than what came in and went out since it was known.
        double most = firstVariance[s] + (terms.variability[s] + terms.stay[s].cs2) * cameSoFar[s];
        state.queueVariance[s] = Math.clamp(variance, 0, most);
        return starting;
    }

    /** By how much the stays of those who start now are longer: the queue before them took so many days to come. */
    private double newGrowth(int s, double people) {
        return terms.stayGrows[s] <= 0
                ? 0
                : terms.stayGrows[s]
                        * wait(Math.max(0, people - state.readyPace[s]), state.readyPace[s], terms.patience[s]);
    }

    /** How long the first in a queue has waited: so many came a day since, and of those the impatient have left. */
    static double wait(double queue, double stream, double patience) {
        double days = queue / Math.max(1e-9, stream);
        return Double.isInfinite(patience) ? days : -patience * Math.log1p(-Math.min(0.999, days / patience));
    }

    /** The queue grows with (ca2 + cs2) / 2; the curve knows cs2, so this is what is left for the stream. */
    private double variability(int s) {
        return (terms.variability[s] + terms.stay[s].cs2) / (1 + terms.stay[s].cs2);
    }

    /** Starts take from every wire alike; so do leaving and changing pathway from those who are left. */
    private void spread(int s, double people, double starting) {
        double rest = people - starting;
        double leaving = rest * terms.leaveShare[s];
        state.pace[s] += TODAY * (starting - state.pace[s]);
        state.readyPace[s] += TODAY * (ready[s][day] - state.readyPace[s]);
        double moving = Math.min(rest - leaving, moving(terms, s, rest, state.readyPace[s], state.pressed[s]));
        double stay = rest - leaving - moving;
        for (int w : wires.into[s]) {
            double part = people > 0 ? available[w] / people : 0;
            state.waitingOn[w] = part * stay;
            carry(wires.leavesTo[w], part * leaving);
            carry(wires.movesTo[w], part * moving);
            if (terms.handOver[s] > 0) {
                double kept = Math.exp(-1 / terms.handOver[s]);
                state.handingOn[w] = kept * state.handingOn[w] + (1 - kept) * terms.handOver[s] * part * starting;
            }
        }
        double kept = terms.stay[s].firstDay;
        stays[s].start(day, starting, terms.stay[s]);
        state.staying[s] = before[s] + kept * starting;
        double goneToday = (1 - kept) * starting;
        late[s] += goneToday - guess[s];
        guess[s] = goneToday;
        if (terms.stayGrows[s] > 0 && state.staying[s] > 0) {
            double old = before[s] * state.growth[s];
            state.growth[s] = (old + kept * starting * newGrowth(s, people)) / state.staying[s];
        }
        starts[s][day] = starting;
        left[s][day] = leaving;
        moved[s][day] = moving;
        delayed[s][day] = ready[s][day] * mustWait(s, people, starting);
    }

    /** Of those who become ready today the share who wait: no place, or no start left once those before them have theirs. */
    private double mustWait(int s, double people, double starting) {
        double quota = schedule.quota[s][day];
        if (quota == Schedule.NO_QUOTA || starting < quota || ready[s][day] <= 0) {
            return state.pressed[s];
        }
        double leftForThem = Math.max(0, quota - (people - ready[s][day]));
        return Math.max(state.pressed[s], 1 - Math.min(1, leftForThem / ready[s][day]));
    }

    /**
     * Who changes pathway in a day: the share who would, of those whose wait reaches the moment for it. Waits of those who
     * must wait are taken to be exponential.
     *
     * @param stream people who become ready a day
     * @param p the share of them who must wait
     */
    static double moving(Terms terms, int s, double rest, double stream, double p) {
        if (terms.moveShare[s] <= 0 || rest <= 0 || stream <= 0 || p <= 0) {
            return 0;
        }
        double meanWait = rest / (stream * p);
        return Math.min(rest, terms.moveShare[s] * stream * p * Math.exp(-terms.moveAfter[s] / meanWait));
    }

    private void carry(int wire, double people) {
        if (wire >= 0) {
            carried[wire] += people;
        }
    }

    /** Finds those from outside a place to wait in; the rest stand outside, or are lost. */
    private void shelter(int s) {
        int w = wires.outside[s];
        int room = wires.waitsIn[s];
        double waits = state.waitingOn[w];
        double inside = Math.min(waits, terms.limit[s]);
        if (room >= 0) {
            inside = Math.clamp(roomLeft[room], 0, inside);
            roomLeft[room] -= inside;
            state.shelteredFor[s] = inside;
        }
        if (wires.lostOnOverflow[s]) {
            lost[s][day] += waits - inside;
            state.waitingOn[w] = inside;
        } else {
            outside[s][day + 1] = waits - inside;
        }
    }

    private void note(int clock) {
        for (int s = 0; s < wires.services; s++) {
            inPlace[s][clock] = state.inPlace(s);
            staying[s][clock] = state.staying[s] * (1 + state.growth[s]);
            blocked[s][clock] = state.blocked(s);
            waiting[s][clock] = state.waiting(s);
            queueVariance[s][clock] = state.queueVariance[s];
            stayVariance[s][clock] = state.chance[s] * variability(s) * state.staying[s];
        }
        for (int w = 0; w < onWire.length; w++) {
            onWire[w][clock] = state.waitingOn[w];
        }
    }

    /** Variance of the number waiting on a wire at a clock: its share of a queue, picked at random. */
    double wireVariance(int wire, int t) {
        int s = wires.to[wire];
        double part = waiting[s][t] > 0 ? onWire[wire][t] / waiting[s][t] : 0;
        return part * part * queueVariance[s][t] + (1 - part) * onWire[wire][t];
    }

    /** Variance of the number in place: those in mid-stay and those held up; near full the places that are left limit it. */
    double inPlaceVariance(int s, int t) {
        double sum = stayVariance[s][t];
        for (int w : wires.outOf[s]) {
            sum += wireVariance(w, t);
        }
        for (int other : wires.shelters[s]) {
            sum += wireVariance(wires.outside[other], t);
        }
        double free = Math.max(0, schedule.places[s][Math.max(begin, t - 1)] - inPlace[s][t]);
        return Math.min(sum, free * (1 + free));
    }

    /** People who are between two places at the end of the last day, so that nobody is missing from the books. */
    double onTheirWay() {
        double sum = 0;
        for (double people : carried) {
            sum += people;
        }
        for (int s = 0; s < wires.services; s++) {
            sum += late[s];
        }
        return sum;
    }
}
