package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of the report. The first cell of a row names it; a table too wide for its page can be moved sideways, with the
 * keyboard too. Its caption names it among all others, so it stands once in a page. In a table of numbers the interval
 * in brackets stands on a line of its own below its value.
 */
final class Grid {

    /** A cell; its language is given where it is not that of the page. */
    private record Cell(String text, @Nullable String language) {}

    private final String caption;
    private final List<String> headers;
    private final List<List<Cell>> rows = new ArrayList<>();
    private boolean ofWords;

    Grid(String caption, List<String> headers) {
        this.caption = caption;
        this.headers = List.copyOf(headers);
    }

    /** A table of words rather than numbers: all columns begin on the left. */
    Grid ofWords() {
        ofWords = true;
        return this;
    }

    /** Begins a row. */
    Grid row(String name) {
        rows.add(new ArrayList<>());
        return cell(name);
    }

    /** A whole row at once. */
    Grid row(String name, List<String> cells) {
        row(name);
        cells.forEach(this::cell);
        return this;
    }

    /** Adds to the row begun last. */
    Grid cell(String text) {
        rows.getLast().add(new Cell(text, null));
        return this;
    }

    /** Adds a text that stands in one language only. */
    Grid cell(String text, String language) {
        rows.getLast().add(new Cell(text, text.isEmpty() ? null : language));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Writes the table, or nothing where there is no row. */
    void write(Html out) {
        if (rows.isEmpty()) {
            return;
        }
        // Outside what can be moved sideways: on a telephone a caption as wide as its table could not be read.
        String id = out.nextId("table");
        out.element("p", caption, "class", "caption", "id", id);
        out.open("div", "class", "w-scroll", "role", "region", "tabindex", "0", "aria-labelledby", id);
        out.open("table", "class", ofWords ? "w-table words" : "w-table", "aria-labelledby", id);
        out.open("thead").open("tr");
        headers.forEach(header -> out.element("th", header, "scope", "col"));
        out.close("tr").close("thead").open("tbody");
        for (List<Cell> row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalStateException(
                        "'%s': %d cells under %d headers".formatted(caption, row.size(), headers.size()));
            }
            out.open("tr");
            for (int i = 0; i < row.size(); i++) {
                write(out, row.get(i), i == 0);
            }
            out.close("tr");
        }
        out.close("tbody").close("table").close("div");
    }

    private void write(Html out, Cell cell, boolean first) {
        String tag = first ? "th" : "td";
        if (first) {
            out.open(tag, "scope", "row");
        } else if (cell.language() != null) {
            out.open(tag, "lang", cell.language());
        } else {
            out.open(tag);
        }
        int bracket = first || ofWords || !cell.text().endsWith(")")
                ? -1
                : cell.text().lastIndexOf(" (");
        if (bracket < 0) {
            out.text(cell.text());
        } else {
            out.text(cell.text().substring(0, bracket + 1));
            out.element("span", cell.text().substring(bracket + 1), "class", "interval");
        }
        out.close(tag);
    }
}
