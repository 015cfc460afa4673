package org.whorl.engine.simulation;

import org.whorl.engine.model.Visits;

/** The visits promised in the {@link PlainTwin}, day by day. */
final class TwinVisits {

    private final TwinState state;
    private final int[][] promised;

    TwinVisits(TwinState state) {
        this.state = state;
        promised = new int[state.n][state.base.time().end()];
    }

    int on(int s, int day) {
        return promised[s][day];
    }

    long made(int s) {
        long sum = 0;
        for (int day = state.base.time().warmUp(); day < promised[s].length; day++) {
            sum += promised[s][day];
        }
        return sum;
    }

    /** Whether a stay that begins now fits on each of its days. */
    boolean fit(TwinPerson person, int s, double stay) {
        Visits visits = state.service(s).visits();
        int days = days(stay);
        int today = (int) state.now;
        for (int k = 0; k < days && today + k < promised[s].length; k++) {
            double most = state.on(today + k).services().get(s).capacity().amount(state.base.time(), today + k);
            if (promised[s][today + k] + visits(person, s, visits, k, days) > Math.floor(most + 1e-9)) {
                return false;
            }
        }
        return true;
    }

    /** Promises the visits of a stay that began on a day, perhaps before the clock did. */
    void book(TwinPerson person, int s, int from, double stay, Visits visits) {
        int days = days(stay);
        for (int k = 0; k < days && from + k < promised[s].length; k++) {
            if (from + k >= 0) {
                promised[s][from + k] += visits(person, s, visits, k, days);
            }
        }
    }

    private static int days(double stay) {
        return (int) Math.max(1, Math.ceil(stay));
    }

    private static int visits(TwinPerson person, int s, Visits visits, int k, int days) {
        double first = visits.first().value();
        double last = visits.last().value();
        long needed = Math.round(days == 1 ? first : first + (last - first) * k / (days - 1));
        boolean two = person.chance("double-handed", s) < visits.doubleHanded().value();
        return (int) needed * (two ? 2 : 1);
    }
}
