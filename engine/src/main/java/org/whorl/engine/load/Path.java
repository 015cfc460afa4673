package org.whorl.engine.load;

/**
 * A scenario from day to day in expected numbers. Each day a service has so many people in and before it; its
 * {@link Curve} says how many of them are in it; the difference to those still there from before are the starts. In a
 * steady world this settles at the long-run formulas; with more load than places it is the fluid path, in which the queue
 * grows by what comes and cannot start; with places to spare it is the offered load.
 */
final class Path {

    /** The weight of today in the memory of recent days: a week. */
    private static final double TODAY = 1.0 / 7;

    /** A variance / mean that stands for certainty. */
    private static final double LEAST_CHANCE = 1e-6;

    private final Schedule schedule;
    private final Course course;
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
    private final boolean counted;
    private int day;
    private Terms terms;

    /** The beginning, before the first day; the opening is used up. */
    Path(Schedule schedule, Opened opening, Curves curves, int begin) {
        counted = opening.counted();
        this.schedule = schedule;
        this.curves = curves;
        wires = schedule.wires;
        state = opening.state();
        course = new Course(schedule, begin);
        int n = wires.services;
        int days = schedule.time.end();
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
            course.outside[s][begin] =
                    wires.waitsIn[s] < 0 ? 0 : state.waitingOn[wires.outside[s]] - state.shelteredFor[s];
        }
        note(begin);
    }

    /** The same path again, to go on in another world. */
    Path(Path other, Schedule schedule, Curves curves) {
        this.schedule = schedule;
        this.curves = curves;
        wires = schedule.wires;
        counted = other.counted;
        state = other.state.copy();
        course = new Course(other.course, schedule);
        stays = new Stays[other.stays.length];
        for (int s = 0; s < stays.length; s++) {
            stays[s] = new Stays(other.stays[s]);
        }
        opened = other.opened;
        before = other.before.clone();
        gone = other.gone.clone();
        guess = other.guess.clone();
        late = other.late.clone();
        roomLeft = other.roomLeft.clone();
        cameSoFar = other.cameSoFar.clone();
        firstVariance = other.firstVariance;
        carried = other.carried.clone();
        available = other.available.clone();
        terms = other.terms;
    }

    /** Lives through these days. */
    Path live(int from, int until) {
        for (int today = from; today < until; today++) {
            live(today);
        }
        return this;
    }

    /** What happened, when the last day is over. */
    Course end() {
        course.onTheirWay = onTheirWay();
        if (!counted) {
            course.rememberTheLongRun();
        }
        return course;
    }

    private void live(int today) {
        day = today;
        terms = schedule.on(day);
        openDay();
        for (int s : wires.downstreamFirst) {
            serve(s);
        }
        note(day + 1);
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
        course.ready[s][day] = stream;
        cameSoFar[s] += stream;
        double starting = Math.min(people, Math.min(schedule.quota[s][day], startable(s, people)));
        spread(s, people, starting);
        shelter(s);
    }

    /** Those from outside who are let in. */
    private double admitted(int s) {
        double coming = schedule.arrivals[s][day];
        double refused = wires.lostOnOverflow[s] ? coming * state.turnedAway[s] : 0;
        course.lost[s][day] = refused;
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
        double z = Math.clamp(state.unsteadiness(s, held, variability(s)), LEAST_CHANCE, 100);
        double heldBack = curve.throttled() == null ? 0 : curves.heldBack(s, day, state);
        double target = people + (there + held) / kept;
        double taken = curve.taken(1 / kept, target, z, heldBack);
        double variance = curve.variance(taken, Math.max(0, target - taken / kept), z, heldBack);
        // However long a queue has grown, it varies by no more than what came in and went out since it was known, and
        // by
        // about half of that where it touches nothing now and then. A long queue that hardly varies leaves no place
        // free.
        double since = (terms.variability[s] + terms.stay[s].cs2) * cameSoFar[s];
        if (variance > firstVariance[s] + since / 2) {
            z = Math.max(LEAST_CHANCE, z * (firstVariance[s] + since / 2) / variance);
            taken = curve.taken(1 / kept, target, z, heldBack);
        }
        state.queueVariance[s] = Math.clamp(variance, 0, firstVariance[s] + since);
        double nowTaken = Math.max(taken, there + held);
        state.pressed[s] = nowTaken >= places ? 1 : curve.delayed(nowTaken, z, heldBack);
        state.turnedAway[s] = curve.lost(nowTaken, z);
        return Math.max(0, (taken - held - there) / kept);
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
        // Asked twice a day of every service. A processor has a logarithm of its own, but none of 1 + x.
        return Double.isInfinite(patience) ? days : -patience * Math.log(1 - Math.min(0.999, days / patience));
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
        state.readyPace[s] += TODAY * (course.ready[s][day] - state.readyPace[s]);
        double moving = Math.min(rest - leaving, moving(terms, s, rest, state.readyPace[s], state.pressed[s]));
        double stay = rest - leaving - moving;
        for (int w : wires.into[s]) {
            double part = people > 0 ? available[w] / people : 0;
            state.waitingOn[w] = part * stay;
            carry(wires.leavesTo[w], part * leaving);
            carry(wires.movesTo[w], part * moving);
            if (terms.kept[w] > 0) {
                double still = Math.exp(-1 / terms.kept[w]);
                state.handingOn[w] = still * state.handingOn[w] + (1 - still) * terms.kept[w] * part * starting;
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
        course.starts[s][day] = starting;
        course.left[s][day] = leaving;
        course.moved[s][day] = moving;
        course.delayed[s][day] = course.ready[s][day] * mustWait(s, people, starting);
    }

    /** Of those who become ready today the share who wait: no place, or no start left once those before them have theirs. */
    private double mustWait(int s, double people, double starting) {
        double quota = schedule.quota[s][day];
        if (quota == Schedule.NO_QUOTA || starting < quota || course.ready[s][day] <= 0) {
            return state.pressed[s];
        }
        double leftForThem = Math.max(0, quota - (people - course.ready[s][day]));
        return Math.max(state.pressed[s], 1 - Math.min(1, leftForThem / course.ready[s][day]));
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
        double limit = Math.min(terms.limit[s], room < 0 ? Double.POSITIVE_INFINITY : roomLeft[room]);
        double inside = state.expectedInside(s, limit);
        if (wires.lostOnOverflow[s]) {
            // The curve has already turned away those beyond a limit; what is lost here is for want of a place to wait
            // in.
            inside = Math.min(waits, Math.max(0, limit));
        }
        if (room >= 0) {
            roomLeft[room] -= inside;
            state.shelteredFor[s] = inside;
            state.roomFor[s] = Math.max(0, limit);
        }
        if (wires.lostOnOverflow[s]) {
            course.lost[s][day] += waits - inside;
            state.waitingOn[w] = inside;
        } else {
            course.outside[s][day + 1] = waits - inside;
        }
    }

    private void note(int clock) {
        for (int s = 0; s < wires.services; s++) {
            course.inPlace[s][clock] = state.inPlace(s);
            course.staying[s][clock] = state.staying[s] * (1 + state.growth[s]);
            course.blocked[s][clock] = state.blocked(s);
            course.waiting[s][clock] = state.waiting(s);
            course.queueVariance[s][clock] = state.queueVariance[s];
            course.stayVariance[s][clock] = state.chance[s] * variability(s) * state.staying[s];
        }
        for (int w = 0; w < wires.wires(); w++) {
            course.onWire[w][clock] = state.waitingOn[w];
        }
    }

    /** People who are between two places at the end of the last day, so that nobody is missing from the books. */
    private double onTheirWay() {
        double sum = 0;
        for (double people : carried) {
            sum += people;
        }
        for (int w = 0; w < wires.wires(); w++) {
            sum += wires.from[w] < 0 ? 0 : late[wires.from[w]] * terms.share[w];
        }
        return sum;
    }
}
