package org.whorl.engine.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The time a model plays in. The clock of every engine starts at 0 with the warm-up, which lies before {@code start}.
 *
 * @param start the first measured day
 * @param days how many days are measured
 * @param warmUp how many days run before {@code start} and are thrown away
 */
public record Horizon(LocalDate start, int days, int warmUp) {

    /** The date at clock 0. */
    public LocalDate origin() {
        return start.minusDays(warmUp);
    }

    /** The clock at which all ends. */
    public int end() {
        return warmUp + days;
    }

    /** The clock at the beginning of a date; negative before the warm-up. */
    public int clock(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(origin(), date));
    }

    /** The date of a clock's day. */
    public LocalDate date(int clock) {
        return origin().plusDays(clock);
    }
}
