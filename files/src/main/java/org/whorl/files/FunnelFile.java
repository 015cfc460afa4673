package org.whorl.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.whorl.engine.spc.Funnel.Row;

/**
 * Reads what a funnel asks: {@code unit}, {@code numerator}, {@code denominator}, and if there are several periods {@code
 * period}; {@code case-mix} tells how hard each unit's people are to help.
 */
public final class FunnelFile {
    private static final List<String> NEEDED = List.of("unit", "numerator", "denominator");
    private static final double MOST = 1e9;

    private FunnelFile() {}

    /** What came of reading. */
    public sealed interface Outcome {}

    /** Rows that can be set beside each other. */
    public record Good(List<Row> rows) implements Outcome {
        public Good {
            rows = List.copyOf(rows);
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
    public static Outcome read(Path path) {
        Faults faults = new Faults();
        CsvRows rows = CsvRows.read(path, faults);
        if (rows.isParted()) {
            return new Bad(faults.inOrder());
        }
        List<String> header = new ArrayList<>();
        for (int column = 0; rows.count() > 0 && column < rows.width(0); column++) {
            header.add(rows.cell(0, column));
        }
        for (String needed : NEEDED) {
            if (faults.none() && !header.contains(needed)) {
                rows.fault(0, needed, "there is no such column", "the columns are " + String.join(", ", header));
            }
        }
        if (!faults.none()) {
            return new Bad(faults.inOrder());
        }
        List<Row> read = new ArrayList<>();
        Set<List<String>> once = new HashSet<>();
        for (int row = 1; row < rows.count(); row++) {
            String unit = rows.cell(row, header.indexOf("unit"));
            String period = header.contains("period") ? rows.cell(row, header.indexOf("period")) : "";
            if (unit.isEmpty()) {
                rows.fault(row, "unit", "there is no name", "write who it is");
            } else if (!once.add(List.of(unit, period))) {
                rows.fault(
                        row,
                        "unit",
                        "\"%s\" stands here twice%s".formatted(unit, period.isEmpty() ? "" : " for " + period),
                        "keep one row for each unit and period");
            }
            OptionalDouble denominator =
                    rows.number(row, header.indexOf("denominator"), "denominator", 1, MOST, "write a number from 1 up");
            OptionalDouble numerator =
                    rows.number(row, header.indexOf("numerator"), "numerator", 0, MOST, "write a number from 0 up");
            OptionalDouble mix = OptionalDouble.empty();
            if (header.contains("case-mix")
                    && !rows.cell(row, header.indexOf("case-mix")).isEmpty()) {
                mix = rows.number(
                        row, header.indexOf("case-mix"), "case-mix", -MOST, MOST, "write a number, or leave it empty");
            }
            if (denominator.isPresent() && numerator.isPresent()) {
                if (numerator.getAsDouble() > denominator.getAsDouble()) {
                    rows.fault(
                            row,
                            "numerator",
                            "%s of %s is more than all"
                                    .formatted(Words.of(numerator.getAsDouble()), Words.of(denominator.getAsDouble())),
                            "write no more than the denominator");
                } else {
                    read.add(new Row(unit, period, numerator.getAsDouble(), denominator.getAsDouble(), mix));
                }
            }
        }
        if (faults.none()) {
            String newest =
                    read.stream().map(Row::period).max(String::compareTo).orElse("");
            if (read.stream().filter(row -> row.period().equals(newest)).count() < 3) {
                rows.fault(
                        0,
                        "unit",
                        "the newest period%s has fewer than three units"
                                .formatted(newest.isEmpty() ? "" : ", " + newest + ","),
                        "a funnel needs three or more");
            }
        }
        return faults.none() ? new Good(read) : new Bad(faults.inOrder());
    }
}
