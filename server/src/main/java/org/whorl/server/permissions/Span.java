package org.whorl.server.permissions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * From the beginning of one day to the end of another, as clocks in Wales show it.
 *
 * @param starts the first day
 * @param ends the last, whole
 */
public record Span(LocalDate starts, LocalDate ends) {

    /** Where midnight is told. */
    static final ZoneId HERE = ZoneId.of("Europe/London");

    /** Longer is no trial. */
    static final int MOST_DAYS = 366;

    /** The moment it begins. */
    public Instant begins() {
        return starts.atStartOfDay(HERE).toInstant();
    }

    /** The moment it is over: midnight after its last day. In summer that is an hour earlier than by Greenwich. */
    public Instant lapses() {
        return ends.plusDays(1).atStartOfDay(HERE).toInstant();
    }

    /** Whole days that are left after today: nought on the last. */
    public long daysLeft(Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(today(now), ends));
    }

    /** Which day it is in Wales. */
    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, HERE);
    }
}
