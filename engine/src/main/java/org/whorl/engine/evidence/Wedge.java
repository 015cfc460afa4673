package org.whorl.engine.evidence;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Phased to all: when each place begins (Hussey and Hughes, Contemporary Clinical Trials 28, 2007). A cell mean is the level of
 * its place (variance tau squared), the level of its period, the effect once the place has begun, and chance (variance sigma
 * squared).
 *
 * @param periods how many periods are counted, 2 or more
 * @param starts the first period of each place in which it has begun, counted from 0; {@code periods} for one that never does
 */
public record Wedge(int periods, List<Integer> starts) {

    public Wedge {
        starts = List.copyOf(starts);
        if (periods < 2 || starts.size() < 2 || starts.stream().anyMatch(start -> start < 0 || start > periods)) {
            throw new IllegalArgumentException(
                    "Two places and two periods or more, and starts between 0 and the number of periods; not %s, %s"
                            .formatted(periods, starts));
        }
    }

    /** One place begins in each period after the first, in turn; as many places as steps. */
    public static Wedge stairs(int places) {
        return new Wedge(places + 1, IntStream.rangeClosed(1, places).boxed().toList());
    }

    /** Whether any effect could be known: places must not all begin together. */
    public boolean tells() {
        return information(1, 0) > 0;
    }

    /**
     * The variance of the estimate: I s (s + T t) / ((I U - W) s + (U^2 + I T U - T W - I V) t).
     *
     * @param cellVariance sigma squared, of a cell's mean, above 0
     * @param placeVariance tau squared, between places, 0 or more
     */
    public double variance(double cellVariance, double placeVariance) {
        double information = information(cellVariance, placeVariance);
        if (!(information > 0)) {
            throw new IllegalArgumentException("All places begin together: nothing can be known");
        }
        return starts.size() * cellVariance * (cellVariance + periods * placeVariance) / information;
    }

    private double information(double s, double t) {
        double places = starts.size();
        double u = 0;
        double v = 0;
        for (int start : starts) {
            double begun = periods - start;
            u += begun;
            v += begun * begun;
        }
        double w = 0;
        for (int j = 0; j < periods; j++) {
            int period = j;
            double begun = starts.stream().filter(start -> period >= start).count();
            w += begun * begun;
        }
        double within = u * u + places * periods * u - periods * w - places * v;
        // Whole numbers: what is nothing is exactly nothing.
        return (places * u - w) * s + within * t;
    }

    /**
     * The effect from the mean of every cell, by generalised least squares with these variances.
     *
     * @param means by place and period, as many as there are
     */
    public double estimate(double[][] means, double cellVariance, double placeVariance) {
        double part = 1 - Math.sqrt(cellVariance / (cellVariance + periods * placeVariance));
        double[][] y = centred(means, part);
        double[][] x = new double[starts.size()][periods];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < periods; j++) {
                x[i][j] = j >= starts.get(i) ? 1 : 0;
            }
        }
        x = centred(x, part);
        double together = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < periods; j++) {
                together += x[i][j] * y[i][j];
                squares += x[i][j] * x[i][j];
            }
        }
        return together / squares;
    }

    /** Without this part of each place's mean, and then without each period's mean. */
    private double[][] centred(double[][] cells, double part) {
        double[][] out = new double[cells.length][periods];
        double[] period = new double[periods];
        for (int i = 0; i < cells.length; i++) {
            double mean = 0;
            for (int j = 0; j < periods; j++) {
                mean += cells[i][j] / periods;
            }
            for (int j = 0; j < periods; j++) {
                out[i][j] = cells[i][j] - part * mean;
                period[j] += out[i][j] / cells.length;
            }
        }
        for (double[] row : out) {
            for (int j = 0; j < periods; j++) {
                row[j] -= period[j];
            }
        }
        return out;
    }
}
