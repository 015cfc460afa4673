package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;
import org.whorl.draw.Svg.Anchor;

/**
 * Rows that share one scale: a name, marks, and the value in figures. Wide, they stand in three columns; narrow, the
 * name and the figures have lines of their own above the marks. A row is as tall as its words.
 */
final class Rows {

    /** Draws the marks of a row around a height. */
    interface Painter {
        void paint(Svg svg, Scale scale, double middle);
    }

    /** One row: its name, its value, its interval or nothing, and its marks. */
    record Row(String name, String value, String interval, Painter marks) {
        String inBrackets() {
            return interval.isEmpty() ? "" : "(" + interval + ")";
        }

        String said() {
            return interval.isEmpty() ? value : value + " " + inBrackets();
        }
    }

    private static final double WIDEST_NAME = 200;
    private static final double WIDEST_FIGURES = 190;
    private static final double COLUMN_GAP = 16;
    private static final double ROW_GAP = 14;
    /** Keeps the ends of whiskers and crosses off the edge. */
    private static final double INSET = 8;

    private final Canvas canvas;
    private final Words words;
    private final Unit unit;
    private final List<Row> rows;

    Rows(Canvas canvas, Words words, Unit unit, List<Row> rows) {
        this.canvas = canvas;
        this.words = words;
        this.unit = unit;
        this.rows = rows;
    }

    /** Draws the rows over all values from low to high; the picture grows by them. */
    void draw(double low, double high) {
        switch (canvas.size) {
            case WIDE -> wide(low, high);
            case NARROW -> narrow(low, high);
        }
    }

    private void wide(double low, double high) {
        double names = 0;
        double figures = 0;
        for (Row row : rows) {
            names = Math.max(names, Math.min(WIDEST_NAME, canvas.textWidth(row.name())));
            figures = Math.max(figures, Type.boldWidth(row.value(), canvas.type()));
            figures = Math.max(figures, canvas.textWidth(row.inBrackets()));
        }
        names = Math.ceil(names) + 1;
        figures = Math.min(WIDEST_FIGURES, Math.ceil(figures) + 1);
        double left = names + COLUMN_GAP;
        double right = canvas.width() - figures - COLUMN_GAP;
        ValueAxis axis = ValueAxis.fitting(canvas, words, unit, low, high, left + INSET, right - INSET);
        List<List<String>> wrapped = new ArrayList<>();
        double height = 0;
        for (Row row : rows) {
            wrapped.add(canvas.wrap(row.name(), names));
            height += rowHeight(wrapped.getLast(), row, figures);
        }
        axis.grid(canvas.y, canvas.y + height);
        canvas.openPlot(left, canvas.y, right, canvas.y + height);
        double y = canvas.y;
        for (int i = 0; i < rows.size(); i++) {
            double tall = rowHeight(wrapped.get(i), rows.get(i), figures);
            marks(rows.get(i), axis.scale(), y + tall / 2);
            y += tall;
        }
        canvas.closePlot();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double tall = rowHeight(wrapped.get(i), row, figures);
            double middle = canvas.y + tall / 2;
            List<String> name = wrapped.get(i);
            canvas.lines(0, middle - name.size() * canvas.leading() / 2, Anchor.START, Ink.TEXT, name);
            figures(row, right + COLUMN_GAP, middle, figures);
            canvas.y += tall;
        }
        axis.labels(canvas.y);
        canvas.y += canvas.leading() + 10;
    }

    private void figures(Row row, double x, double middle, double width) {
        List<String> value = canvas.wrapStrong(row.value(), width);
        List<String> interval = interval(row, width);
        double top = middle - (value.size() + interval.size()) * canvas.leading() / 2;
        canvas.lines(x, top, Anchor.START, Ink.STRONG, value);
        canvas.lines(x, top + value.size() * canvas.leading(), Anchor.START, Ink.SOFT, interval);
    }

    private List<String> interval(Row row, double width) {
        return row.interval().isEmpty() ? List.of() : canvas.wrap(row.inBrackets(), width);
    }

    private double rowHeight(List<String> name, Row row, double figures) {
        int lines = canvas.wrapStrong(row.value(), figures).size()
                + interval(row, figures).size();
        return Math.max(Math.max(lines, name.size()) * canvas.leading(), Marks.BAND) + ROW_GAP;
    }

    private void narrow(double low, double high) {
        double left = 0;
        double right = canvas.width();
        ValueAxis axis = ValueAxis.fitting(canvas, words, unit, low, high, left + INSET, right - INSET);
        for (Row row : rows) {
            List<String> name = canvas.wrap(row.name(), canvas.width());
            canvas.lines(0, canvas.y, Anchor.START, Ink.TEXT, name);
            canvas.y += name.size() * canvas.leading();
            figuresBelow(row);
            canvas.y += 3;
            axis.grid(canvas.y, canvas.y + Marks.BAND);
            canvas.openPlot(left, canvas.y, right, canvas.y + Marks.BAND);
            marks(row, axis.scale(), canvas.y + Marks.BAND / 2);
            canvas.closePlot();
            canvas.y += Marks.BAND + ROW_GAP;
        }
        canvas.y -= ROW_GAP;
        axis.labels(canvas.y);
        canvas.y += canvas.leading() + 10;
    }

    /** The value in bold with its interval behind it, or below where the line is too short. */
    private void figuresBelow(Row row) {
        List<String> value = canvas.wrapStrong(row.value(), canvas.width());
        canvas.lines(0, canvas.y, Anchor.START, Ink.STRONG, value);
        double end = Type.boldWidth(value.getLast(), canvas.type()) + 6;
        boolean fits = value.size() == 1 && end + canvas.textWidth(row.inBrackets()) <= canvas.width();
        List<String> interval = interval(row, canvas.width());
        if (!fits) {
            canvas.y += value.size() * canvas.leading();
        }
        canvas.lines(fits ? end : 0, canvas.y, Anchor.START, Ink.SOFT, interval);
        canvas.y += (fits ? 1 : interval.size()) * canvas.leading();
    }

    private void marks(Row row, Scale scale, double middle) {
        canvas.svg.tag("g").set("class", "w-mark").set("data-name", row.name()).set("data-value", row.said());
        canvas.svg.hold().title(row.name() + ": " + row.said());
        row.marks().paint(canvas.svg, scale, middle);
        canvas.svg.end("g");
    }
}
