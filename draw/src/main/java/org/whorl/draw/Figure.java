package org.whorl.draw;

import java.util.regex.Pattern;

/**
 * A chart on a page: its title, then the sentence, then the picture, then the table behind "Show the numbers".
 *
 * <p>The picture is there twice, laid out for a page and for a telephone; the style sheet shows the one that fits, and a
 * screen reader meets only that one. The table opens with the keyboard or a touch, without script, and is open on
 * paper.
 *
 * @param id begins every id in the figure; a letter, then letters, digits, {@code -} and {@code _}
 * @param chart what is shown
 */
public record Figure(String id, Chart chart) {

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /** Refuses an id that HTML or a style sheet could stumble over. */
    public Figure {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'%s' cannot be an id: a letter first, then letters, digits, - and _".formatted(id));
        }
    }

    /** The figure in HTML, for a page that holds {@link Palette#css}. */
    public String html() {
        Words words = chart.words();
        StringBuilder out = new StringBuilder(32_768);
        out.append("<figure class=\"w-figure\" id=\"").append(id).append("\" lang=\"");
        out.append(words.code()).append("\"><figcaption><p class=\"w-title\">");
        Markup.escape(chart.title(), out);
        out.append("</p><p class=\"w-sentence\">");
        Markup.escape(chart.sentence(), out);
        out.append("</p></figcaption>");
        for (Size size : Size.values()) {
            out.append("<div class=\"w-for-").append(size.tag()).append("\">");
            out.append(chart.svg(size, id)).append("</div>");
        }
        Table table = chart.table();
        if (!table.rows().isEmpty()) {
            numbers(out, table);
        }
        return out.append("</figure>").toString();
    }

    private void numbers(StringBuilder out, Table table) {
        out.append("<details class=\"w-numbers\"><summary>");
        Markup.escape(chart.words().showTheNumbers(), out);
        out.append("<span class=\"w-unseen\">: ");
        Markup.escape(chart.title(), out);
        // A wide table scrolls by itself, and then the keyboard must be able to reach it.
        out.append("</span></summary><div class=\"w-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        Markup.escape(chart.title(), out);
        out.append("\">").append(table.html()).append("</div></details>");
    }
}
