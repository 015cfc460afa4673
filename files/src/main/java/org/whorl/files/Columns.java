package org.whorl.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A table for a terminal: words to the left, numbers to the right. */
public final class Columns {
    private static final int WIDEST_WORDS = 60;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> words;

    /** A table whose first column holds words. */
    public Columns(String... headings) {
        this(List.of(0), headings);
    }

    /**
     * A table.
     *
     * @param words the columns that hold words; long ones, other than the first, are cut
     */
    public Columns(List<Integer> words, String... headings) {
        this.words = words;
        rows.add(List.of(headings));
    }

    /** Headings in the order given. */
    @SafeVarargs
    public static <K> SequencedMap<K, String> headings(Map.Entry<K, String>... headings) {
        SequencedMap<K, String> ordered = new LinkedHashMap<>();
        for (Map.Entry<K, String> heading : headings) {
            ordered.put(heading.getKey(), heading.getValue());
        }
        return Collections.unmodifiableSequencedMap(ordered);
    }

    /** Adds a row with as many cells as there are headings. */
    public void row(List<String> cells) {
        List<String> cut = new ArrayList<>(cells);
        for (int c = 1; c < cut.size(); c++) {
            String cell = cut.get(c);
            if (words.contains(c) && cell.length() > WIDEST_WORDS) {
                cut.set(c, cell.substring(0, WIDEST_WORDS - 3).stripTrailing() + "...");
            }
        }
        rows.add(cut);
    }

    /** Whether it has no row yet. */
    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The table, indented by two; columns in which nothing stands are left out. */
    public String text() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        boolean[] used = new boolean[columns];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns; c++) {
                String cell = rows.get(r).get(c);
                widths[c] = Math.max(widths[c], cell.codePointCount(0, cell.length()));
                used[c] |= c == 0 || (r > 0 && !cell.isEmpty());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ");
            for (int c = 0; c < columns; c++) {
                if (used[c]) {
                    String cell = row.get(c);
                    String space = " ".repeat(widths[c] - cell.codePointCount(0, cell.length()));
                    line.append(c == 0 ? " " : "   ").append(words.contains(c) ? cell + space : space + cell);
                }
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
