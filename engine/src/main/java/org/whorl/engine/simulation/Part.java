package org.whorl.engine.simulation;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What some of a plan's replications of one scenario came to, before anything is averaged. It is played by
 * {@link Simulation#play}, on any machine, can be sent, and is put together with the others by {@link Simulation#combine},
 * which gives the answer of {@link Simulation#run} to the bit, in whatever order and sizes the parts come: sums of people
 * are whole numbers, and everything else is kept by replication.
 */
public final class Part implements Serializable {
    private static final long serialVersionUID = 1;

    final String scenario;
    final long seed;
    final int from;

    /** By replication: its figures, in the order of {@link Scores#columns}. */
    final double[][] rows;

    final int[] swaps;

    /** By service and part of the pooled waits, as {@link WaitHistogram#packed}. */
    final int[][][] waits;

    /** Null where the days were left behind. */
    final DayBook.@Nullable Counted days;

    Part(
            String scenario,
            long seed,
            int from,
            double[][] rows,
            int[] swaps,
            int[][][] waits,
            DayBook.@Nullable Counted days) {
        this.scenario = scenario;
        this.seed = seed;
        this.from = from;
        this.rows = rows;
        this.swaps = swaps;
        this.waits = waits;
        this.days = days;
    }

    /** The scenario's id. */
    public String scenario() {
        return scenario;
    }

    /** The number of the first replication; the first of all has 0. */
    public int from() {
        return from;
    }

    /** The number after that of the last replication. */
    public int to() {
        return from + rows.length;
    }

    /**
     * The same without the counts of each day, which are most of its size. An answer from such parts has all figures, but
     * no series, and no quantiles of counts.
     */
    public Part withoutDays() {
        return new Part(scenario, seed, from, rows, swaps, waits, null);
    }

    @Override
    public String toString() {
        return "replications %d to %d of %s".formatted(from, to() - 1, scenario);
    }
}
