package org.whorl.engine.simulation;

import java.util.Arrays;

/**
 * Finds rings of full services: somebody here wants to go there, somebody there wants to go on, and so round until
 * somebody wants to come here. No place is free, yet all can move if they move at once.
 */
final class Ring {

    private final Wiring wiring;

    /** Whether somebody who holds a place of one service may come to wait for another: from x services + to. */
    private final boolean[] edge;

    private final boolean[] mayClose;
    private final int[] person;
    private final boolean[] seen;
    private int length;

    Ring(Wiring wiring) {
        this.wiring = wiring;
        int n = wiring.services;
        person = new int[n];
        seen = new boolean[n];
        edge = edges(wiring);
        mayClose = new boolean[n * n];
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                mayClose[from * n + to] = edge[from * n + to] && leadsBack(to, from, new boolean[n]);
            }
        }
    }

    /** People hold places where their last stay was or where they wait, and want what their route or pathway says. */
    private static boolean[] edges(Wiring wiring) {
        int n = wiring.services;
        boolean[] edge = new boolean[n * n];
        for (int s = 0; s < n; s++) {
            for (int to : wiring.routeTo[s]) {
                want(edge, wiring, s, to);
            }
            if (wiring.waitsIn[s] >= 0) {
                want(edge, wiring, wiring.waitsIn[s], s);
            }
        }
        return edge;
    }

    private static void want(boolean[] edge, Wiring wiring, int from, int to) {
        if (to < 0 || edge[from * wiring.services + to]) {
            return;
        }
        edge[from * wiring.services + to] = true;
        want(edge, wiring, from, wiring.moveTo[to]);
        want(edge, wiring, from, wiring.leaveTo[to]);
    }

    private boolean leadsBack(int from, int home, boolean[] visited) {
        if (from == home) {
            return true;
        }
        visited[from] = true;
        for (int to = 0; to < visited.length; to++) {
            if (edge[from * visited.length + to] && !visited[to] && leadsBack(to, home, visited)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a person who holds a place at {@code from} and wants {@code to} could ever be part of a ring. */
    boolean possible(int from, int to) {
        return mayClose[from * wiring.services + to];
    }

    int length() {
        return length;
    }

    int person(int i) {
        return person[i];
    }

    /** Looks for a ring through {@code from} and {@code to}; true if there is one, then found by {@link #person}. */
    boolean find(int from, int to, Lines lines, People people, int[] places, int[] startsLeft) {
        Arrays.fill(seen, false);
        length = 0;
        return step(from, from, to, lines, people, places, startsLeft);
    }

    private boolean step(int home, int here, int next, Lines lines, People people, int[] places, int[] startsLeft) {
        if (seen[next] || places[next] == Schedule.UNLIMITED || startsLeft[next] <= 0 || wiring.countsVisits[next]) {
            return false;
        }
        int who = firstFrom(here, next, lines, people);
        if (who < 0) {
            return false;
        }
        person[length] = who;
        length++;
        seen[next] = true;
        if (next == home) {
            return true;
        }
        for (int onward = 0; onward < wiring.services; onward++) {
            if (edge[next * wiring.services + onward] && step(home, next, onward, lines, people, places, startsLeft)) {
                return true;
            }
        }
        length--;
        return false;
    }

    /** The first in line for {@code next} who holds a place of {@code here}; -1 if there is none. */
    private int firstFrom(int here, int next, Lines lines, People people) {
        for (int c = 0; c < wiring.queueClasses[next]; c++) {
            for (int node = lines.head(wiring.firstLine[next] + c); node >= 0; node = lines.after(node)) {
                int who = node >> 1;
                boolean holds = people.stance[who] == People.BLOCKED || people.stance[who] == People.SHELTERED;
                if ((node & 1) == 0 && holds && people.place[who] == here) {
                    return who;
                }
            }
        }
        return -1;
    }
}
