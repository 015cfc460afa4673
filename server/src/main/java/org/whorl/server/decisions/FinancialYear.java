package org.whorl.server.decisions;

import java.time.LocalDate;
import java.time.Month;

/**
 * A year from April to March, as public bodies report.
 *
 * @param from the year whose first of April begins it
 */
public record FinancialYear(int from) {

    private static final int FIRST = 2000;
    private static final int LAST = 2199;

    /** The one that holds a day. */
    public static FinancialYear of(LocalDate day) {
        return new FinancialYear(day.getMonthValue() < Month.APRIL.getValue() ? day.getYear() - 1 : day.getYear());
    }

    /** Can a page be asked for it? */
    public boolean isSensible() {
        return from >= FIRST && from <= LAST;
    }

    /** Does it hold that day? */
    public boolean holds(LocalDate day) {
        return equals(of(day));
    }

    /** Its first day. */
    public LocalDate first() {
        return LocalDate.of(from, Month.APRIL, 1);
    }

    /** Its last day. */
    public LocalDate last() {
        return first().plusYears(1).minusDays(1);
    }
}
