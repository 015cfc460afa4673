package org.whorl.engine.simulation;

import java.io.Serializable;

/**
 * The end-of-day counts of one replication, day after day. Hundreds of them are kept, so they are kept small: in two bytes
 * each as long as none is above 65,535, which is nearly always.
 */
final class KeptCounts implements Serializable {
    private static final long serialVersionUID = 1;

    private final char[] small;
    private final int[] large;

    /** A copy of the counts, by day and series. */
    KeptCounts(int[][] daily, int series) {
        int all = 0;
        for (int[] counts : daily) {
            for (int count : counts) {
                all |= count;
            }
        }
        boolean fit = (all >>> Character.SIZE) == 0;
        small = new char[fit ? daily.length * series : 0];
        large = new int[fit ? 0 : daily.length * series];
        int at = 0;
        for (int[] counts : daily) {
            for (int i = 0; i < series; i++, at++) {
                if (fit) {
                    small[at] = (char) counts[i];
                } else {
                    large[at] = counts[i];
                }
            }
        }
    }

    /** Puts some counts, from a position on, into the rows of a table, all in one column. */
    void into(int[][] rows, int column, int from, int some) {
        if (large.length > 0) {
            for (int i = 0; i < some; i++) {
                rows[i][column] = large[from + i];
            }
            return;
        }
        for (int i = 0; i < some; i++) {
            rows[i][column] = small[from + i];
        }
    }
}
