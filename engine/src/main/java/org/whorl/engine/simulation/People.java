package org.whorl.engine.simulation;

import java.util.Arrays;

/** Everyone who is in or around the network, as arrays; a person is a slot, used again after they have left. */
final class People {

    /** Where a person stands; the answer to "who holds what place, and why". */
    static final byte GONE = 0;

    /** Waits at home. */
    static final byte AT_HOME = 1;

    /** Waits where there is no room to wait in. */
    static final byte OUTSIDE = 2;

    /** Came from outside and holds a place of the service people wait in. */
    static final byte SHELTERED = 3;

    /** Holds the place of a stay that is over. */
    static final byte BLOCKED = 4;

    /** In the middle of a stay. */
    static final byte STAYING = 5;

    private final int circularServices;
    private int free;
    private int size;

    /** The key of all that chance gives this person. */
    long[] key = {};

    int[] kind = {};
    byte[] stance = {};

    /** The service whose place is held; meaningless at home or outside. */
    int[] place = {};

    /** The service waited for. */
    int[] target = {};

    /** When they became ready for the target. */
    double[] ready = {};

    /** Since when they have waited where they now are. */
    double[] hereSince = {};

    /** Counts what has happened to this slot; an event that bears an older number is out of date. */
    int[] version = {};

    /** When they last changed queues, and how many times at that moment. */
    private double[] changed = {};

    private int[] changes = {};
    private int[] nextFree = {};
    private byte[] timesAt = {};

    People(int circularServices) {
        this.circularServices = circularServices;
        this.free = -1;
    }

    int capacity() {
        return key.length;
    }

    void clear() {
        free = -1;
        size = 0;
    }

    /** Whether the next person needs more room. */
    boolean isFull() {
        return free < 0 && size == key.length;
    }

    void grow() {
        int n = Math.max(256, 2 * key.length);
        key = Arrays.copyOf(key, n);
        kind = Arrays.copyOf(kind, n);
        stance = Arrays.copyOf(stance, n);
        place = Arrays.copyOf(place, n);
        target = Arrays.copyOf(target, n);
        ready = Arrays.copyOf(ready, n);
        hereSince = Arrays.copyOf(hereSince, n);
        version = Arrays.copyOf(version, n);
        changed = Arrays.copyOf(changed, n);
        changes = Arrays.copyOf(changes, n);
        nextFree = Arrays.copyOf(nextFree, n);
        timesAt = Arrays.copyOf(timesAt, n * circularServices);
    }

    int add(long newKey, int newKind) {
        int slot = free;
        if (slot >= 0) {
            free = nextFree[slot];
        } else {
            slot = size++;
        }
        key[slot] = newKey;
        kind[slot] = newKind;
        stance[slot] = GONE;
        changed[slot] = Double.NEGATIVE_INFINITY;
        if (circularServices > 0) {
            Arrays.fill(timesAt, slot * circularServices, (slot + 1) * circularServices, (byte) 0);
        }
        return slot;
    }

    void remove(int slot) {
        stance[slot] = GONE;
        version[slot]++;
        nextFree[slot] = free;
        free = slot;
    }

    /** Whether somebody waits and holds no place of any service. */
    boolean hasNoPlace(int who) {
        return stance[who] == AT_HOME || stance[who] == OUTSIDE;
    }

    /** Everybody who is somewhere: with a place, at home or outside, each once (a hand-over holds two places). */
    int inside() {
        int inside = 0;
        for (int slot = 0; slot < size; slot++) {
            inside += stance[slot] == GONE ? 0 : 1;
        }
        return inside;
    }

    void countChange(int slot, double now) {
        changes[slot] = changesAt(slot, now) + 1;
        changed[slot] = now;
    }

    /** How many times they have changed queues at this very moment. */
    int changesAt(int slot, double now) {
        return changed[slot] == now ? changes[slot] : 0;
    }

    /** How often this person has been at a circular service before; after 255 times the count begins again. */
    int timesAt(int slot, int circular) {
        return circular < 0 ? 0 : timesAt[slot * circularServices + circular] & 0xff;
    }

    void countVisit(int slot, int circular) {
        if (circular >= 0) {
            timesAt[slot * circularServices + circular]++;
        }
    }
}
