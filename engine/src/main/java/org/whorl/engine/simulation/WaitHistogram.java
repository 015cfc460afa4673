package org.whorl.engine.simulation;

import java.util.Arrays;

/**
 * All waits of all replications, in bins a hundredth wide, for quantiles of everybody together in memory that does not
 * grow with the people played. Bins are whole numbers, so the order of adding does not matter.
 */
final class WaitHistogram {

    private static final int STEPS_PER_OCTAVE = 64;
    private static final int SHIFT = 52 - 6;
    private static final double SMALLEST = 0x1.0p-10;
    private static final long OFFSET = Double.doubleToRawLongBits(SMALLEST) >>> SHIFT;
    private static final int BINS = 28 * STEPS_PER_OCTAVE;

    private final int[] counts = new int[BINS + 1];
    private long total;

    /** Adds the first {@code n} waits. */
    synchronized void add(double[] waits, int n) {
        for (int i = 0; i < n; i++) {
            counts[bin(waits[i])]++;
        }
        total += n;
    }

    /** The first bin that holds a wait, and the counts from there to the last that does; nothing when empty. */
    int[] packed() {
        if (total == 0) {
            return new int[0];
        }
        int first = 0;
        while (counts[first] == 0) {
            first++;
        }
        int last = BINS;
        while (counts[last] == 0) {
            last--;
        }
        int[] packed = new int[last - first + 2];
        packed[0] = first;
        System.arraycopy(counts, first, packed, 1, last - first + 1);
        return packed;
    }

    /** Adds another's waits, as it packed them. */
    void add(int[] packed) {
        for (int i = 1; i < packed.length; i++) {
            counts[packed[0] + i - 1] += packed[i];
            total += packed[i];
        }
    }

    private static int bin(double wait) {
        return wait < SMALLEST ? 0 : (int) Math.min(BINS, 1 + (Double.doubleToRawLongBits(wait) >>> SHIFT) - OFFSET);
    }

    private static double edge(int bin) {
        return bin == 0 ? 0 : Double.longBitsToDouble((bin - 1 + OFFSET) << SHIFT);
    }

    /** The quantile of several histograms together, straight within a bin; NaN when they are empty. */
    static double quantile(WaitHistogram[] histograms, double q) {
        long total = Arrays.stream(histograms).mapToLong(h -> h.total).sum();
        if (total == 0) {
            return Double.NaN;
        }
        double wanted = q * total;
        long below = 0;
        for (int bin = 0; bin <= BINS; bin++) {
            long here = 0;
            for (WaitHistogram histogram : histograms) {
                here += histogram.counts[bin];
            }
            if (here > 0 && below + here >= wanted) {
                return bin == 0 ? 0 : edge(bin) + (edge(bin + 1) - edge(bin)) * (wanted - below) / here;
            }
            below += here;
        }
        return edge(BINS);
    }

    /** So many quantiles evenly apart, in one pass; none when the histograms are empty. */
    static double[] quantiles(WaitHistogram[] histograms, int count) {
        long total = Arrays.stream(histograms).mapToLong(h -> h.total).sum();
        double[] values = new double[total == 0 ? 0 : count];
        long below = 0;
        int next = 0;
        for (int bin = 0; bin <= BINS && next < values.length; bin++) {
            long here = 0;
            for (WaitHistogram histogram : histograms) {
                here += histogram.counts[bin];
            }
            while (next < values.length && below + here >= (next + 0.5) / count * total) {
                double part = here == 0 ? 0 : ((next + 0.5) / count * total - below) / here;
                values[next++] = bin == 0 ? 0 : edge(bin) + (edge(bin + 1) - edge(bin)) * part;
            }
            below += here;
        }
        return values;
    }
}
