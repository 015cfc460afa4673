package org.whorl.engine.simulation;

import java.util.Arrays;

/**
 * The line of a {@link LoneService}: people in the order in which they became ready, those of one moment in the order in
 * which they were told of.
 */
final class LoneLine {

    /** Up to so many, comparing each with each is the quickest way to put people in order. */
    private static final int FEW = 32;

    /** Those in line, from head to tail. */
    private double[] ready = new double[64];

    private long[] key = new long[64];
    private int[] kind = new int[64];
    private double[] stay = new double[64];
    private int head;
    private int tail;

    /** As far as this position they are counted as waiting. */
    private int counted;

    /** Those who come today, as they are told of; moments as bits, which are in the same order as the times. */
    private long[] comingReady = new long[FEW];

    private long[] comingKey = new long[FEW];
    private int[] comingKind = new int[FEW];
    private int coming;
    private int[] place = new int[FEW];

    /** What is done for somebody in line. */
    interface Person {
        void of(int kind, double ready);
    }

    void clear() {
        head = 0;
        tail = 0;
        counted = 0;
        coming = 0;
    }

    /** Somebody who comes later than all who are in line; {@link #order} puts those who do so in order. */
    void come(double when, long whose, int ofKind) {
        if (coming == comingReady.length) {
            comingReady = Arrays.copyOf(comingReady, 2 * coming);
            comingKey = Arrays.copyOf(comingKey, 2 * coming);
            comingKind = Arrays.copyOf(comingKind, 2 * coming);
            place = new int[2 * coming];
        }
        comingReady[coming] = Double.doubleToRawLongBits(when);
        comingKey[coming] = whose;
        comingKind[coming] = ofKind;
        coming++;
    }

    /** Somebody who has waited for some time when the clock starts; nearly always less than those before. */
    void stand(double since, long whose, int ofKind) {
        makeRoom(1);
        int i = tail++;
        for (; i > 0 && ready[i - 1] > since; i--) {
            ready[i] = ready[i - 1];
            key[i] = key[i - 1];
            kind[i] = kind[i - 1];
        }
        ready[i] = since;
        key[i] = whose;
        kind[i] = ofKind;
    }

    /** Puts those who have come in order behind the others; how many they are. */
    int order() {
        makeRoom(coming);
        if (coming <= FEW) {
            compareAll();
        } else {
            sort();
        }
        for (int i = 0; i < coming; i++) {
            int at = tail + place[i];
            ready[at] = Double.longBitsToDouble(comingReady[i]);
            key[at] = comingKey[i];
            kind[at] = comingKind[i];
        }
        int came = coming;
        tail += came;
        coming = 0;
        return came;
    }

    /** The place of each is how many come before; calculated and not asked, because a processor that guesses wrong waits. */
    private void compareAll() {
        for (int i = 0; i < coming; i++) {
            int before = 0;
            for (int j = 0; j < i; j++) {
                int later = (int) ((comingReady[i] - comingReady[j]) >>> 63);
                place[j] += later;
                before += 1 - later;
            }
            place[i] = before;
        }
    }

    private void sort() {
        Integer[] order = new Integer[coming];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(comingReady[a], comingReady[b]));
        for (int i = 0; i < coming; i++) {
            place[order[i]] = i;
        }
    }

    private void makeRoom(int more) {
        if (head == tail) {
            head = 0;
            tail = 0;
            counted = 0;
        }
        int length = tail - head;
        if (tail + more <= ready.length) {
            return;
        }
        int size = Math.max(ready.length, 2 * (length + more));
        ready = Arrays.copyOf(Arrays.copyOfRange(ready, head, tail), size);
        key = Arrays.copyOf(Arrays.copyOfRange(key, head, tail), size);
        kind = Arrays.copyOf(Arrays.copyOfRange(kind, head, tail), size);
        stay = Arrays.copyOf(Arrays.copyOfRange(stay, head, tail), size);
        counted = Math.max(0, counted - head);
        tail = length;
        head = 0;
    }

    int head() {
        return head;
    }

    int tail() {
        return tail;
    }

    boolean isEmpty() {
        return head == tail;
    }

    /** When the first in line became ready. */
    double ready() {
        return ready[head];
    }

    int kind() {
        return kind[head];
    }

    double stay() {
        return stay[head];
    }

    long key(int i) {
        return key[i];
    }

    void stay(int i, double days) {
        stay[i] = days;
    }

    boolean firstIsCounted() {
        return head < counted;
    }

    /** The first in line leaves. */
    void leave() {
        head++;
    }

    /** Everybody in line who was not counted as waiting yet; now they are. */
    void forEachNotCounted(Person person) {
        for (counted = Math.max(counted, head); counted < tail; counted++) {
            person.of(kind[counted], ready[counted]);
        }
    }

    void forEach(Person person) {
        for (int i = head; i < tail; i++) {
            person.of(kind[i], ready[i]);
        }
    }
}
