package org.whorl.engine.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The visits promised, day by day, at services that make visits. Where capacity is counted in them, a stay starts only if
 * all its visits fit under what can be made each day, so nobody's care is cut short later; elsewhere they are only counted.
 */
final class VisitBook {

    private final Schedule schedule;
    private final int[] @Nullable [] booked;

    VisitBook(Wiring wiring, Schedule schedule) {
        this.schedule = schedule;
        booked = new int[wiring.services][];
        for (int s = 0; s < wiring.services; s++) {
            if (wiring.makesVisits[s]) {
                booked[s] = new int[schedule.time.end()];
            }
        }
    }

    void clear() {
        for (int[] days : booked) {
            if (days != null) {
                Arrays.fill(days, 0);
            }
        }
    }

    /** Visits promised on a day. */
    int on(int service, int day) {
        int[] days = booked[service];
        return days == null ? 0 : days[day];
    }

    boolean fits(int service, int from, double stay, Terms terms, boolean doubled) {
        int[] days = booked(service);
        int length = length(stay);
        int[] most = schedule.places[service];
        for (int k = 0; k < length && from + k < days.length; k++) {
            if (days[from + k] + visits(service, k, length, terms, doubled) > most[from + k]) {
                return false;
            }
        }
        return true;
    }

    /** Promises the visits of a stay that began on day {@code from}, which may lie before the clock started. */
    void book(int service, int from, double stay, Terms terms, boolean doubled) {
        int[] days = booked(service);
        int length = length(stay);
        for (int k = Math.max(0, -from); k < length && from + k < days.length; k++) {
            days[from + k] += visits(service, k, length, terms, doubled);
        }
    }

    private int[] booked(int service) {
        int[] days = booked[service];
        if (days == null) {
            throw new IllegalArgumentException("service " + service + " makes no visits");
        }
        return days;
    }

    private static int length(double stay) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.ceil(stay)));
    }

    /** Visits on day k of n: from first to last in equal steps, rounded; two carers make two visits of one. */
    private static int visits(int service, int k, int n, Terms terms, boolean doubled) {
        double first = terms.firstVisits[service];
        double last = terms.lastVisits[service];
        double needed = n == 1 ? first : first + (last - first) * k / (n - 1);
        return (int) Math.round(needed) * (doubled ? 2 : 1);
    }
}
