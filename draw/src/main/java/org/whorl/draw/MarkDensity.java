package org.whorl.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How closely marks lie in a triangle whose sides are 1: a hill of normal shape over each mark, added up on a grid. Its width
 * follows Scott's rule for two dimensions (n to the power of -1/6, times how far marks lie apart).
 */
final class MarkDensity {

    private static final int CELLS = 64;
    private static final double NARROWEST = 0.015;
    private static final double HEIGHT = Math.sqrt(3) / 2;

    private final double[][] high;

    private MarkDensity(double[][] high) {
        this.high = high;
    }

    /**
     * A line around the thickest part.
     *
     * @param share how much of the whole lies within it
     * @param steps short straight pieces: from x, y to x, y
     */
    record Contour(double share, List<double[]> steps) {}

    static MarkDensity of(List<Ternary.Mark> marks) {
        double width = width(marks);
        double[][] high = new double[CELLS + 1][];
        for (int row = 0; row <= CELLS; row++) {
            high[row] = new double[CELLS + 1 - row];
            for (int i = 0; i < high[row].length; i++) {
                double x = x(row, i);
                double y = y(row);
                double sum = 0;
                for (Ternary.Mark mark : marks) {
                    double dx = (x - mark.across()) / width;
                    double dy = (y - mark.up()) / width;
                    sum += Math.exp(-(dx * dx + dy * dy) / 2);
                }
                high[row][i] = sum;
            }
        }
        return new MarkDensity(high);
    }

    private static double width(List<Ternary.Mark> marks) {
        double n = marks.size();
        double x = marks.stream().mapToDouble(Ternary.Mark::across).sum() / n;
        double y = marks.stream().mapToDouble(Ternary.Mark::up).sum() / n;
        double squares = marks.stream()
                .mapToDouble(mark -> (mark.across() - x) * (mark.across() - x) + (mark.up() - y) * (mark.up() - y))
                .sum();
        return Math.max(NARROWEST, Math.sqrt(squares / (2 * (n - 1))) * Math.pow(n, -1.0 / 6));
    }

    private static double x(int row, double i) {
        return (i + row / 2.0) / CELLS;
    }

    private static double y(double row) {
        return row / CELLS * HEIGHT;
    }

    /** Lines around the thickest parts that hold these shares of it all. */
    List<Contour> contours(double... shares) {
        double[] sorted =
                Arrays.stream(high).flatMapToDouble(Arrays::stream).sorted().toArray();
        double all = Arrays.stream(sorted).sum();
        List<Contour> contours = new ArrayList<>();
        for (double share : shares) {
            double within = 0;
            int at = sorted.length;
            while (at > 0 && within < share * all) {
                within += sorted[--at];
            }
            contours.add(new Contour(share, steps(sorted[Math.min(at, sorted.length - 1)])));
        }
        return contours;
    }

    /** Through each small triangle of the grid that holds points on both sides of the level, a straight piece. */
    private List<double[]> steps(double level) {
        List<double[]> steps = new ArrayList<>();
        for (int row = 0; row < CELLS; row++) {
            for (int i = 0; i < CELLS - row; i++) {
                step(level, row, i, row, i + 1, row + 1, i, steps);
                if (i + 1 < CELLS - row) {
                    step(level, row, i + 1, row + 1, i + 1, row + 1, i, steps);
                }
            }
        }
        return steps;
    }

    private void step(double level, int row0, int i0, int row1, int i1, int row2, int i2, List<double[]> steps) {
        int[] rows = {row0, row1, row2};
        int[] places = {i0, i1, i2};
        double[] ends = new double[4];
        int found = 0;
        for (int k = 0; k < 3; k++) {
            int next = (k + 1) % 3;
            double here = high[rows[k]][places[k]];
            double there = high[rows[next]][places[next]];
            if ((here >= level) != (there >= level)) {
                double share = (level - here) / (there - here);
                double x = x(rows[k], places[k]);
                double y = y(rows[k]);
                ends[2 * found] = x + share * (x(rows[next], places[next]) - x);
                ends[2 * found + 1] = y + share * (y(rows[next]) - y);
                found++;
            }
        }
        if (found == 2) {
            steps.add(ends);
        }
    }
}
