package org.whorl.draw;

import java.util.List;

/**
 * The numbers of a chart, as words and figures ready to read. The first cell of each row names the row.
 *
 * @param caption what the table holds
 * @param headers one for each column
 * @param rows as many cells each as there are headers
 */
public record Table(String caption, List<String> headers, List<List<String>> rows) {

    /** Refuses rows that do not match the headers. */
    public Table {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalArgumentException(
                        "the row %s has %d cells under %d headers".formatted(row, row.size(), headers.size()));
            }
        }
    }

    /** The table in HTML, its headers tied to their columns and rows. */
    public String html() {
        StringBuilder out = new StringBuilder(256 + rows.size() * 96);
        out.append("<table class=\"w-table\"><caption>");
        Markup.escape(caption, out);
        out.append("</caption><thead><tr>");
        for (String header : headers) {
            cell(out, "th", "col", header);
        }
        out.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(out, i == 0 ? "th" : "td", i == 0 ? "row" : "", row.get(i));
            }
            out.append("</tr>");
        }
        return out.append("</tbody></table>").toString();
    }

    private static void cell(StringBuilder out, String tag, String scope, String text) {
        out.append('<').append(tag);
        if (!scope.isEmpty()) {
            out.append(" scope=\"").append(scope).append('"');
        }
        out.append('>');
        Markup.escape(text, out);
        out.append("</").append(tag).append('>');
    }
}
