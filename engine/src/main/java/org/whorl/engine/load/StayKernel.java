package org.whorl.engine.load;

import java.util.Arrays;
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

    /** For stays without memory, the share of those there today who are there tomorrow; otherwise 0. */
    final double keptOvernight;

    /** The share still there at the end of the day they started. */
    final double firstDay;

    /** The share of people met in mid-stay at day 0 who are still there at the end of day d - 1 (so 1 at 0). */
    final double[] residual;

    private final double[] kept;

    private StayKernel(Distribution distribution, int days) {
        Survival survival = Survival.of(distribution);
        mean = distribution.mean();
        cs2 = distribution.cv2();
        keptOvernight = distribution instanceof Distribution.Exponential ? Math.exp(-1 / mean) : 0;
        residual = new double[days + 1];
        double[] shares = new double[days];
        int length = 0;
        double before = mean;
        residual[0] = 1;
        for (int u = 0; u < days; u++) {
            double after = survival.beyond(u + 1.0);
            shares[u] = Math.max(0, before - after);
            residual[u + 1] = mean > 0 ? after / mean : 0;
            before = after;
            length = u + 1;
            if (after <= NOTHING_TO_COME * mean) {
                break;
            }
        }
        kept = Arrays.copyOf(shares, length);
        firstDay = kept(0);
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

    /** The share still there at the end of the u-th day after the one they started on. */
    double kept(int u) {
        return u < kept.length ? kept[u] : 0;
    }

    /** Enters those who start on a day for the end of every later day on which some of them are still there. */
    void addAhead(double[] ahead, int day, double people) {
        int last = Math.min(kept.length, ahead.length - day);
        // Plain enough for the compiler to take several days at a time.
        for (int u = 1; u < last; u++) {
            ahead[day + u] += people * kept[u];
        }
    }

    /** Enters people in a stay without memory, counted at the end of the day before, for every day from this one on. */
    void drain(double[] ahead, int day, double people) {
        double left = people;
        for (int d = day; d < ahead.length; d++) {
            left *= keptOvernight;
            ahead[d] += left;
        }
    }
}
