package org.whorl.engine.simulation;

import java.util.Arrays;

/**
 * Queues of people as linked lists in arrays. A node stands in at most one line; a line is kept in the order of the moment
 * people became ready, which is nearly always the order in which they join.
 */
final class Lines {

    static final int NONE = -1;

    private final int[] head;
    private final int[] tail;
    private int[] previous = {};
    private int[] following = {};
    private int[] line = {};
    private double[] ready = {};

    Lines(int lines) {
        head = new int[lines];
        tail = new int[lines];
        clear();
    }

    void clear() {
        Arrays.fill(head, NONE);
        Arrays.fill(tail, NONE);
        Arrays.fill(line, NONE);
    }

    void grow(int nodes) {
        int old = line.length;
        previous = Arrays.copyOf(previous, nodes);
        following = Arrays.copyOf(following, nodes);
        ready = Arrays.copyOf(ready, nodes);
        line = Arrays.copyOf(line, nodes);
        Arrays.fill(line, old, nodes, NONE);
    }

    boolean isEmpty(int which) {
        return head[which] == NONE;
    }

    int head(int which) {
        return head[which];
    }

    int after(int node) {
        return following[node];
    }

    /** The moment a node joined with. */
    double since(int node) {
        return ready[node];
    }

    boolean stands(int node) {
        return line[node] != NONE;
    }

    /** Joins a line behind everyone who was ready at the same moment or before. */
    void join(int which, int node, double since) {
        int before = tail[which];
        while (before != NONE && ready[before] > since) {
            before = previous[before];
        }
        int behind = before == NONE ? head[which] : following[before];
        previous[node] = before;
        following[node] = behind;
        if (before == NONE) {
            head[which] = node;
        } else {
            following[before] = node;
        }
        if (behind == NONE) {
            tail[which] = node;
        } else {
            previous[behind] = node;
        }
        line[node] = which;
        ready[node] = since;
    }

    void leave(int node) {
        int which = line[node];
        int before = previous[node];
        int behind = following[node];
        if (before == NONE) {
            head[which] = behind;
        } else {
            following[before] = behind;
        }
        if (behind == NONE) {
            tail[which] = before;
        } else {
            previous[behind] = before;
        }
        line[node] = NONE;
    }
}
