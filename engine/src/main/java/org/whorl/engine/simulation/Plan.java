package org.whorl.engine.simulation;

import java.util.List;

/**
 * What to run.
 *
 * @param scenarios ids of scenarios to run beside {@code base}, which always runs
 * @param seed of all random streams
 * @param stop when there have been replications enough
 * @param threads how many at once; the answer does not depend on it
 */
public record Plan(List<String> scenarios, long seed, Stop stop, int threads) {

    /** When there have been replications enough. */
    public sealed interface Stop {
        /** A fixed number. */
        record Replications(int count) implements Stop {}

        /**
         * As many as bring half the 95 per cent interval of every headline figure within this share of the figure: of each
         * measure's mean and 95th percentile or, without measures, of each service's mean wait and 95th percentile; and half
         * that of each share of days of crisis within this share of all days, for a share near nought has no width of its own
         * to go by.
         *
         * @param halfWidth such as 0.05
         * @param floor never fewer
         * @param cap never more; hitting it is reported
         */
        record Precision(double halfWidth, int floor, int cap) implements Stop {}
    }

    public Plan {
        scenarios = List.copyOf(scenarios);
    }

    /** A hundred replications of the model as it stands, on every core. */
    public static Plan ofReplications(int count) {
        return new Plan(
                List.of(), 1, new Stop.Replications(count), Runtime.getRuntime().availableProcessors());
    }
}
