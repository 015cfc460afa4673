package org.whorl.draw;

/**
 * Leaves out the points of a line that nobody would miss: every point left out lies within half a unit of the line
 * that remains (the Douglas-Peucker rule, measured upright because time runs across). A year of days becomes a third of
 * the bytes and looks the same.
 */
final class Outline {

    private static final double TOLERANCE = 0.5;

    private Outline() {}

    /** Which points to keep between two of them, both included. */
    static boolean[] keep(double[] x, double[] y, int from, int to) {
        boolean[] kept = new boolean[to + 1];
        kept[from] = true;
        kept[to] = true;
        // Spans still to be looked at, as pairs; never more at a time than there are points.
        int[] open = new int[2 * (to - from + 2)];
        open[0] = from;
        open[1] = to;
        int size = 2;
        while (size > 0) {
            int end = open[--size];
            int start = open[--size];
            int far = farthest(x, y, start, end);
            if (far > 0) {
                kept[far] = true;
                open[size++] = start;
                open[size++] = far;
                open[size++] = far;
                open[size++] = end;
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
