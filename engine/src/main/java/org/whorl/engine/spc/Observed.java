package org.whorl.engine.spc;

import java.time.LocalDate;

/**
 * What was counted or measured on a day, or in the week or month that begins with it.
 *
 * @param date the day
 * @param value what was seen: a measurement, a number of events, or for charts of rare events how many days or cases went by since
 *     the one before; NaN where nobody noted anything
 * @param of out of how many, for shares and rates; 1 otherwise
 */
public record Observed(LocalDate date, double value, double of) {

    /** Refuses what no chart can place. */
    public Observed {
        if (Double.isInfinite(value) || !Double.isFinite(of)) {
            throw new IllegalArgumentException("%s: %s of %s is not a number".formatted(date, value, of));
        }
    }

    /** A measurement. */
    public static Observed of(LocalDate date, double value) {
        return new Observed(date, value, 1);
    }

    /** A day for which nobody noted anything. */
    public static Observed missing(LocalDate date) {
        return new Observed(date, Double.NaN, 1);
    }

    /** Did anybody note anything? */
    public boolean isKnown() {
        return !Double.isNaN(value);
    }
}
