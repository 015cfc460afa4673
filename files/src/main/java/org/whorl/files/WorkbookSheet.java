package org.whorl.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook, with names in its first row. What is wrong with a cell names its row and its column. */
final class WorkbookSheet {
    private final String file;
    private final String name;
    private final List<String> header = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Faults faults;

    private WorkbookSheet(String file, String name, Faults faults) {
        this.file = file;
        this.name = name;
        this.faults = faults;
    }

    /**
     * Reads the sheets with these names; a sheet that is missing, or a file that is no workbook, is told.
     *
     * @param wanted for each sheet its name and, after it, the columns it must have
     */
    static List<WorkbookSheet> read(Path path, Faults faults, List<List<String>> wanted) {
        String file = String.valueOf(path.getFileName());
        List<WorkbookSheet> sheets = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(path.toFile())) {
            for (List<String> names : wanted) {
                WorkbookSheet sheet = new WorkbookSheet(file, names.getFirst(), faults);
                Optional<Sheet> found = book.findSheet(names.getFirst());
                if (found.isEmpty()) {
                    faults.add(
                            file,
                            0,
                            names.getFirst(),
                            "there is no such sheet",
                            "the sheets are "
                                    + String.join(
                                            ", ",
                                            book.getSheets().map(Sheet::getName).toList()));
                } else {
                    sheet.fill(found.get(), names.subList(1, names.size()));
                }
                sheets.add(sheet);
            }
        } catch (IOException | ExcelReaderException e) {
            faults.add(
                    file,
                    0,
                    "",
                    path.toFile().exists()
                            ? "this is not a workbook (%s)".formatted(e.getMessage())
                            : "there is no such file",
                    "choose an .xlsx file");
        }
        return sheets;
    }

    private void fill(Sheet sheet, List<String> columns) throws IOException {
        List<Row> all = sheet.read();
        if (!all.isEmpty()) {
            Row first = all.getFirst();
            for (int column = 0; column < first.getCellCount(); column++) {
                header.add(first.getCellText(column).strip());
            }
            all.stream()
                    .skip(1)
                    .filter(row -> row.stream()
                            .anyMatch(cell -> cell != null && !cell.getText().isBlank()))
                    .forEach(rows::add);
        }
        for (String column : columns) {
            if (!header.contains(column)) {
                faults.add(
                        file,
                        1,
                        name + "." + column,
                        "there is no such column",
                        "the columns are " + String.join(", ", header));
            }
        }
    }

    int count() {
        return rows.size();
    }

    /** A text; empty where there is none, or where it says NA. */
    String text(int row, String column) {
        Cell cell = cell(row, column);
        String text = cell == null ? "" : cell.getText().strip();
        return text.equals("NA") ? "" : text;
    }

    boolean has(int row, String column) {
        return !text(row, column).isEmpty();
    }

    /** A number from {@code least} up; the least, and the fault told, where it is something else. */
    double number(int row, String column, double least) {
        String right = "write a number from %s up".formatted(Words.of(least));
        String text = text(row, column);
        Cell cell = cell(row, column);
        OptionalDouble number = cell != null && cell.getType() == CellType.NUMBER
                ? OptionalDouble.of(((BigDecimal) cell.getValue()).doubleValue())
                : cell != null && cell.getType() == CellType.FORMULA && cell.getRawValue() != null
                        ? Reading.parse(cell.getRawValue())
                        : Reading.parse(text);
        if (number.isEmpty()) {
            fault(row, column, text.isEmpty() ? "there is no number" : "\"%s\" is not a number".formatted(text), right);
        } else if (number.getAsDouble() < least) {
            fault(row, column, "%s is below %s".formatted(text, Words.of(least)), right);
        }
        return Math.max(least, number.orElse(least));
    }

    /** A day; the first of all days, and the fault told, where it is something else. */
    LocalDate date(int row, String column) {
        Cell cell = cell(row, column);
        try {
            if (cell != null && cell.getType() == CellType.NUMBER) {
                return cell.asDate().toLocalDate();
            }
            return LocalDate.parse(text(row, column));
        } catch (ExcelReaderException | java.time.DateTimeException _) {
            fault(row, column, "\"%s\" is not a date".formatted(text(row, column)), "write a day such as 2023-01-31");
            return LocalDate.EPOCH;
        }
    }

    private @Nullable Cell cell(int row, String column) {
        int index = header.indexOf(column);
        return index < 0 ? null : rows.get(row).getOptionalCell(index).orElse(null);
    }

    void fault(int row, String column, String wrong, String right) {
        faults.add(file, rows.get(row).getRowNum(), name + "." + column, wrong, right);
    }

    void fault(String wrong, String right) {
        faults.add(file, 0, name, wrong, right);
    }
}
