package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;
import org.whorl.draw.Bands.Threshold;

/**
 * Dots sorted into bins of a round width. A threshold is always the edge of a bin, so that none straddles it.
 *
 * @param step the width of each bin
 * @param bins those that hold a dot, in order
 */
record Bins(double step, List<Bin> bins) {

    /** The dots from one edge to the next. */
    record Bin(double low, double high, List<Double> dots) {
        String name(Words words, Unit unit) {
            return words.value(unit, low) + " " + words.to() + " " + words.value(unit, high);
        }
    }

    /** About this many bins, or fewer. */
    static Bins of(Distribution chart, int about) {
        List<Double> dots = chart.dots();
        if (dots.isEmpty()) {
            return new Bins(1, List.of());
        }
        Threshold threshold = chart.threshold();
        double edge = threshold != null && Reading.drawable(threshold.value()) ? threshold.value() : dots.getFirst();
        double low = Math.min(
                chart.beside().isEmpty() ? dots.getFirst() : chart.span().low(), edge);
        double high = Math.max(
                chart.beside().isEmpty() ? dots.getLast() : chart.span().high(), edge);
        double size = Math.max(Math.abs(low), Math.abs(high));
        double range = Math.max(high - low, Math.max(size * 1e-3, 1e-6));
        double step = Ticks.niceStep(range / about);
        if (threshold == null) {
            edge = 0;
        }
        double origin = edge - Math.rint(edge / step) * step;
        List<Bin> bins = new ArrayList<>();
        for (double dot : dots) {
            double index = Math.floor((dot - origin) / step + 1e-9);
            if (threshold != null && !chart.above(dot) && origin + index * step >= threshold.value() - step * 1e-6) {
                index--;
            }
            double from = origin + index * step;
            if (bins.isEmpty() || Math.abs(bins.getLast().low() - from) > step / 2) {
                bins.add(new Bin(from, from + step, new ArrayList<>()));
            }
            bins.getLast().dots().add(dot);
        }
        return new Bins(step, List.copyOf(bins));
    }
}
