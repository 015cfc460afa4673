package org.whorl.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Observation;

/** Reads the CSV tables a model points to. Their faults name the table, its line and the column. */
final class Tables {
    private static final int MOST_FAULTS = 20;
    private static final List<String> OBSERVED = List.of("measure", "date", "value", "source");

    private final Reading reading;
    private int found;

    Tables(Reading reading) {
        this.reading = reading;
    }

    /** A table as it stands in its file. */
    record Table(String name, List<String> header, List<CsvRecord> rows) {}

    /**
     * Numbers from one column of a table.
     *
     * @param written {@code {file: stays.csv}}, with {@code column} if it is not the usual one nor the only one
     * @param usual the column's usual name
     */
    List<Double> column(Written written, String path, String usual) {
        String right = "write {file: %s.csv}".formatted(usual);
        Fields fields = Fields.of(reading, written, path, right, List.of("file", "column"));
        Written file = fields.need("file", right);
        Written column = fields.find("column");
        String wanted = column == null ? null : reading.text(column, fields.at("column"), "write a column's name");
        Table table = file == null ? null : open(file, fields.at("file"));
        if (table == null) {
            return List.of(1.0);
        }
        int index = index(table, wanted, usual);
        if (index < 0) {
            return List.of(1.0);
        }
        List<Double> numbers = new ArrayList<>();
        for (CsvRecord row : table.rows) {
            numbers.add(number(table, row, index, table.header.get(index), "a number of days such as 4.5"));
        }
        if (numbers.isEmpty()) {
            fault(table, 1, table.header.get(index), "the table has no rows", "write at least one");
            return List.of(1.0);
        }
        return numbers;
    }

    private int index(Table table, @Nullable String wanted, String usual) {
        int index = table.header.indexOf(wanted == null ? usual : wanted);
        if (index < 0 && wanted == null && table.header.size() == 1) {
            return 0;
        }
        if (index < 0) {
            fault(
                    table,
                    1,
                    wanted == null ? usual : wanted,
                    "there is no such column",
                    "the columns are %s; name one with column:".formatted(String.join(", ", table.header)));
        }
        return index;
    }

    /** What was really seen. */
    List<Observation> observed(Written file, String path) {
        Table table = open(file, path);
        if (table == null) {
            return List.of();
        }
        if (!table.header.equals(OBSERVED)) {
            fault(
                    table,
                    1,
                    "",
                    "the columns are %s".formatted(String.join(",", table.header)),
                    "write measure,date,value,source");
            return List.of();
        }
        List<Observation> observed = new ArrayList<>();
        for (CsvRecord row : table.rows) {
            reading.faults()
                    .write("%s[%d]".formatted(path, observed.size()), table.name, (int) row.getStartingLineNumber());
            observed.add(new Observation(
                    row.getField(0),
                    date(table, row),
                    number(table, row, 2, "value", "a number such as 61"),
                    row.getField(3)));
        }
        return observed;
    }

    /** A table of the model's folder; null where it cannot be read, and the fault is told. */
    @Nullable
    Table open(Written file, String path) {
        String name = reading.text(file, path, "write the name of a CSV file in this folder");
        if (name.isEmpty()) {
            return null;
        }
        reading.write(path, file.line());
        Path inside = reading.folder().resolve(name).normalize();
        if (Path.of(name).isAbsolute() || !inside.startsWith(reading.folder().normalize())) {
            reading.mismatch(
                    file.line(), path, name + " lies outside the model's folder", "put the file into the folder");
            return null;
        }
        String text;
        switch (TextFile.read(inside)) {
            case TextFile.Content content -> text = content.text();
            case TextFile.Refused refused -> {
                if (refused.line() == 0) {
                    reading.mismatch(file.line(), path, name + ": " + refused.wrong(), refused.right());
                } else {
                    reading.faults().add(name, refused.line(), "", refused.wrong(), refused.right());
                }
                return null;
            }
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return table(name, csv.stream().toList());
        } catch (CsvParseException e) {
            reading.mismatch(
                    file.line(),
                    path,
                    "%s is not CSV: %s".formatted(name, e.getMessage()),
                    "separate columns by commas, and close every quote");
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read from disk here
        }
    }

    private @Nullable Table table(String name, List<CsvRecord> records) {
        if (records.isEmpty()) {
            reading.faults().add(name, 0, "", "the table is empty", "write a first line with the columns' names");
            return null;
        }
        List<String> header =
                records.getFirst().getFields().stream().map(String::strip).toList();
        Table table = new Table(name, header, new ArrayList<>());
        for (CsvRecord row : records.subList(1, records.size())) {
            if (row.getFieldCount() == header.size()) {
                table.rows.add(row);
            } else {
                fault(
                        table,
                        (int) row.getStartingLineNumber(),
                        "",
                        "this line has %d of %d columns".formatted(row.getFieldCount(), header.size()),
                        "write as many as in the first line");
            }
        }
        return table;
    }

    /** A number from 0 up in a cell; where there is none, the fault is told and 1 stands for it. */
    double number(Table table, CsvRecord row, int index, String column, String right) {
        String text = row.getField(index).strip();
        double number = Reading.parse(text).orElse(Double.NaN);
        if (Double.isFinite(number) && number >= 0) {
            return number;
        }
        String wrong = number < 0 ? text + " is below 0" : "\"" + text + "\" is not a number";
        fault(table, (int) row.getStartingLineNumber(), column, wrong, "write " + right);
        return 1;
    }

    private LocalDate date(Table table, CsvRecord row) {
        String text = row.getField(1).strip();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            fault(
                    table,
                    (int) row.getStartingLineNumber(),
                    "date",
                    "\"" + text + "\" is not a date",
                    "write a day as year-month-day, such as 2026-04-01");
            return LocalDate.EPOCH;
        }
    }

    void fault(Table table, int line, String column, String wrong, String right) {
        found++;
        if (found <= MOST_FAULTS) {
            reading.faults().add(table.name, line, column, wrong, right);
        } else if (found == MOST_FAULTS + 1) {
            reading.faults().add(table.name, line, "", "there are more faults from here on", "put these right first");
        }
    }
}
