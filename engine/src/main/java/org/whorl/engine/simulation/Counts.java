package org.whorl.engine.simulation;

import java.util.Arrays;

/**
 * Counts of people, each changed from moment to moment, and the person-days under each.
 *
 * <p>Person-days are added up in ticks, a very small part of a day, as whole numbers: their sum is then the same to the
 * bit in whatever order people are played. That is what allows a change to be booked ahead, on the day it will happen.
 */
final class Counts {

    /** The horizon in ticks fits in so many bits, which leaves room for sixteen million people at once. */
    private static final int BITS_OF_TIME = 39;

    private static final int PAIR = 2;

    private final int end;
    private final int bitsOfDay;
    private final double ticksPerDay;
    private final long endInTicks;

    /**
     * For each count the people now, and the sum of change x moment of change in ticks: the area up to a time T is then
     * people x T less this, so that a change needs no memory of when the last one was.
     */
    private final long[] now;

    /** For each count booked ahead, the same pair for each day: what that day will change. Null for the others. */
    private final long[][] ahead;

    private int[] bookedAhead = {};

    /**
     * All at nought.
     *
     * @param counts how many
     * @param end the day on which all ends
     */
    Counts(int counts, int end) {
        this.end = end;
        bitsOfDay = BITS_OF_TIME - (Integer.SIZE - Integer.numberOfLeadingZeros(end));
        ticksPerDay = Math.scalb(1.0, bitsOfDay);
        endInTicks = (long) end << bitsOfDay;
        now = new long[PAIR * counts];
        ahead = new long[counts][0];
    }

    void clear() {
        Arrays.fill(now, 0);
        for (int which : bookedAhead) {
            Arrays.fill(ahead[which], 0);
        }
    }

    /** A stretch of time in ticks. */
    long ticks(double days) {
        return (long) (days * ticksPerDay);
    }

    double days(long ticks) {
        return ticks / ticksPerDay;
    }

    /** Person-days count from here on. */
    void beginAt(double moment) {
        for (int i = 0; i < now.length; i += PAIR) {
            now[i + 1] = now[i] * ticks(moment);
        }
    }

    void change(int which, int delta, double moment) {
        now[PAIR * which] += delta;
        now[PAIR * which + 1] += delta * ticks(moment);
    }

    int people(int which) {
        return (int) now[PAIR * which];
    }

    /** Person-ticks since counting began. */
    long area(int which, double until) {
        return now[PAIR * which] * ticks(until) - now[PAIR * which + 1];
    }

    /** Makes ready to book a count ahead. */
    void willBook(int which) {
        if (ahead[which].length == 0) {
            ahead[which] = new long[PAIR * end];
            bookedAhead = Arrays.copyOf(bookedAhead, bookedAhead.length + 1);
            bookedAhead[bookedAhead.length - 1] = which;
        }
    }

    /** A change at a moment of today or of a day to come; one beyond the end is forgotten. */
    void book(int which, int delta, double moment) {
        long ticks = ticks(moment);
        if (ticks < endInTicks) {
            long[] days = ahead[which];
            int day = PAIR * (int) (ticks >> bitsOfDay);
            days[day] += delta;
            days[day + 1] += delta * ticks;
        }
    }

    /** Makes the changes booked for a day. */
    void settle(int day) {
        for (int which : bookedAhead) {
            long[] days = ahead[which];
            now[PAIR * which] += days[PAIR * day];
            now[PAIR * which + 1] += days[PAIR * day + 1];
        }
    }
}
