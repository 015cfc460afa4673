package org.whorl.engine.load;

import java.util.Arrays;

/** What happened along a path: expected numbers by service, or by wire, and by day or clock (a day runs from clock to clock). */
final class Course {

    /** The first day. Where the path begins in a long run, the days before are filled in as that day was. */
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

    /** People between two places at the end of the last day: a day's departures are known only the day after. */
    double onTheirWay;

    private final Schedule schedule;
    private final Wires wires;

    Course(Schedule schedule, int begin) {
        this.schedule = schedule;
        this.begin = begin;
        wires = schedule.wires;
        int n = wires.services;
        int days = schedule.time.end();
        inPlace = new double[n][days + 1];
        staying = new double[n][days + 1];
        blocked = new double[n][days + 1];
        waiting = new double[n][days + 1];
        outside = new double[n][days + 1];
        queueVariance = new double[n][days + 1];
        stayVariance = new double[n][days + 1];
        ready = new double[n][days];
        delayed = new double[n][days];
        starts = new double[n][days];
        lost = new double[n][days];
        left = new double[n][days];
        moved = new double[n][days];
        onWire = new double[wires.wires()][days + 1];
    }

    /** The same days again, for another world to go on from. */
    Course(Course other, Schedule schedule) {
        this.schedule = schedule;
        wires = schedule.wires;
        begin = other.begin;
        inPlace = copy(other.inPlace);
        staying = copy(other.staying);
        blocked = copy(other.blocked);
        waiting = copy(other.waiting);
        outside = copy(other.outside);
        queueVariance = copy(other.queueVariance);
        stayVariance = copy(other.stayVariance);
        ready = copy(other.ready);
        delayed = copy(other.delayed);
        starts = copy(other.starts);
        lost = copy(other.lost);
        left = copy(other.left);
        moved = copy(other.moved);
        onWire = copy(other.onWire);
    }

    static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    /** Days before a long run were like its first. */
    void rememberTheLongRun() {
        for (double[][] byDay : new double[][][] {ready, delayed, starts, lost, left, moved}) {
            for (double[] of : byDay) {
                Arrays.fill(of, 0, begin, of[begin]);
            }
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
}
