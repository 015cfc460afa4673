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

    private static final int KIND_BITS = 3;
    private static final int NONE = -1;

    private final int pagesPerDay;
    private final int[] page;

    private double[] time = new double[256];
    private int[] order = new int[256];
    private int[] what = new int[256];
    private int[] detail = new int[256];
    private int[] next = new int[256];
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

    private void chain(int from) {
        for (int i = from; i < next.length - 1; i++) {
            next[i] = i + 1;
        }
        next[next.length - 1] = NONE;
        free = from;
    }

    /** Plans an event; one beyond the end is forgotten. */
    void plan(double when, int kind, int who, int particulars) {
        double position = when * pagesPerDay;
        if (position >= page.length) {
            return;
        }
        int node = free;
        if (node == NONE) {
            node = grow();
        }
        free = next[node];
        time[node] = when;
        order[node] = planned++;
        what[node] = who << KIND_BITS | kind;
        detail[node] = particulars;
        int at = (int) position;
        if (at <= current) {
            today.insert(when, node);
        } else {
            next[node] = page[at];
            page[at] = node;
        }
    }

    private int grow() {
        int size = next.length;
        time = Arrays.copyOf(time, 2 * size);
        order = Arrays.copyOf(order, 2 * size);
        what = Arrays.copyOf(what, 2 * size);
        detail = Arrays.copyOf(detail, 2 * size);
        next = Arrays.copyOf(next, 2 * size);
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
            int node = page[current];
            page[current] = NONE;
            while (node != NONE) {
                int following = next[node];
                today.insert(time[node], node);
                node = following;
            }
        }
        int node = today.take();
        now = time[node];
        nowWhat = what[node];
        nowDetail = detail[node];
        next[node] = free;
        free = node;
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
        private double[] times = new double[64];
        private int[] nodes = new int[64];
        private int size;

        void clear() {
            size = 0;
        }

        boolean isEmpty() {
            return size == 0;
        }

        int take() {
            return nodes[--size];
        }

        void insert(double when, int node) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                nodes = Arrays.copyOf(nodes, 2 * size);
            }
            int i = size++;
            int turn = order[node];
            while (i > 0 && (times[i - 1] < when || (times[i - 1] == when && order[nodes[i - 1]] < turn))) {
                times[i] = times[i - 1];
                nodes[i] = nodes[i - 1];
                i--;
            }
            times[i] = when;
            nodes[i] = node;
        }
    }
}
