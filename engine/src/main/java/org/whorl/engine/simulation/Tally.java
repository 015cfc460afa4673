package org.whorl.engine.simulation;

import java.util.Arrays;
import java.util.List;
import org.whorl.engine.model.Measure;

/**
 * Counts people while they are played: who is where now, and over the measured time how many person-days, starts and
 * waits there were. Exact to the moment for averages, at the end of each day for counts.
 */
final class Tally {

    static final int IN_PLACE = 0;
    static final int BLOCKED = 1;
    static final int WAITING = 2;
    static final int OUTSIDE = 3;
    static final int COUNTS = 4;

    /** The length of the stretches whose mean use decides about steps of cost. */
    static final int BLOCK_DAYS = 30;

    final Wiring wiring;
    final Schedule schedule;
    private final int measuredFrom;

    final Counts counts;

    final int[] starts;
    final int[] startsThatWaited;
    final double[] waited;
    final double[][] waits;
    final int[] lost;
    final int[] left;
    final int[] moved;

    /** Person-days in place and visits made, by epoch and service, in the measured time. */
    final double[][] usedDays;

    /** Person-days waited at home, by epoch and service; only where carers' hours hang on them. */
    final double[][] homeDays;

    final double[][] visits;
    final int[][] startsByEpoch;

    /** Mean number in place in each stretch of {@link #BLOCK_DAYS}, from the very beginning. */
    final double[][] blockUse;

    private final long[] areaBooked;
    private final long[] homeBooked;

    /** By service the count of those who wait at home, or -1 where nobody asks. */
    private final int[] atHome;

    final Watch[] watches;
    private final int[][] watchesOfWaiting;
    private final int[][] watchesOfPlace;

    /** End-of-day counts of each measured day: services x {in place, blocked, waiting}, then measures. */
    final int[][] daily;

    long arrived;
    long departed;
    int swaps;
    private int epoch;
    private boolean measuring;

    Tally(Wiring wiring, Schedule schedule) {
        this.wiring = wiring;
        this.schedule = schedule;
        int n = wiring.services;
        int epochs = schedule.terms.length;
        measuredFrom = schedule.time.warmUp();
        List<Measure> measures = wiring.model.measures();
        atHome = new int[n];
        int asked = 0;
        for (int s = 0; s < n; s++) {
            boolean asks = wiring.model.services().get(s).whileWaiting().carers() != null;
            atHome[s] = asks ? COUNTS * n + measures.size() + asked++ : -1;
        }
        counts = new Counts(COUNTS * n + measures.size() + asked, schedule.time.end());
        starts = new int[n];
        startsThatWaited = new int[n];
        waited = new double[n];
        waits = new double[n][64];
        lost = new int[n];
        left = new int[n];
        moved = new int[n];
        usedDays = new double[epochs][n];
        homeDays = new double[epochs][n];
        visits = new double[epochs][n];
        startsByEpoch = new int[epochs][n];
        blockUse = new double[n][(schedule.time.end() + BLOCK_DAYS - 1) / BLOCK_DAYS];
        areaBooked = new long[n];
        homeBooked = new long[n];
        daily = new int[schedule.time.days()][3 * n + measures.size()];
        watches = new Watch[measures.size()];
        for (int m = 0; m < watches.length; m++) {
            watches[m] = new Watch(measures.get(m), wiring, schedule, counts, COUNTS * n + m);
        }
        watchesOfWaiting = watchesOf(Watch::countsThoseWaitingFor);
        watchesOfPlace = watchesOf(Watch::countsThoseInPlaceAt);
    }

    private interface Looks {
        boolean at(Watch watch, int service);
    }

    private int[][] watchesOf(Looks looks) {
        int[][] of = new int[wiring.services][];
        for (int s = 0; s < of.length; s++) {
            int service = s;
            of[s] = java.util.stream.IntStream.range(0, watches.length)
                    .filter(m -> looks.at(watches[m], service))
                    .toArray();
        }
        return of;
    }

    void clear() {
        counts.clear();
        for (double[] use : blockUse) {
            Arrays.fill(use, 0);
        }
        for (Watch watch : watches) {
            watch.clear();
        }
        arrived = 0;
        departed = 0;
        swaps = 0;
        epoch = 0;
        measuring = measuredFrom == 0;
        beginMeasuring(0);
    }

    private void beginMeasuring(double now) {
        counts.beginAt(now);
        Arrays.fill(areaBooked, 0);
        Arrays.fill(homeBooked, 0);
        Arrays.fill(starts, 0);
        Arrays.fill(startsThatWaited, 0);
        Arrays.fill(waited, 0);
        Arrays.fill(lost, 0);
        Arrays.fill(left, 0);
        Arrays.fill(moved, 0);
        for (int e = 0; e < usedDays.length; e++) {
            Arrays.fill(usedDays[e], 0);
            Arrays.fill(homeDays[e], 0);
            Arrays.fill(visits[e], 0);
            Arrays.fill(startsByEpoch[e], 0);
        }
    }

    // ---- what happens ----

    int inPlaceNow(int service) {
        return counts.people(COUNTS * service + IN_PLACE);
    }

