package org.whorl.engine.load;

import java.util.Arrays;
import org.whorl.engine.random.IncompleteGamma;

/** Where everybody is at the end of a day, as expected numbers by service or by wire. */
final class State {

    final Wires wires;

    /** In mid-stay. */
    final double[] staying;

    /** By wire, waiting for where it ends. */
    final double[] waitingOn;

    /** By wire, how many old places are still held while the new stay has begun. */
    final double[] handingOn;

    /** By service waited for: people from outside who hold a place in the service they wait in. */
    final double[] shelteredFor;

    /** The most people from outside who could find a place to wait in, for each service waited for. */
    final double[] roomFor;

    /** By how much stays are longer than they would have been without waiting, as a share. */
    final double[] growth;

    /** Starts, and people who became ready, a day over the last week or so. */
    final double[] pace;

    final double[] readyPace;

    /** The share of those who come now who must wait. */
    final double[] pressed;

    /** Of the people who come from outside, the share turned away. */
    final double[] turnedAway;

    /** Variance of the number waiting for each service. */
    final double[] queueVariance;

    /** How much chance there is in the number staying: 0 when it was counted just now, 1 when nothing is known. */
    final double[] chance;

    State(Wires wires) {
        this.wires = wires;
        int n = wires.services;
        staying = new double[n];
        waitingOn = new double[wires.wires()];
        handingOn = new double[wires.wires()];
        shelteredFor = new double[n];
        roomFor = new double[n];
        Arrays.fill(roomFor, Double.POSITIVE_INFINITY);
        growth = new double[n];
        pace = new double[n];
        readyPace = new double[n];
        pressed = new double[n];
        turnedAway = new double[n];
        queueVariance = new double[n];
        chance = new double[n];
        Arrays.fill(chance, 1);
    }

    State copy() {
        State copy = new State(wires);
        double[][] mine = all();
        double[][] theirs = copy.all();
        for (int i = 0; i < mine.length; i++) {
            System.arraycopy(mine[i], 0, theirs[i], 0, mine[i].length);
        }
        return copy;
    }

    private double[][] all() {
        return new double[][] {
            staying,
            waitingOn,
            handingOn,
            shelteredFor,
            roomFor,
            growth,
            pace,
            readyPace,
            pressed,
            turnedAway,
            queueVariance,
            chance
        };
    }

    /** People waiting for a service. */
    double waiting(int service) {
        double sum = 0;
        for (int w : wires.into[service]) {
            sum += waitingOn[w];
        }
        return sum;
    }

    /** People with their stay over who still hold a place. */
    double blocked(int service) {
        double sum = 0;
        for (int w : wires.outOf[service]) {
            sum += waitingOn[w];
        }
        return sum;
    }

    /** Places held by people who are not in mid-stay here: blocked, sheltered, handing over. */
    double held(int service) {
        double sum = blocked(service);
        for (int w : wires.outOf[service]) {
            sum += handingOn[w];
        }
        for (int s : wires.shelters[service]) {
            sum += shelteredFor[s] + handingOn[wires.outside[s]];
        }
        return sum;
    }

    double inPlace(int service) {
        return staying[service] * (1 + growth[service]) + held(service);
    }

    /**
     * Variance / mean of the number in and before a service. Those in mid-stay vary as their stream does; those held up
     * here vary as the queues they stand in, which may be much more.
     */
    double unsteadiness(int service, double held, double streamVariability) {
        double people = staying[service] + held;
        if (people <= 0) {
            return streamVariability;
        }
        double variance = 0;
        for (int w : wires.outOf[service]) {
            variance += varianceOn(w);
        }
        for (int s : wires.shelters[service]) {
            // However uneven the queue, no more people than there is room for can be here.
            double inside = shelteredFor[s];
            variance += Math.min(varianceOn(wires.outside[s]), inside * Math.max(1, roomFor[s] - inside));
        }
        double kept = chance[service];
        return (kept * streamVariability * staying[service] + Math.max(kept * held, variance)) / people;
    }

    /** Variance of the number waiting on one wire: its share of a queue, picked at random. */
    double varianceOn(int wire) {
        double on = waitingOn[wire];
        int service = wires.to[wire];
        double all = waiting(service);
        if (on <= 0 || all <= 0) {
            return 0;
        }
        double part = on / all;
        return part * part * queueVariance[service] + (1 - part) * on;
    }

    /**
     * Of those from outside who wait for a service, how many find one of so many places to wait in, on average: a queue of
     * four people on average is often empty and sometimes longer than four, so it is less than the smaller of the two.
     */
    double expectedInside(int service, double room) {
        double queue = waiting(service);
        double outside = waitingOn[wires.outside[service]];
        if (outside <= 0 || room <= 0) {
            return 0;
        }
        if (Double.isInfinite(room)) {
            return outside;
        }
        double p = Math.clamp(pressed[service], 1e-6, 1);
        double mean = queue / p;
        double square = (queueVariance[service] + queue * queue) / p;
        double variance = Math.max(square - mean * mean, 1e-6 * mean * mean);
        double shape = mean * mean / variance;
        double limit = room * queue / outside;
        double scaled = limit * shape / mean;
        // E[(X - limit)+] of a gamma variable.
        double beyond = mean * IncompleteGamma.upper(shape + 1, scaled) - limit * IncompleteGamma.upper(shape, scaled);
        return outside - Math.clamp(p * beyond * outside / queue, 0, outside);
    }
}
