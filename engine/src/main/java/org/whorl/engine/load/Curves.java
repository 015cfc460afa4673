package org.whorl.engine.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The curves of every service, made when first asked for. A service fed by others with few places has two: one for a
 * stream that keeps coming, one for a stream that dries up as people are held back upstream; the truth lies between, by
 * how often the services upstream are full.
 */
final class Curves {

    /** Below this a stream is taken not to notice those held back. */
    private static final double LEAST_THROTTLE = 1.0 / 2000;

    /** The curves of one service with one number of places. */
    record Pair(Curve steady, @Nullable Curve throttled) {

        double taken(double slope, double target, double z, double held) {
            double free = steady.taken(slope, target, z);
            return throttled == null || held <= 0 ? free : free + held * (throttled.taken(slope, target, z) - free);
        }

        double delayed(double taken, double z, double held) {
            double free = steady.delayed(taken, z);
            return throttled == null || held <= 0 ? free : free + held * (throttled.delayed(taken, z) - free);
        }

        double variance(double taken, double waiting, double z, double held) {
            double free = steady.variance(taken, waiting, z);
            return throttled == null || held <= 0 ? free : free + held * (throttled.variance(taken, waiting, z) - free);
        }

        double lost(double taken, double z) {
            return steady.lost(taken, z);
        }
    }

    private final Schedule schedule;
    private final Map<Double, Pair>[][] known;
    private final @Nullable Pair[] latest;
    private final double[] latestPlaces;
    private final int[] latestEpoch;
    private final double[] anchors;

    /**
     * Curves for a scenario.
     *
     * @param anchors by service the number of taken places at which its curves are to be exact; 0 for its plain load
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Curves(Schedule schedule, double[] anchors) {
        this.schedule = schedule;
        this.anchors = anchors;
        int n = schedule.services();
        known = new Map[schedule.terms.length][n];
        latest = new Pair[n];
        latestPlaces = new double[n];
        latestEpoch = new int[n];
        Arrays.fill(latestEpoch, -1);
    }

    /** The curves of a service on a day; its places must be limited. */
    Pair of(int service, int day) {
        double places = schedule.places[service][day];
        int epoch = schedule.epochOf[day];
        Pair pair = latest[service];
        if (pair == null || latestPlaces[service] != places || latestEpoch[service] != epoch) {
            if (known[epoch][service] == null) {
                known[epoch][service] = new HashMap<>();
            }
            pair = known[epoch][service].computeIfAbsent(places, p -> make(service, day, p));
            latest[service] = pair;
            latestPlaces[service] = places;
            latestEpoch[service] = epoch;
        }
        return pair;
    }

    private Pair make(int service, int day, double places) {
        Terms terms = schedule.on(day);
        Wires wires = schedule.wires;
        double throttle = 0;
        double upstreamPlaces = 0;
        double fromUpstream = 0;
        for (int w : wires.into[service]) {
            int u = wires.from[w];
            if (u >= 0 && terms.flow[service] > 0) {
                double part = terms.share[w] * terms.flow[u] / terms.flow[service];
                fromUpstream += part;
                upstreamPlaces += terms.share[w] > 0 ? schedule.places[u][day] : 0;
                throttle += part * part / Math.max(1, schedule.places[u][day]);
            }
        }
        boolean onlyUpstream = fromUpstream > 1 - 1e-9;
        double room = wires.lostOnOverflow[service]
                ? terms.limit[service]
                : onlyUpstream ? Math.floor(upstreamPlaces) : Double.POSITIVE_INFINITY;
        double meanStay = terms.stay[service].mean;
        double cs2 = terms.stay[service].cs2;
        double impatience = places > 0 ? meanStay / (terms.patience[service] * places) : 0;
        double anchor = anchors[service] > 0 ? anchors[service] : terms.flow[service] * meanStay;
        boolean throttled = throttle >= LEAST_THROTTLE;
        return new Pair(
                new Curve(
                        places, cs2, new Relief(room > 2000 ? Double.POSITIVE_INFINITY : room, 0, impatience), anchor),
                throttled ? new Curve(places, cs2, new Relief(room, throttle, impatience), anchor) : null);
    }

    /** How far towards its throttled curve a service is: by how often those upstream of it are full, as their people count. */
    double heldBack(int service, int day, State state) {
        Terms terms = schedule.on(day);
        Wires wires = schedule.wires;
        double weight = 0;
        double sum = 0;
        for (int w : wires.into[service]) {
            int u = wires.from[w];
            if (u >= 0) {
                double part = terms.share[w] * terms.flow[u];
                double each = part * part / Math.max(1, schedule.places[u][day]);
                weight += each;
                sum += each * state.pressed[u];
            }
        }
        double full = weight > 0 ? sum / weight : 0;
        // The first few held back matter most: the relation bends between its two ends.
        return 2 * full / (1 + full);
    }
}
