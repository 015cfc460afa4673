package org.whorl.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** The rows of another tool's CSV file, stripped of blanks. What is wrong with a cell names its line and its column. */
final class CsvRows {
    private final String file;
    private final List<CsvRecord> rows;
    private final Faults faults;

    private CsvRows(String file, List<CsvRecord> rows, Faults faults) {
        this.file = file;
        this.rows = rows;
        this.faults = faults;
    }

    /** A file that cannot be read has no rows, and the fault is told. */
    static CsvRows read(Path path, Faults faults) {
        String file = String.valueOf(path.getFileName());
        switch (TextFile.read(path)) {
            case TextFile.Refused(int line, String wrong, String right) -> {
                faults.add(file, line, "", wrong, right);
                return new CsvRows(file, List.of(), faults);
            }
            case TextFile.Content(String text) -> {
                try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
                    CsvRows read = new CsvRows(file, csv.stream().toList(), faults);
                    if (read.rows.isEmpty()) {
                        read.fault(0, "", "the file is empty", "choose the file with the template");
                    }
                    return read;
                } catch (CsvParseException e) {
                    faults.add(file, 0, "", "this is not CSV: " + e.getMessage(), "save the sheet as CSV");
                } catch (IOException e) {
                    throw new UncheckedIOException(e); // nothing is read from disk here
                }
                return new CsvRows(file, List.of(), faults);
            }
        }
    }

    /** Tells of a first line whose columns stand apart by something else than commas; true if it is so. */
    boolean isParted() {
        if (rows.isEmpty() || width(0) != 1) {
            return false;
        }
        String first = cell(0, 0);
        String by = first.contains(";") ? "semicolons" : first.contains("\t") ? "tabs" : "";
        if (!by.isEmpty()) {
            fault(0, "", "the columns stand apart by " + by, "save the sheet as CSV with commas between the columns");
        }
        return !by.isEmpty();
    }

    String file() {
        return file;
    }

    int count() {
        return rows.size();
    }

    int line(int row) {
        return (int) rows.get(row).getStartingLineNumber();
    }

    int width(int row) {
        return rows.get(row).getFieldCount();
    }

    /** A cell; empty where the sheet has none, or says NA. */
    String cell(int row, int column) {
        String text = column < width(row) ? rows.get(row).getField(column).strip() : "";
        return text.equals("NA") ? "" : text;
    }

    boolean none(int row, int from, int until) {
        for (int column = from; column < until; column++) {
            if (!cell(row, column).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * A number in a cell, {@code Inf} for no limit; empty, and the fault told, where it is something else or out of bounds.
     *
     * @param right what would be right
     */
    OptionalDouble number(int row, int column, String name, double least, double most, String right) {
        String text = cell(row, column);
        OptionalDouble number =
                text.equalsIgnoreCase("inf") ? OptionalDouble.of(Double.POSITIVE_INFINITY) : Reading.parse(text);
        if (number.isEmpty()) {
            fault(row, name, text.isEmpty() ? "there is no number" : "\"%s\" is not a number".formatted(text), right);
        } else if (number.getAsDouble() < least || number.getAsDouble() > most) {
            fault(
                    row,
                    name,
                    "%s is %s"
                            .formatted(
                                    text,
                                    number.getAsDouble() < least
                                            ? "below " + Words.of(least)
                                            : "above " + Words.of(most)),
                    right);
            return OptionalDouble.empty();
        }
        return number;
    }

    void fault(int row, String column, String wrong, String right) {
        faults.add(file, row < rows.size() ? line(row) : 0, column, wrong, right);
    }
}
