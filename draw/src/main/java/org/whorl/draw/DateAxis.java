package org.whorl.draw;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an axis of days is marked: days, the firsts of months or the firsts of years, as close as their labels allow.
 *
 * @param marks in order of time
 */
record DateAxis(List<Mark> marks) {

    /** A label, and below it the year wherever it is new. */
    record Mark(LocalDate date, String label, String year) {}

    /** A regular choice of days. */
    private record Rhythm(ChronoUnit unit, int every, double days) {}

    private static final double AIR = 10;

    private static final List<Rhythm> RHYTHMS = List.of(
            new Rhythm(ChronoUnit.DAYS, 1, 1),
            new Rhythm(ChronoUnit.DAYS, 2, 2),
            new Rhythm(ChronoUnit.DAYS, 7, 7),
            new Rhythm(ChronoUnit.DAYS, 14, 14),
            new Rhythm(ChronoUnit.MONTHS, 1, 28),
            new Rhythm(ChronoUnit.MONTHS, 2, 59),
            new Rhythm(ChronoUnit.MONTHS, 3, 90),
            new Rhythm(ChronoUnit.MONTHS, 6, 181),
            new Rhythm(ChronoUnit.YEARS, 1, 365),
            new Rhythm(ChronoUnit.YEARS, 2, 730),
            new Rhythm(ChronoUnit.YEARS, 5, 1826),
            new Rhythm(ChronoUnit.YEARS, 10, 3652),
            new Rhythm(ChronoUnit.YEARS, 50, 18262),
            new Rhythm(ChronoUnit.YEARS, 200, 73048));

    /** Marks from the first to the last day on an axis this long, without one label touching the next. */
    static DateAxis covering(LocalDate first, LocalDate last, double length, Words words, double type) {
        double days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        for (Rhythm rhythm : RHYTHMS) {
            if (rhythm.days() * length / days >= widest(rhythm.unit(), words, type) + AIR) {
                return new DateAxis(marks(first, last, rhythm, words));
            }
        }
        return new DateAxis(marks(first, last, new Rhythm(ChronoUnit.YEARS, 1000, 365_242), words));
    }

    private static double widest(ChronoUnit unit, Words words, double type) {
        double year = Type.width("2026", type);
        return switch (unit) {
            case DAYS -> Math.max(year, Type.width("28 " + widestMonth(words), type));
            case MONTHS -> Math.max(year, Type.width(widestMonth(words), type));
            default -> year;
        };
    }

    private static String widestMonth(Words words) {
        return switch (words) {
            case EN -> "May";
            case CY -> "Chwef";
        };
    }

    private static List<Mark> marks(LocalDate first, LocalDate last, Rhythm rhythm, Words words) {
        List<Mark> marks = new ArrayList<>();
        int year = Integer.MIN_VALUE;
        for (LocalDate day = start(first, rhythm); !day.isAfter(last); day = day.plus(rhythm.every(), rhythm.unit())) {
            String label = switch (rhythm.unit()) {
                case DAYS -> day.getDayOfMonth() + " " + words.shortMonth(day.getMonth());
                case MONTHS -> words.shortMonth(day.getMonth());
                default -> Integer.toString(day.getYear());
            };
            boolean sayYear = rhythm.unit() != ChronoUnit.YEARS && day.getYear() != year;
            marks.add(new Mark(day, label, sayYear ? Integer.toString(day.getYear()) : ""));
            year = day.getYear();
        }
        return List.copyOf(marks);
    }

    /** The first day of the rhythm that is not before the given one. */
    private static LocalDate start(LocalDate first, Rhythm rhythm) {
        LocalDate day = switch (rhythm.unit()) {
            case DAYS -> first;
            case MONTHS -> first.withDayOfMonth(1);
            default -> first.withDayOfYear(1).withYear(Math.floorDiv(first.getYear(), rhythm.every()) * rhythm.every());
        };
        if (!day.isBefore(first)) {
            return day;
        }
        // Months are counted from the first whole one, so that the story begins with a name.
        return day.plus(rhythm.unit() == ChronoUnit.MONTHS ? 1 : rhythm.every(), rhythm.unit());
    }
}
