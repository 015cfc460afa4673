package org.whorl.server.platform;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are working days in England and Wales: no weekend and no bank holiday.
 *
 * <p>Bank holidays are worked out: Good Friday and Christmas Day by common law, Easter Monday, the last Mondays of May and
 * of August and the days after Christmas by the Banking and Financial Dealings Act 1971, schedule 1, New Year's Day and the
 * first Monday in May by the proclamation of each year, which has been the same since 1978. A day that falls on a weekend
 * is kept on the next working day. Days that were proclaimed once are listed.
 */
public final class WorkingDays {

    /** Until the end of this year the government has published the days; later ones are by the rules alone. */
    public static final int PUBLISHED_UNTIL = 2027;

    private static final int FIRST_YEAR = 1978;

    /** Proclaimed once, in place of an ordinary one or beside it. */
    private static final Set<LocalDate> ONCE = Set.of(
            LocalDate.of(1981, 7, 29),
            LocalDate.of(1995, 5, 8),
            LocalDate.of(1999, 12, 31),
            LocalDate.of(2002, 6, 3),
            LocalDate.of(2002, 6, 4),
            LocalDate.of(2011, 4, 29),
            LocalDate.of(2012, 6, 4),
            LocalDate.of(2012, 6, 5),
            LocalDate.of(2020, 5, 8),
            LocalDate.of(2022, 6, 2),
            LocalDate.of(2022, 6, 3),
            LocalDate.of(2022, 9, 19),
            LocalDate.of(2023, 5, 8));

    /** In these years the first Monday in May was not one, because another day was. */
    private static final Set<Integer> NOT_IN_EARLY_MAY = Set.of(1995, 2020);

    /** In these years the last Monday in May was not one, because a day in June was. */
    private static final Set<Integer> NOT_IN_LATE_MAY = Set.of(2002, 2012, 2022);

    private WorkingDays() {}

    /** Is it one? */
    public static boolean isOne(LocalDate day) {
        return !isWeekend(day) && !listHolidays(day.getYear()).contains(day);
    }

    /** The first one after that day. */
    public static LocalDate next(LocalDate day) {
        return after(day, 1);
    }

    /** So many working days later; the day itself does not count. */
    public static LocalDate after(LocalDate day, int days) {
        LocalDate later = day;
        for (int left = days; left > 0; ) {
            later = later.plusDays(1);
            if (isOne(later)) {
                left--;
            }
        }
        return later;
    }

    /**
     * The bank holidays of a year.
     *
     * @throws IllegalArgumentException if the rules were others then
     */
    static Set<LocalDate> listHolidays(int year) {
        if (year < FIRST_YEAR) {
            throw new IllegalArgumentException("bank holidays are known from %d on".formatted(FIRST_YEAR));
        }
        Set<LocalDate> days = new TreeSet<>();
        LocalDate easter = easter(year);
        days.add(kept(LocalDate.of(year, 1, 1), days));
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        if (!NOT_IN_EARLY_MAY.contains(year)) {
            days.add(LocalDate.of(year, 5, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        }
        if (!NOT_IN_LATE_MAY.contains(year)) {
            days.add(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        }
        days.add(LocalDate.of(year, 8, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        LocalDate christmas = LocalDate.of(year, 12, 25);
        LocalDate after = LocalDate.of(year, 12, 26);
        // On a weekend both are kept on the days that follow.
        if (!isWeekend(christmas)) {
            days.add(christmas);
        }
        days.add(kept(after, days));
        if (isWeekend(christmas)) {
            days.add(kept(christmas, days));
        }
        ONCE.stream().filter(day -> day.getYear() == year).forEach(days::add);
        return days;
    }

    private static LocalDate kept(LocalDate day, Set<LocalDate> taken) {
        LocalDate kept = day;
        while (isWeekend(kept) || taken.contains(kept)) {
            kept = kept.plusDays(1);
        }
        return kept;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Easter Sunday of the Gregorian calendar (J. Meeus, Astronomical Algorithms, 2nd ed. 1998, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int epact = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (b % 4) + 2 * (c / 4) - epact - c % 4) % 7;
        int shift = (a + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
