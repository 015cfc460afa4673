package org.whorl.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** What stands in a sheet that somebody filled in, as text: the first sheet of a workbook (.xlsx), or a CSV file. */
public final class SheetRows {
    private static final long LARGEST_UNPACKED = 100L << 20;
    private static final int MOST_ROWS = 20_000;

    private SheetRows() {}

    /** Read, or the reason why not. */
    public sealed interface Content {
        /**
         * What stands in it.
         *
         * @param rows from the first one that holds anything, in order
         */
        record Rows(List<Line> rows) implements Content {
            /** Keeps a copy. */
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        /** Not read. */
        enum Refused implements Content {
            /** Nothing stands in it. */
            EMPTY,
            /** It is text, but not in UTF-8: letters such as ŵ would be lost. */
            NOT_UTF_8,
            /** It is neither a workbook nor a table of text. */
            NOT_A_SHEET,
            /** It is larger than 20,000 rows. */
            TOO_LARGE
        }
    }

    /**
     * A row.
     *
     * @param number as the spreadsheet counts them, from 1; in a CSV file the line it begins on
     * @param cells from the left, without blanks around them; shorter where nothing follows
     */
    public record Line(int number, List<String> cells) {
        /** Keeps a copy. */
        public Line {
            cells = List.copyOf(cells);
        }

        /** The cell of a column; empty where there is none. */
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /** Reads a file, whatever it calls itself. */
    public static Content read(byte[] file) {
        if (file.length == 0) {
            return Content.Refused.EMPTY;
        }
        boolean packed = file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
        Content content = packed ? workbook(file) : csv(file);
        return content instanceof Content.Rows(List<Line> rows) && rows.isEmpty() ? Content.Refused.EMPTY : content;
    }

    private static Content csv(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException _) {
            return Content.Refused.NOT_UTF_8;
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.indexOf('\0') >= 0) {
            return Content.Refused.NOT_A_SHEET;
        }
        String first = text.lines().findFirst().orElse("");
        char separator =
                count(first, ';') > count(first, ',') ? ';' : count(first, '\t') > count(first, ',') ? '\t' : ',';
        List<Line> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                if (rows.size() > MOST_ROWS) {
                    return Content.Refused.TOO_LARGE;
                }
                add(rows, (int) row.getStartingLineNumber(), row.getFields());
            }
            return new Content.Rows(rows);
        } catch (CsvParseException _) {
            return Content.Refused.NOT_A_SHEET;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read from disk here
        }
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    private static void add(List<Line> rows, int number, List<String> cells) {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            rows.add(new Line(number, cells.stream().map(String::strip).toList()));
        }
    }

    private static Content workbook(byte[] file) {
        try {
            if (unpacked(file) > LARGEST_UNPACKED) {
                return Content.Refused.TOO_LARGE;
            }
            try (ReadableWorkbook book =
                            new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                    Stream<Row> all = book.getFirstSheet().openStream()) {
                List<Row> found = all.limit(MOST_ROWS + 2L).toList();
                if (found.size() > MOST_ROWS + 1) {
                    return Content.Refused.TOO_LARGE;
                }
                List<Line> rows = new ArrayList<>();
                for (Row row : found) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < row.getCellCount(); column++) {
                        cells.add(text(row.getOptionalCell(column).orElse(null)));
                    }
                    add(rows, row.getRowNum(), cells);
                }
                return new Content.Rows(rows);
            }
        } catch (IOException | ExcelReaderException e) {
            return Content.Refused.NOT_A_SHEET;
        }
    }

    /** How much there is once it is unpacked; no more of it is unpacked than may be. */
    private static long unpacked(byte[] file) throws IOException {
        long size = 0;
        byte[] part = new byte[65_536];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int read = zip.read(part); read >= 0 && size <= LARGEST_UNPACKED; read = zip.read(part)) {
                    size += read;
                }
                if (size > LARGEST_UNPACKED) {
                    return size;
                }
            }
        }
        return size;
    }

    /** A cell as somebody reads it: a day as a day, a number without the form it is kept in, of a formula what came out. */
    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER && isDay(cell.getDataFormatString())) {
            return cell.asDate().toLocalDate().toString();
        }
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getType() == CellType.FORMULA ? String.valueOf(cell.getRawValue()) : cell.getText();
    }

    private static boolean isDay(@Nullable String format) {
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?i).*[dy].*");
    }
}
