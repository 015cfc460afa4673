package org.whorl.engine.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The efficient frontier: what the most benefit is that each sum of money could buy, taking the steepest triangle first.
 *
 * @param points in order of slope, each with all before it
 */
public record Frontier(List<Point> points) {

    /**
     * One intervention more.
     *
     * @param triangle which
     * @param pounds what it and all before it cost
     * @param benefit what they bring
     */
    public record Point(ValueTriangle triangle, double pounds, double benefit) {}

    public Frontier {
        points = List.copyOf(points);
    }

    /** Sorts by slope, the steepest first; equal slopes stay in the order given. */
    public static Frontier of(List<ValueTriangle> triangles) {
        List<Point> points = new ArrayList<>();
        double pounds = 0;
        double benefit = 0;
        for (ValueTriangle triangle : triangles.stream()
                .sorted(Comparator.comparingDouble(ValueTriangle::perHundredThousand)
                        .reversed())
                .toList()) {
            pounds += triangle.pounds();
            benefit += triangle.benefit();
            points.add(new Point(triangle, pounds, benefit));
        }
        return new Frontier(points);
    }

    /** The most benefit that so much money buys, where the last intervention may be bought in part. */
    public double benefitOf(double pounds) {
        double spent = 0;
        double bought = 0;
        for (Point point : points) {
            double part = Math.clamp((pounds - spent) / point.triangle().pounds(), 0, 1);
            bought += part * Math.max(0, point.triangle().benefit());
            spent = point.pounds();
        }
        return bought;
    }
}