    void inPlace(int service, int kind, int delta, double now) {
        counts.change(COUNTS * service + IN_PLACE, delta, now);
        for (int m : watchesOfPlace[service]) {
            if (watches[m].longerThan == 0 && watches[m].ofKind(kind)) {
                counts.change(watches[m].which, delta, now);
            }
        }
    }

    void blocked(int service, int delta, double now) {
        counts.change(COUNTS * service + BLOCKED, delta, now);
    }

    /** Somebody begins (+1) or ends (-1) a stretch of waiting at one place. */
    void waits(int service, People people, int who, int delta, double now) {
        counts.change(COUNTS * service + WAITING, delta, now);
        if (people.stance[who] == People.OUTSIDE) {
            counts.change(COUNTS * service + OUTSIDE, delta, now);
        }
        if (atHome[service] >= 0 && people.hasNoPlace(who)) {
            counts.change(atHome[service], delta, now);
        }
        for (int m : watchesOfWaiting[service]) {
            Watch watch = watches[m];
            if (watch.covers(people, who)) {
                if (watch.longerThan == 0) {
                    counts.change(watch.which, delta, now);
                } else if (delta < 0) {
                    watch.addStretch(people, who, now);
                }
            }
        }
    }

    /** Somebody leaves a place they have held since then. */
    void went(int service, int kind, double since, double now) {
        for (int m : watchesOfPlace[service]) {
            if (watches[m].longerThan > 0 && watches[m].ofKind(kind)) {
                watches[m].addStretch(since, since, now);
            }
        }
    }

    void arrived() {
        arrived++;
    }

    void departed() {
        departed++;
    }

    void swapped() {
        swaps++;
    }

    void started(int service, double wait) {
        if (!measuring) {
            return;
        }
        int n = starts[service]++;
        startsByEpoch[epoch][service]++;
        waited[service] += wait;
        if (wait > 0) {
            startsThatWaited[service]++;
        }
        double[] all = waits[service];
        if (n == all.length) {
            waits[service] = all = Arrays.copyOf(all, 2 * n);
        }
        all[n] = wait;
    }

    void lost(int service) {
        departed++;
        lost[service]++;
    }

    void left(int service) {
        left[service]++;
    }

    void moved(int service) {
        moved[service]++;
    }

    // ---- the end of a day ----

    void closeDay(int day, People people, Lines lines, Holders holders, VisitBook visitBook) {
        double now = day + 1.0;
        counts.settle(day);
        if (measuring) {
            for (int s : schedule.visitServices) {
                visits[epoch][s] += visitBook.on(s, day);
            }
            countDay(day, people, lines, holders);
        }
        if (schedule.closesStretch[day]) {
            closeStretch(day, now);
        }
        if (day + 1 < schedule.time.end()) {
            epoch = schedule.epochOf[day + 1];
        } else {
            for (Watch watch : watches) {
                watch.endAll(people, lines, holders, now);
            }
        }
        if (!measuring && day + 1 == measuredFrom) {
            measuring = true;
            beginMeasuring(now);
        }
    }

    /** Books the person-days since the last time, before a stretch of cost, an epoch or the warm-up ends. */
    private void closeStretch(int day, double now) {
        for (int s = 0; s < wiring.services; s++) {
            int which = COUNTS * s + IN_PLACE;
            long area = counts.area(which, now);
            double used = counts.days(area - areaBooked[s]);
            areaBooked[s] = area;
            blockUse[s][day / BLOCK_DAYS] += used;
            if (measuring) {
                usedDays[epoch][s] += used;
            }
            if (atHome[s] >= 0) {
                long waited = counts.area(atHome[s], now);
                homeDays[epoch][s] += measuring ? counts.days(waited - homeBooked[s]) : 0;
                homeBooked[s] = waited;
            }
        }
    }

    private void countDay(int day, People people, Lines lines, Holders holders) {
        int n = wiring.services;
        int[] midnight = daily[day - measuredFrom];
        for (int s = 0; s < n; s++) {
            midnight[3 * s] = counts.people(COUNTS * s + IN_PLACE);
            midnight[3 * s + 1] = counts.people(COUNTS * s + BLOCKED);
            midnight[3 * s + 2] = counts.people(COUNTS * s + WAITING);
        }
        for (int m = 0; m < watches.length; m++) {
            Watch watch = watches[m];
            if (!watch.isTakenOn(day)) {
                continue;
            }
            int value = counts.people(watch.which);
            if (watch.longerThan > 0) {
                value += watch.census(people, lines, holders, day + 1.0);
            }
            midnight[3 * n + m] = value;
            watch.dayCounted(value);
        }
    }

    /** Time-average of one of the four counts of a service over the measured time. */
    double mean(int service, int which) {
        return counts.days(counts.area(COUNTS * service + which, schedule.time.end())) / schedule.time.days();
    }

    /** Time-average of a measure, or its mean over the census days it names. */
    double mean(Watch watch) {
        if (watch.onDays != null) {
            return watch.meanOfCensus();
        }
        long ticks = watch.longerThan == 0 ? counts.area(watch.which, schedule.time.end()) : watch.stretches;
        return counts.days(ticks) / schedule.time.days();
    }
}
