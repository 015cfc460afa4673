package org.whorl.draw;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines through time, each with the band that holds half of the runs and the band that holds nine in ten.
 *
 * <p>One or two lines share a plot. From three on each has a plot of its own with the first line beside it, all at the
 * same scale: bands laid over each other say nothing.
 *
 * @param measure what the height means, with its unit
 * @param lines the first is the one others are compared with
 * @param threshold a level that matters, drawn across
 */
public record Bands(
        Words words,
        String title,
        String sentence,
        String measure,
        Unit unit,
        List<Line> lines,
        @Nullable Threshold threshold)
        implements Chart {

    /** Up to this many points a table shows every one; beyond it, the first of each month and the last of all. */
    private static final int LONGEST_TABLE = 31;

    /** Refuses a chart without words. */
    public Bands {
        Needed.words(title, sentence);
        lines = List.copyOf(lines);
    }

    /** A chart without a threshold. */
    public Bands(Words words, String title, String sentence, String measure, Unit unit, List<Line> lines) {
        this(words, title, sentence, measure, unit, lines, null);
    }

    /** The same with a level that matters. */
    public Bands withThreshold(double value, String label) {
        return new Bands(words, title, sentence, measure, unit, lines, new Threshold(value, label));
    }

    /**
     * A line with its bands.
     *
     * @param name what it stands for: a scenario, say
     * @param points in order of time, each day once
     */
    public record Line(String name, List<Point> points) {
        /** Refuses points out of order. */
        public Line {
            points = List.copyOf(points);
            for (int i = 1; i < points.size(); i++) {
                if (!points.get(i - 1).date().isBefore(points.get(i).date())) {
                    throw new IllegalArgumentException("the points of '%s' are not in order of time at %s"
                            .formatted(name, points.get(i).date()));
                }
            }
        }
    }

    /**
     * One day of a line. Any number may be missing (not a number): the line or band has a gap there.
     *
     * @param middle the line: a median or a mean
     * @param low50 half of the runs lie between this
     * @param high50 and this
     * @param low90 nine in ten runs lie between this
     * @param high90 and this
     */
    public record Point(LocalDate date, double middle, double low50, double high50, double low90, double high90) {
        /** A day without bands. */
        public static Point of(LocalDate date, double middle) {
            return new Point(date, middle, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }

        /** The middle with the wide band. */
        Reading reading() {
            return low90 <= high90 ? new Reading(middle, low90, high90) : Reading.of(middle);
        }

        double[] values() {
            return new double[] {middle, low50, high50, low90, high90};
        }
    }

    /**
     * A level that matters.
     *
     * @param value in the unit of the chart
     * @param label what it is called
     */
    public record Threshold(double value, String label) {}

    @Override
    public String svg(Size size, String id) {
        return new BandsPicture(this, size).draw(id);
    }

    @Override
    public Table table() {
        List<String> headers = new ArrayList<>(List.of(words.date()));
        for (Line line : lines) {
            headers.add(line.name());
        }
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate day : daysInTable()) {
            List<String> row = new ArrayList<>(List.of(words.shortDate(day)));
            for (Line line : lines) {
                row.add(words.value(unit, readingOn(line, day)));
            }
            rows.add(row);
        }
        boolean bands = lines.stream()
                .flatMap(line -> line.points().stream())
                .anyMatch(point -> point.reading().hasInterval());
        return new Table(bands ? title + ". " + words.middleAndBand() : title, headers, rows);
    }

    /** The value of a line on a day; unknown where it has none. */
    static Reading readingOn(Line line, LocalDate day) {
        int low = 0;
        int high = line.points().size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Point point = line.points().get(middle);
            int order = point.date().compareTo(day);
            if (order == 0) {
                return point.reading();
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Reading.unknown();
    }

    /** Every day on which some line has a point, in order. */
    List<LocalDate> days() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToLong(point -> point.date().toEpochDay())
                .sorted()
                .distinct()
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
    }

    private List<LocalDate> daysInTable() {
        List<LocalDate> days = days();
        if (days.size() <= LONGEST_TABLE) {
            return days;
        }
        List<LocalDate> chosen = new ArrayList<>();
        for (LocalDate day : days) {
            boolean newMonth = chosen.isEmpty()
                    || !day.withDayOfMonth(1).equals(chosen.getLast().withDayOfMonth(1));
            if (newMonth || day.equals(days.getLast())) {
                chosen.add(day);
            }
        }
        return List.copyOf(chosen);
    }
}
