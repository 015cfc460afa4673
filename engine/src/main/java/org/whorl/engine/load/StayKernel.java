package org.whorl.engine.load;

import java.util.HashMap;
import java.util.Map;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.random.Survival;

/**
 * A length of stay counted in days: of the people who start evenly over a day, the share still there at the end of that
 * day and of each day after it, the integral of S over the u-th day. With it the offered load of a day is a sum,
 * m(d) = sum over u of starts(d - u) kept(u), exact for arrivals spread evenly within their day.
 */
final class StayKernel {

    /** When less than this share of a stay is still to come, it is taken to be over. */
    private static final double NOTHING_TO_COME = 1e-7;

    final double mean;
    final double cs2;

    /** For stays without a memory, the share of those there today who are there tomorrow; otherwise 0. */
    final double keptOvernight;

    /** The share still there at the end of the day they started. */
    final double firstDay;

    /** The share of people met in mid-stay at day 0 who are still there at the end of day d - 1 (so 1 at 0). */
    final double[] residual;

    /** kept(u) for u from the last day anybody stays down to 0, so that both arrays of a sum are read upwards. */
    private final double[] keptBackwards;

    private StayKernel(Distribution distribution, int days) {
        Survival survival = Survival.of(distribution);
        mean = distribution.mean();
        cs2 = distribution.cv2();
        keptOvernight = distribution instanceof Distribution.Exponential ? Math.exp(-1 / mean) : 0;
        residual = new double[days + 1];
        double[] kept = new double[days];
        int length = 0;
        double before = mean;
        residual[0] = 1;
        for (int u = 0; u < days; u++) {
            double after = survival.beyond(u + 1.0);
            kept[u] = Math.max(0, before - after);
            residual[u + 1] = mean > 0 ? after / mean : 0;
            before = after;
            length = u + 1;
            if (after <= NOTHING_TO_COME * mean) {
                break;
            }
        }
        firstDay = kept.length == 0 ? 0 : kept[0];
        keptBackwards = new double[length];
        for (int u = 0; u < length; u++) {
            keptBackwards[length - 1 - u] = kept[u];
        }
    }

    /**
     * The kernel of a distribution over so many days.
     *
     * @param known kernels already made, for the same number of days; added to
     */
    static StayKernel of(Distribution distribution, int days, Map<Distribution, StayKernel> known) {
        return known.computeIfAbsent(distribution, d -> new StayKernel(d, days));
    }

    static StayKernel of(Distribution distribution, int days) {
        return of(distribution, days, new HashMap<>());
    }

    /** kept(u). */
    double kept(int u) {
        return u < keptBackwards.length ? keptBackwards[keptBackwards.length - 1 - u] : 0;
    }

    /**
     * How many are still there at the end of {@code day} of those who started on the days {@code from} to {@code until},
     * the last not counted.
     */
    double remaining(double[] starts, int from, int until, int day) {
        int offset = keptBackwards.length - 1 - day;
        int first = Math.max(from, -offset);
        int last = Math.min(until, day + 1);
        // Four sums side by side: the processor adds while the one before is still on its way.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = first;
        for (; i + 3 < last; i += 4) {
            a += starts[i] * keptBackwards[i + offset];
            b += starts[i + 1] * keptBackwards[i + 1 + offset];
            c += starts[i + 2] * keptBackwards[i + 2 + offset];
            d += starts[i + 3] * keptBackwards[i + 3 + offset];
        }
        for (; i < last; i++) {
            a += starts[i] * keptBackwards[i + offset];
        }
        return (a + b) + (c + d);
    }
}
