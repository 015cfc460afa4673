package org.whorl.draw;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Leaves out the points of a line that nobody would miss: every point left out lies within a third of a unit of the line
 * that remains (the Douglas-Peucker rule, measured upright because time runs across). A year of days becomes a third of
 * the bytes and looks the same.
 */
final class Outline {

    private static final double TOLERANCE = 0.35;

    private Outline() {}

    /** Which points to keep between two of them, both included. */
    static BitSet keep(double[] x, double[] y, int from, int to) {
        BitSet kept = new BitSet(to + 1);
        kept.set(from);
        kept.set(to);
        Deque<int[]> open = new ArrayDeque<>();
        open.push(new int[] {from, to});
        while (!open.isEmpty()) {
            int[] span = open.pop();
            int far = farthest(x, y, span[0], span[1]);
            if (far > 0) {
                kept.set(far);
                open.push(new int[] {span[0], far});
                open.push(new int[] {far, span[1]});
            }
        }
        return kept;
    }

    /** The point farthest above or below the straight line, or 0 when none is far enough to matter. */
    private static int farthest(double[] x, double[] y, int from, int to) {
        double slope = to == from ? 0 : (y[to] - y[from]) / (x[to] - x[from]);
        double most = TOLERANCE;
        int found = 0;
        for (int i = from + 1; i < to; i++) {
            double off = Math.abs(y[i] - y[from] - slope * (x[i] - x[from]));
            if (off > most) {
                most = off;
                found = i;
            }
        }
        return found;
    }
}
