package org.whorl.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.load.RightSizing.Pathway;
import org.whorl.engine.load.RightSizing.Question;
import org.whorl.engine.load.RightSizing.Work;

/**
 * Reads what right-sizing asks: a workbook with the sheets {@code weeks} and {@code pathways}, or a folder with
 * {@code weeks.csv} and {@code pathways.csv}. The columns are in docs/method/right-sizing.md.
 */
public final class SizingFile {

    private static final List<String> WEEKS = List.of("weeks", "week", "discharges");
    private static final List<String> PATHWAYS =
            List.of("pathways", "pathway", "people", "length-of-stay", "occupancy");
    private static final double MOST = 1e6;

    private SizingFile() {}

    /** What came of reading. */
    public sealed interface Sizing {}

    /** A question that can be answered. */
    public record Good(Question question) implements Sizing {}

    /**
     * Everything that is wrong.
     *
     * @param faults at least one
     */
    public record Bad(List<Fault> faults) implements Sizing {
        public Bad {
            faults = List.copyOf(faults);
        }

        /** All faults, one a line. */
        public String text() {
            return String.join("\n", faults.stream().map(Fault::toString).toList());
        }
    }

    /** A table with named columns, wherever it comes from. */
    private interface Rows {
        int count();

        String text(int row, String column);

        double number(int row, String column, double least);

        void fault(int row, String column, String wrong, String right);

        void fault(String wrong, String right);

        /** A number, or what is usual where the cell is empty or the column is not there. */
        default double number(int row, String column, double least, double usual) {
            return text(row, column).isEmpty() ? usual : number(row, column, least);
        }
    }

    /** Reads a workbook or a folder. */
    public static Sizing read(Path path) {
        Faults faults = new Faults();
        List<Rows> tables = new ArrayList<>();
        if (Files.isDirectory(path)) {
            for (List<String> wanted : List.of(WEEKS, PATHWAYS)) {
                tables.add(new OfCsv(path.resolve(wanted.getFirst() + ".csv"), wanted, faults));
            }
        } else {
            WorkbookSheet.read(path, faults, List.of(WEEKS, PATHWAYS)).forEach(sheet -> tables.add(new OfSheet(sheet)));
        }
        if (!faults.none()) {
            return new Bad(faults.inOrder());
        }
        List<Double> weeks = new ArrayList<>();
        Rows first = tables.getFirst();
        for (int row = 0; row < first.count(); row++) {
            weeks.add(first.number(row, "discharges", 0));
        }
        List<Pathway> pathways = new ArrayList<>();
        Rows second = tables.getLast();
        for (int row = 0; row < second.count(); row++) {
            pathway(second, row).ifPresent(pathways::add);
        }
        if (weeks.isEmpty()) {
            first.fault("there is no week", "write a row for each week");
        }
        if (second.count() == 0) {
            second.fault("there is no pathway", "write a row for each pathway");
        }
        return faults.none() ? new Good(new Question(weeks, pathways)) : new Bad(faults.inOrder());
    }

    private static Optional<Pathway> pathway(Rows rows, int row) {
        String name = rows.text(row, "pathway");
        double people = rows.number(row, "people", 0);
        double growth = rows.number(row, "growth", -0.99, 0);
        double stay = rows.number(row, "length-of-stay", 0);
        double varies = rows.number(row, "stay-sd", 0, stay);
        double occupancy = rows.number(row, "occupancy", 0);
        boolean right = true;
        if (name.isEmpty()) {
            rows.fault(row, "pathway", "there is no name", "write a name such as P1");
            right = false;
        }
        if (stay <= 0 || stay > MOST) {
            rows.fault(row, "length-of-stay", Words.of(stay) + " days cannot be", "write a number of days above 0");
            right = false;
        }
        if (occupancy <= 0 || occupancy > 1) {
            rows.fault(
                    row,
                    "occupancy",
                    Words.of(occupancy) + " is not a share of places",
                    "write a share above 0 and up to 1, such as 0.9");
            right = false;
        }
        Optional<Work> work = work(rows, row);
        return right ? Optional.of(new Pathway(name, people, growth, stay, varies, occupancy, work)) : Optional.empty();
    }

    private static Optional<Work> work(Rows rows, int row) {
        if (rows.text(row, "first-visits").isEmpty()) {
            return Optional.empty();
        }
        double first = rows.number(row, "first-visits", 0);
        double hours = rows.number(row, "hours-a-week", 0, 37.5);
        double away = rows.number(row, "away", 0, 0);
        double doubleHanded = rows.number(row, "double-handed", 0, 0);
        boolean right = true;
        if (hours <= 0) {
            rows.fault(row, "hours-a-week", "nobody is paid for 0 hours", "write hours such as 37.5");
            right = false;
        }
        if (away >= 1) {
            rows.fault(row, "away", "everybody is always away", "write a share below 1, such as 0.22");
            right = false;
        }
        if (doubleHanded > 1) {
            rows.fault(row, "double-handed", Words.of(doubleHanded) + " is above 1", "write a share from 0 to 1");
            right = false;
        }
        return right
                ? Optional.of(new Work(
                        first,
                        rows.number(row, "last-visits", 0, first),
                        doubleHanded,
                        rows.number(row, "contact-minutes", 0),
                        rows.number(row, "travel-minutes", 0, 0),
                        rows.number(row, "admin-minutes", 0, 0),
                        hours,
                        away))
                : Optional.empty();
    }

    /** A sheet of a workbook. */
    private record OfSheet(WorkbookSheet sheet) implements Rows {
        @Override
        public int count() {
            return sheet.count();
        }

        @Override
        public String text(int row, String column) {
            return sheet.text(row, column);
        }

        @Override
        public double number(int row, String column, double least) {
            return sheet.number(row, column, least);
        }

        @Override
        public void fault(int row, String column, String wrong, String right) {
            sheet.fault(row, column, wrong, right);
        }

        @Override
        public void fault(String wrong, String right) {
            sheet.fault(wrong, right);
        }
    }

    /** A CSV file with names in its first row. */
    private static final class OfCsv implements Rows {
        private final CsvRows rows;
        private final List<String> header = new ArrayList<>();

        OfCsv(Path path, List<String> wanted, Faults faults) {
            rows = CsvRows.read(path, faults);
            if (rows.count() > 0) {
                for (int column = 0; column < rows.width(0); column++) {
                    header.add(rows.cell(0, column));
                }
                wanted.stream()
                        .skip(1)
                        .filter(column -> !header.contains(column))
                        .forEach(column -> rows.fault(
                                0, column, "there is no such column", "the columns are " + String.join(", ", header)));
            }
        }

        @Override
        public int count() {
            return Math.max(0, rows.count() - 1);
        }

        @Override
        public String text(int row, String column) {
            int index = header.indexOf(column);
            return index < 0 ? "" : rows.cell(row + 1, index);
        }

        @Override
        public double number(int row, String column, double least) {
            return rows.number(
                            row + 1,
                            Math.max(0, header.indexOf(column)),
                            column,
                            least,
                            MOST,
                            "write a number from %s up".formatted(Words.of(least)))
                    .orElse(least);
        }

        @Override
        public void fault(int row, String column, String wrong, String right) {
            rows.fault(row + 1, column, wrong, right);
        }

        @Override
        public void fault(String wrong, String right) {
            rows.fault(0, "", wrong, right);
        }
    }
}
