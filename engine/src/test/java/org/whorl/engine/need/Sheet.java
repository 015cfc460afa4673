package org.whorl.engine.need;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A plain CSV table for tests: no commas inside cells. */
record Sheet(List<String> header, List<List<String>> rows) {

    static Sheet resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Sheet.class.getResourceAsStream(name))) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Path shared(String folder) {
        return Path.of(Objects.requireNonNull(System.getProperty("whorl.shared")), "data")
                .resolve(folder);
    }

    static Sheet file(Path path) throws IOException {
        return of(Files.readString(path));
    }

    private static Sheet of(String text) {
        List<List<String>> all = text.lines()
                .map(l -> Arrays.stream(l.split(",", -1))
                        .map(c -> c.replace("\"", ""))
                        .toList())
                .toList();
        return new Sheet(all.getFirst(), all.subList(1, all.size()));
    }

    String text(int row, String column) {
        return rows.get(row).get(header.indexOf(column));
    }

    double number(int row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    int whole(int row, String column) {
        return Integer.parseInt(text(row, column));
    }

    /** A column of the rows whose first cell is one of these. */
    List<Double> column(List<String> first, String column) {
        return first.stream()
                .map(id -> number(rows.stream().map(r -> r.get(0)).toList().indexOf(id), column))
                .toList();
    }
}
