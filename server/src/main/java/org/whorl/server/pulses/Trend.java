package org.whorl.server.pulses;

import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Estimate;

/**
 * How trust went from turn to turn.
 *
 * @param from whose people answered; none for all others together
 * @param to whom they were asked about
 * @param points one for each turn, in their order
 */
public record Trend(Optional<String> from, String to, List<Point> points) {

    /**
     * One turn.
     *
     * @param turn which
     * @param answers how many answered; 0 where it is withheld
     * @param mean the mean with its interval; none where it is withheld
     */
    public record Point(int turn, int answers, Optional<Estimate> mean) {}

    /** Which way it went. */
    public enum Way {
        /** More trust, beyond chance. */
        UP,
        /** Less, beyond chance. */
        DOWN,
        /** The answers cannot tell. */
        UNSURE,
        /** There are not two turns of which it may be told. */
        NONE;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Keeps a copy. */
    public Trend {
        points = List.copyOf(points);
    }

    /** May anything be told of it? */
    public boolean isTold() {
        return points.stream().anyMatch(each -> each.mean().isPresent());
    }

    /** From the last turn but one to the last, of those that may be told. */
    public Way way() {
        List<Estimate> told =
                points.stream().flatMap(each -> each.mean().stream()).toList();
        if (told.size() < 2) {
            return Way.NONE;
        }
        Estimate before = told.get(told.size() - 2);
        Estimate now = told.getLast();
        // Nobody knows whose answers were given both times, so the two are taken as apart: then the interval of the
        // difference
        // has the root of both half widths' squares.
        double half = Math.hypot(halfOf(before), halfOf(now));
        double change = now.mean() - before.mean();
        return Math.abs(change) <= half ? Way.UNSURE : change > 0 ? Way.UP : Way.DOWN;
    }

    /** The wider side: an interval that ends at 1 or 5 is cut there. */
    private static double halfOf(Estimate estimate) {
        return Math.max(estimate.mean() - estimate.low(), estimate.high() - estimate.mean());
    }
}
