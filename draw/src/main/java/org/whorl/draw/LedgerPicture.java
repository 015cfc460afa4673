package org.whorl.draw;

import java.util.List;
import org.whorl.draw.Ledger.Entry;
import org.whorl.draw.Svg.Anchor;

/** Draws a {@link Ledger}: columns side by side on a page, one below the other on a telephone, one scale for all. */
final class LedgerPicture {

    private static final double GAP = 24;
    private static final double ROW_GAP = 14;
    private static final double INSET = 4;

    private final Ledger chart;
    private final Canvas canvas;
    private final Ticks extent;

    LedgerPicture(Ledger chart, Size size, Span span) {
        this.chart = chart;
        this.canvas = new Canvas(size);
        // No marks are drawn; the round ends only keep the scale calm.
        this.extent = Ticks.covering(span.low(), span.high(), 8);
    }

    String draw(String id) {
        boolean besides = canvas.size == Size.WIDE && chart.columns().size() <= 3;
        if (besides) {
            sideBySide();
        } else {
            oneBelowTheOther();
        }
        if (chart.anyEitherWay()) {
            canvas.paragraph(chart.words().hollowBar(), Ink.SOFT);
        }
        return canvas.finish(chart, id);
    }

    private void sideBySide() {
        int columns = chart.columns().size();
        double width = (canvas.width() - (columns - 1) * GAP) / columns;
        double tallest = 0;
        for (int i = 0; i < columns; i++) {
            List<String> heading = canvas.wrapStrong(chart.columns().get(i), width);
            canvas.lines(i * (width + GAP), canvas.y, Anchor.START, Ink.STRONG, heading);
            tallest = Math.max(tallest, heading.size() * canvas.leading());
        }
        canvas.y += tallest + 12;
        for (Entry entry : chart.entries()) {
            canvas.svg.line(0, canvas.y, canvas.width(), canvas.y, Ink.GRID);
            canvas.y += 8;
            canvas.paragraph(entry.name(), Ink.TEXT);
            canvas.y += 2;
            double bottom = canvas.y;
            for (int i = 0; i < columns; i++) {
                bottom = Math.max(bottom, cell(entry, i, i * (width + GAP), width, canvas.y));
            }
            canvas.y = bottom + ROW_GAP;
        }
    }

    private void oneBelowTheOther() {
        for (int i = 0; i < chart.columns().size(); i++) {
            canvas.paragraph(chart.columns().get(i), Ink.STRONG);
            canvas.y += 4;
            canvas.svg.line(0, canvas.y, canvas.width(), canvas.y, Ink.GRID);
            canvas.y += 6;
            for (Entry entry : chart.entries()) {
                canvas.paragraph(entry.name(), Ink.TEXT);
                canvas.y = cell(entry, i, 0, canvas.width(), canvas.y) + 12;
            }
            canvas.y += 12;
        }
        canvas.y -= 12;
    }

    /** The figures of one entry in one column with its bar below them; returns how far down they reach. */
    private double cell(Entry entry, int column, double left, double width, double top) {
        Reading reading = entry.readings().get(column);
        Words words = chart.words();
        double y = top;
        List<String> value = canvas.wrapStrong(words.middle(chart.unit(), reading), width);
        canvas.lines(left, y, Anchor.START, Ink.STRONG, value);
        y += value.size() * canvas.leading();
        if (reading.hasInterval()) {
            List<String> interval = canvas.wrap("(" + words.interval(chart.unit(), reading) + ")", width);
            canvas.lines(left, y, Anchor.START, Ink.SOFT, interval);
            y += interval.size() * canvas.leading();
        }
        y += 3;
        String said = words.value(chart.unit(), reading);
        canvas.openPlot(left, y, left + width, y + Marks.BAND);
        canvas.svg.tag("g").set("class", "w-mark").set("data-name", entry.name());
        canvas.svg
                .set("data-column", chart.columns().get(column))
                .set("data-value", said)
                .hold();
        canvas.svg.title(entry.name() + ", " + chart.columns().get(column) + ": " + said);
        Scale scale = scale(left, width);
        canvas.svg.line(scale.at(0), y, scale.at(0), y + Marks.BAND, Ink.AXIS);
        Marks.bar(canvas.svg, scale, y + Marks.BAND / 2, reading, column);
        canvas.svg.end("g");
        canvas.closePlot();
        return y + Marks.BAND;
    }

    private Scale scale(double left, double width) {
        return Scale.of(extent, left + INSET, left + width - INSET);
    }
}
