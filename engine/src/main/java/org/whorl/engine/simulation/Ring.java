package org.whorl.engine.simulation;

import java.util.Arrays;

/**
 * Finds rings of full services: somebody here wants to go there, somebody there wants to go on, and so round until
 * somebody wants to come here. No place is free, yet all can move if they move at once.
 */
final class Ring {

    private final Wiring wiring;
    private final boolean[] mayClose;
    private final int[] path;
    private final int[] person;
    private final boolean[] seen;
    private int length;

    Ring(Wiring wiring) {
        this.wiring = wiring;
        int n = wiring.services;
        mayClose = new boolean[n * n];
        path = new int[n];
        person = new int[n];
        seen = new boolean[n];
        for (int from = 0; from < n; from++) {
            for (int to : wiring.routeTo[from]) {
                // Who waits for a service may hold a place of any service upstream of it, so any way back will do.
                mayClose[Math.max(0, from * n + to)] |= to >= 0 && wiring.reaches(to, from);
            }
        }
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
        path[length] = next;
        person[length] = who;
        length++;
        seen[next] = true;
        if (next == home) {
            return true;
        }
        for (int onward = 0; onward < wiring.services; onward++) {
            if (step(home, next, onward, lines, people, places, startsLeft)) {
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
