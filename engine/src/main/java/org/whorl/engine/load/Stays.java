package org.whorl.engine.load;

import org.jspecify.annotations.Nullable;

/**
 * The people in mid-stay at one service, written ahead: whoever starts is entered at once for every day on which they will
 * still be there. Stays without memory need no such book, one number is enough. Each start brings its own length of stay,
 * so a stay that changes with a scenario needs no care.
 */
final class Stays {

    private final int begin;

    /** By day, those who will still be there at its end of all who have started so far, today's apart. */
    private final double[] ahead;

    /** Of those, the people of the beginning. */
    private final double[] first;

    /** Those in a stay without memory, and how it ends; null before there was one. */
    private double pool;

    private @Nullable StayKernel poolStay;

    /**
     * Begins with some people in mid-stay.
     *
     * @param begin the first day
     * @param days the day after the last
     * @param first how many of those who are there at the beginning still are after so many days; empty for nobody
     */
    Stays(int begin, int days, double[] first) {
        this.begin = begin;
        this.first = first;
        ahead = new double[days];
        System.arraycopy(first, Math.min(1, first.length), ahead, begin, Math.clamp(first.length - 1, 0, days - begin));
    }

    /** The same people again, for another path to go on from. */
    Stays(Stays other) {
        begin = other.begin;
        first = other.first;
        ahead = other.ahead.clone();
        pool = other.pool;
        poolStay = other.poolStay;
    }

    /** People start, spread evenly over a day. To be told once a day, in order. */
    void start(int day, double people, StayKernel stay) {
        StayKernel before = poolStay;
        if (before != null) {
            if (before != stay) {
                before.drain(ahead, day, pool);
                pool = 0;
                poolStay = null;
            } else {
                pool *= stay.keptOvernight;
            }
        }
        if (stay.keptOvernight > 0) {
            poolStay = stay;
            pool += people * stay.firstDay;
        } else {
            stay.addAhead(ahead, day, people);
        }
    }

    /** Of those there at the beginning, how many still are at the end of a day. */
    double ofTheFirst(int day) {
        int at = day - begin + 1;
        return at < first.length ? first[at] : 0;
    }

    /** Those still there at the end of a day who started before it. */
    double before(int day) {
        return poolStay == null ? ahead[day] : ahead[day] + pool * poolStay.keptOvernight;
    }
}
