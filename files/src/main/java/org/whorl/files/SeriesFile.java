package org.whorl.files;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.Observed;

/**
 * Reads figures in the order of time, for charts: a row for each day, with its value, and what it belongs to where there are several
 * series. An empty cell and {@code NA} are days for which nobody noted anything.
 */
public final class SeriesFile {
    /** The first day a figure may be of: an older one is nearly always a year with two digits, or a slip. */
    public static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private static final double MOST = 1e12;
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?(?:[T ].*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");

    private static final List<String> DATE = List.of("date", "dyddiad");
    private static final List<String> VALUE = List.of("value", "gwerth");
    private static final List<String> OF = List.of("of", "o");
    private static final List<String> SITE = List.of("site", "safle");

    private SeriesFile() {}

    /**
     * Which columns to read.
     *
     * @param date the column of days; null for {@code date}, or else the first
     * @param value the column of values; null for {@code value}, or else the one after the days
     * @param facet the column that tells series apart; null if there is but one
     * @param of the column of how many, for shares and rates; null for {@code of}
     * @param kind for which chart
     * @param loose whether a column called {@code site} tells series apart if there is one, and only an empty cell and {@code NA} mean
     *     that nobody noted anything, where R and Python write {@code NaN} too
     * @param people whether the values count people, so that each is whole and not below nought
     * @param today no day may come after it; null where days to come are taken
     */
    public record Columns(
            @Nullable String date,
            @Nullable String value,
            @Nullable String facet,
            @Nullable String of,
            ChartKind kind,
            boolean loose,
            boolean people,
            @Nullable LocalDate today) {

        /** Those of a file, by their names where somebody gave them. */
        public static Columns named(
                @Nullable String date,
                @Nullable String value,
                @Nullable String facet,
                @Nullable String of,
                ChartKind kind) {
            return new Columns(date, value, facet, of, kind, false, false, null);
        }

        /** What people paste from a sheet: day and value, of how many where it is asked, and the place if there are several. */
        public static Columns pasted(ChartKind kind, boolean people, LocalDate today) {
            return new Columns(null, null, null, null, kind, true, people, today);
        }

        /** Did somebody name one? Then the first line holds their names. */
        private boolean areNamed() {
            return date != null || value != null || facet != null || of != null;
        }
    }

    /** What came of reading. */
    public sealed interface Outcome {}

    /**
     * Series that can be drawn.
     *
     * @param series by name, in the order of the file; the name is blank where there is but one
     * @param lines in which line each day of each series stands, from 1
     */
    public record Good(SequencedMap<String, List<Observed>> series, Map<String, Map<LocalDate, Integer>> lines)
            implements Outcome {

        /** The line in which that day of that series stands; 0 if it stands in none. */
        public int line(String name, LocalDate day) {
            return lines.getOrDefault(name, Map.of()).getOrDefault(day, 0);
        }
    }

    /**
     * Everything that is wrong.
     *
     * @param faults at least one
     */
    public record Bad(List<Fault> faults) implements Outcome {
        public Bad {
            faults = List.copyOf(faults);
        }

        /** All faults, one a line. */
        public String text() {
            return String.join("\n", faults.stream().map(Fault::toString).toList());
        }
    }

    /** Reads a CSV file. */
    public static Outcome read(Path path, Columns columns) {
        Faults faults = new Faults();
        CsvRows rows = CsvRows.read(path, faults);
        if (rows.isParted() || !faults.none()) {
            return new Bad(faults.inOrder());
        }
        int first = first(rows);
        boolean headless = !columns.areNamed() && !isHeader(rows, first);
        List<String> header = new ArrayList<>();
        if (headless) {
            header.addAll(
                    columns.kind().hasExposure()
                            ? List.of("date", "value", "of", "site")
                            : List.of("date", "value", "site"));
        } else {
            for (int column = 0; column < rows.width(first); column++) {
                header.add(rows.cell(first, column));
            }
        }
        int date = column(rows, header, columns.date(), DATE, 0);
        int value = column(rows, header, columns.value(), VALUE, date == 1 ? 0 : 1);
        int facet = columns.facet() == null ? -1 : column(rows, header, columns.facet(), List.of(), -1);
        if (columns.loose()) {
            facet = place(header, SITE);
        }
        int of = columns.kind().hasExposure() ? column(rows, header, columns.of(), OF, -1) : -1;
        if (!faults.none()) {
            return new Bad(faults.inOrder());
        }
        SequencedMap<String, List<Observed>> series = new LinkedHashMap<>();
        Map<String, Map<LocalDate, Integer>> lines = new HashMap<>();
        for (int row = headless ? first : first + 1; row < rows.count(); row++) {
            if (rows.none(row, 0, rows.width(row))) {
                continue;
            }
            String name = facet < 0 ? "" : rows.cell(row, facet);
            String written = rows.cell(row, date);
            Optional<LocalDate> day = day(written);
            if (day.isEmpty()) {
                rows.fault(
                        row,
                        header.get(date),
                        written.isEmpty() ? "there is no date" : "\"%s\" is not a date".formatted(written),
                        row == first
                                ? "write the day as 2026-11-23, or call the column date if this line holds names"
                                : "write the day as 2026-11-23");
            } else {
                checkDay(rows, row, header.get(date), day.get(), columns.today());
                Integer before =
                        lines.computeIfAbsent(name, _ -> new HashMap<>()).putIfAbsent(day.get(), rows.line(row));
                if (before != null) {
                    rows.fault(
                            row,
                            header.get(date),
                            "%s stands in line %d too%s"
                                    .formatted(day.get(), before, name.isEmpty() ? "" : ", for " + name),
                            "keep one value for each day" + (facet < 0 ? ", or name a facet" : ""));
                }
            }
            Optional<Observed> seen = seen(rows, row, header, value, of, columns, day.orElse(LocalDate.EPOCH));
            seen.ifPresent(
                    each -> series.computeIfAbsent(name, _ -> new ArrayList<>()).add(each));
        }
        if (faults.none() && series.isEmpty()) {
            rows.fault(0, "", "there are no rows below the first", "write a row for each day");
        }
        return faults.none() ? new Good(series, lines) : new Bad(faults.inOrder());
    }

    /** The first row with anything in it. */
    private static int first(CsvRows rows) {
        for (int row = 0; row < rows.count(); row++) {
            if (!rows.none(row, 0, rows.width(row))) {
                return row;
            }
        }
        return 0;
    }

    /**
     * Does a row hold names? Only if it holds no digit, or the usual name of a column: a figure whose day nobody can read must be told
     * of, and not be taken for a heading.
     */
    private static boolean isHeader(CsvRows rows, int row) {
        boolean digits = false;
        for (int column = 0; column < rows.width(row); column++) {
            String cell = rows.cell(row, column).toLowerCase(Locale.ROOT);
            if (DATE.contains(cell) || VALUE.contains(cell)) {
                return true;
            }
            digits |= DIGIT.matcher(cell).find();
        }
        return !digits;
    }

    private static void checkDay(CsvRows rows, int row, String name, LocalDate day, @Nullable LocalDate today) {
        if (day.isBefore(EARLIEST)) {
            rows.fault(
                    row,
                    name,
                    "%s lies before 1990".formatted(day),
                    "write a day from 1990 on, the year with four digits");
        } else if (today != null && day.isAfter(today)) {
            rows.fault(row, name, "%s has not come yet".formatted(day), "check the year");
        }
    }

    /** A day as people write it: 2026-11-23, 2026-11 for its first day, 23/11/2026. None if it is no day. */
    public static Optional<LocalDate> day(String written) {
        Matcher yearFirst = YEAR_FIRST.matcher(written);
        Matcher dayFirst = DAY_FIRST.matcher(written);
        try {
            if (yearFirst.matches()) {
                String day = yearFirst.group(3);
                return Optional.of(LocalDate.of(
                        whole(yearFirst.group(1)), whole(yearFirst.group(2)), day == null ? 1 : whole(day)));
            }
            return dayFirst.matches()
                    ? Optional.of(
                            LocalDate.of(whole(dayFirst.group(3)), whole(dayFirst.group(2)), whole(dayFirst.group(1))))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int whole(String digits) {
        return Integer.parseInt(digits);
    }

    private static Optional<Observed> seen(
            CsvRows rows, int row, List<String> header, int value, int of, Columns columns, LocalDate day) {
        String written = rows.cell(row, value);
        if (written.isEmpty() || (!columns.loose() && written.equalsIgnoreCase("nan"))) {
            return Optional.of(Observed.missing(day));
        }
        double least = columns.people() || columns.kind().isNeverNegative() ? 0 : -MOST;
        OptionalDouble number = rows.number(
                row, value, header.get(value), least, MOST, "write a number, or leave it empty where nobody knows");
        OptionalDouble below = of < 0
                ? OptionalDouble.of(1)
                : rows.number(row, of, header.get(of), Double.MIN_VALUE, MOST, "write a number above 0");
        if (number.isEmpty() || below.isEmpty()) {
            return Optional.empty();
        }
        if (columns.people() && number.getAsDouble() != Math.rint(number.getAsDouble())) {
            rows.fault(
                    row,
                    header.get(value),
                    "%s is not a whole number".formatted(Words.of(number.getAsDouble())),
                    "write a whole number of people");
            return Optional.empty();
        }
        if (columns.kind() == ChartKind.P && number.getAsDouble() > below.getAsDouble()) {
            rows.fault(
                    row,
                    header.get(value),
                    "%s of %s is more than all"
                            .formatted(Words.of(number.getAsDouble()), Words.of(below.getAsDouble())),
                    "write no more than in column " + header.get(of));
            return Optional.empty();
        }
        return Optional.of(new Observed(day, number.getAsDouble(), below.getAsDouble()));
    }

    /** Where a column stands: the one that was named, the usual one, or else that place; -1 and a fault if nowhere. */
    private static int column(
            CsvRows rows, List<String> header, @Nullable String named, List<String> usual, int otherwise) {
        int found = named == null ? place(header, usual) : header.indexOf(named);
        if (found < 0 && named == null && otherwise >= 0 && otherwise < header.size()) {
            found = otherwise;
        }
        if (found < 0) {
            rows.fault(
                    0,
                    named == null ? usual.getFirst() : named,
                    "there is no such column",
                    "the columns are " + String.join(", ", header));
        }
        return found;
    }

    private static int place(List<String> header, List<String> names) {
        for (int column = 0; column < header.size(); column++) {
            if (names.contains(header.get(column).toLowerCase(Locale.ROOT))) {
                return column;
            }
        }
        return -1;
    }
}
