package org.whorl.engine.simulation;

import java.util.Arrays;

/**
 * What is still to happen, in order of time and, at the same moment, in the order it was planned.
 *
 * <p>A calendar queue (R. Brown, Communications of the ACM 31(10), 1988) made for this work: time ends at a known day, so
 * the calendar needs no years and whatever lies beyond the end is simply forgotten. A page holds a handful of events, is
 * sorted when its turn comes, and so an event costs the same however many are waiting.
 */
final class EventList {

    /** The kinds of event; a person's events carry their slot. */
    static final int ARRIVAL = 0;

    static final int STAY_OVER = 1;
    static final int HAND_OVER = 2;
    static final int PATIENCE_OVER = 3;
    static final int PATHWAY_CHANGE = 4;
    static final int GONE = 5;

    private static final int KIND_BITS = 3;
    private static final int NONE = -1;
    private static final int WORDS = 4;

    private final int pagesPerDay;
    private final int[] page;

    /**
     * The events, {@link #WORDS} words each so that one lies in one line of the cache: the moment as the bits of a double;
     * the order of planning and what happens; particulars and the next event on the same page.
     */
    private long[] node = new long[WORDS * 256];

    private int free;
    private int planned;

    private final Page today = new Page();
    private int current;
    private int lastOfDay;

    private double now;
    private int nowWhat;
    private int nowDetail;

    /**
     * Made for a horizon and a load.
     *
     * @param days the day on which all ends
     * @param eventsPerDay about how many events a day holds
     */
    EventList(int days, double eventsPerDay) {
        int pages = 1;
        while (pages < 4096 && pages * 4.0 < eventsPerDay && (long) days * pages < (1 << 20)) {
            pages *= 2;
        }
        pagesPerDay = pages;
        page = new int[Math.multiplyExact(days, pages)];
        clear();
    }

    /** Forgets everything. */
    void clear() {
        Arrays.fill(page, NONE);
        chain(0);
        planned = 0;
        current = -1;
        lastOfDay = -1;
        today.clear();
    }

    /** Links the events from here to the end of the memory as free. */
    private void chain(int from) {
        int last = node.length - WORDS;
        for (int i = from; i < last; i += WORDS) {
            node[i + 2] = (long) i + WORDS;
        }
        node[last + 2] = 0xffffffffL;
        free = from;
    }

    /** Plans an event; one beyond the end is forgotten. */
    void plan(double when, int kind, int who, int particulars) {
        double position = when * pagesPerDay;
        if (position >= page.length) {
            return;
        }
        int event = free;
        if (event == NONE) {
            event = grow();
        }
        free = (int) node[event + 2];
        int at = (int) position;
        node[event] = Double.doubleToRawLongBits(when);
        node[event + 1] = ((long) planned++ << 32) | ((long) who << KIND_BITS) | kind;
        if (at <= current) {
            node[event + 2] = (long) particulars << 32;
            today.insert(node[event], event);
        } else {
            node[event + 2] = ((long) particulars << 32) | (page[at] & 0xffffffffL);
            page[at] = event;
        }
    }

    private int grow() {
        int size = node.length;
        node = Arrays.copyOf(node, 2 * size);
        chain(size);
        return size;
    }

    /** Turns to a day; its events then come from {@link #advance}. */
    void turnTo(int day) {
        current = day * pagesPerDay - 1;
        lastOfDay = (day + 1) * pagesPerDay - 1;
        today.clear();
    }

    /** Takes the next event of the day, if there is one. */
    boolean advance() {
        while (today.isEmpty()) {
            if (current == lastOfDay) {
                return false;
            }
            current++;
            int event = page[current];
            page[current] = NONE;
            while (event != NONE) {
                today.insert(node[event], event);
                event = (int) node[event + 2];
            }
        }
        int event = today.take();
        now = Double.longBitsToDouble(node[event]);
        nowWhat = (int) node[event + 1];
        nowDetail = (int) (node[event + 2] >> 32);
        node[event + 2] = free & 0xffffffffL;
        free = event;
        return true;
    }

    double now() {
        return now;
    }

    int kind() {
        return nowWhat & ((1 << KIND_BITS) - 1);
    }

    int who() {
        return nowWhat >> KIND_BITS;
    }

    int detail() {
        return nowDetail;
    }

    /** The events of the page whose turn it is: latest first, so that the next is at the end. */
    private final class Page {
        /** Moments as bits: for times that are not negative they are in the same order as the times. */
        private long[] times = new long[64];

        private int[] events = new int[64];
        private int size;

        void clear() {
            size = 0;
        }

        boolean isEmpty() {
            return size == 0;
        }

        int take() {
            return events[--size];
        }

        void insert(long when, int event) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                events = Arrays.copyOf(events, 2 * size);
            }
            int i = size++;
            while (i > 0
                    && (times[i - 1] < when || (times[i - 1] == when && node[events[i - 1] + 1] < node[event + 1]))) {
                times[i] = times[i - 1];
                events[i] = events[i - 1];
                i--;
            }
            times[i] = when;
            events[i] = event;
        }
    }
}
