package org.whorl.draw;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.whorl.draw.Bands.Line;
import org.whorl.draw.Bands.Threshold;
import org.whorl.draw.Canvas.KeyItem;
import org.whorl.draw.DateAxis.Mark;
import org.whorl.draw.Svg.Anchor;

/** Lays out and draws {@link Bands}: what the plots share, and where each lies. */
final class BandsPicture {

    private static final int MOST_LINES_IN_ONE_PLOT = 2;
    private static final double BETWEEN_PLOTS = 28;
    private static final double RIGHT = 18;
    /** So far the label of the first day reaches to the left of its mark. */
    private static final double HALF_A_DATE = 34;

    private final Bands chart;
    private final Canvas canvas;
    private final Svg svg;
    private final List<LocalDate> days;

    BandsPicture(Bands chart, Size size) {
        this.chart = chart;
        this.canvas = new Canvas(size);
        this.svg = canvas.svg;
        this.days = chart.days();
    }

    String draw(String id) {
        double[] extent = extent();
        if (extent[0] > extent[1]) {
            return Canvas.empty(chart, canvas.size, id);
        }
        canvas.paragraph(chart.measure(), Ink.SOFT);
        canvas.y += 4;
        boolean together = chart.lines().size() <= MOST_LINES_IN_ONE_PLOT;
        key(together);
        canvas.y += 14;
        if (together) {
            double height = canvas.size == Size.WIDE ? 250 : 200;
            canvas.y = plot(0, canvas.width(), canvas.y, height, chart.lines(), extent, true);
        } else {
            manyPlots(extent);
        }
        return canvas.finish(chart, id);
    }

    private void manyPlots(double[] extent) {
        int columns = canvas.size == Size.WIDE ? 2 : 1;
        double width = (canvas.width() - (columns - 1) * BETWEEN_PLOTS) / columns;
        List<Line> lines = chart.lines();
        for (int row = 0; row < lines.size(); row += columns) {
            int end = Math.min(row + columns, lines.size());
            int mostLines = 1;
            for (int i = row; i < end; i++) {
                mostLines = Math.max(
                        mostLines, canvas.wrapStrong(lines.get(i).name(), width).size());
            }
            double top = canvas.y + mostLines * canvas.leading() + 10;
            double bottom = top;
            for (int i = row; i < end; i++) {
                double left = (i - row) * (width + BETWEEN_PLOTS);
                List<String> name = canvas.wrapStrong(lines.get(i).name(), width);
                canvas.lines(left, canvas.y, Anchor.START, Ink.STRONG, name);
                List<Line> shown = i == 0 ? lines.subList(0, 1) : List.of(lines.getFirst(), lines.get(i));
                bottom = plot(left, width, top, 140, shown, extent, i == 0);
            }
            canvas.y = bottom + (end < lines.size() ? 16 : 0);
        }
    }

    private void key(boolean together) {
        List<KeyItem> items = new ArrayList<>();
        List<Line> lines = chart.lines();
        if (lines.size() > 1) {
            items.add(KeyItem.line(Ink.line(0), lines.getFirst().name()));
        }
        if (lines.size() > 1 && together) {
            items.add(KeyItem.line(Ink.line(1), lines.get(1).name()));
        }
        boolean bands = lines.stream()
                .flatMap(line -> line.points().stream())
                .anyMatch(point -> Double.isFinite(point.low90()) || Double.isFinite(point.low50()));
        if (bands) {
            items.add(KeyItem.box(Ink.keyNear(), chart.words().halfOfRuns()));
            items.add(KeyItem.box(Ink.keyWide(), chart.words().nineInTenRuns()));
        }
        canvas.key(items);
    }

    /** Draws one plot with its axes and returns how far down it reaches. */
    private double plot(
            double left, double width, double top, double height, List<Line> lines, double[] extent, boolean label) {
        Ticks ticks = Ticks.covering(extent[0], extent[1], (int) Math.max(2, height / 50));
        List<String> values = new ArrayList<>();
        double widest = 0;
        for (int i = 0; i < ticks.count(); i++) {
            values.add(chart.words().tick(chart.unit(), ticks.at(i), ticks.step()));
            widest = Math.max(widest, canvas.textWidth(values.getLast()));
        }
        double plotLeft = left + Math.max(Math.ceil(widest) + 8, HALF_A_DATE);
        double plotRight = left + width - RIGHT;
        double bottom = top + height;
        Scale up = Scale.of(ticks, bottom, top);
        for (int i = 0; i < ticks.count(); i++) {
            double y = up.at(ticks.at(i));
            boolean floor = i == 0 || ticks.first() + i == 0;
            svg.line(plotLeft, y, plotRight, y, floor ? Ink.AXIS : Ink.GRID);
            svg.text(plotLeft - 8, y + canvas.type() * 0.35, Anchor.END, Ink.SOFT, values.get(i));
        }
        Scale across = across(plotLeft, plotRight);
        dates(across, plotLeft, plotRight, bottom);
        PlotOfBands plot = new PlotOfBands(chart, canvas, across, up);
        canvas.openPlot(plotLeft, top, plotRight, bottom);
        boolean bandsOfBoth = chart.lines().size() <= MOST_LINES_IN_ONE_PLOT;
        for (int i = 0; i < lines.size(); i++) {
            if (bandsOfBoth || i == lines.size() - 1) {
                plot.bands(lines.get(i), i);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            plot.line(lines.get(i), i);
        }
        Threshold threshold = chart.threshold();
        if (threshold != null && Reading.drawable(threshold.value())) {
            plot.threshold(threshold, label);
        }
        canvas.closePlot();
        plot.readouts(lines, days);
        return bottom + 2 * canvas.leading() + 10;
    }

    private Scale across(double from, double to) {
        double first = days.getFirst().toEpochDay();
        double last = days.getLast().toEpochDay();
        // A single day stands in the middle.
        return first == last ? new Scale(first - 1, last + 1, from, to) : new Scale(first, last, from, to);
    }

    private void dates(Scale across, double left, double right, double bottom) {
        DateAxis axis = DateAxis.covering(days.getFirst(), days.getLast(), right - left, chart.words(), canvas.type());
        for (Mark mark : axis.marks()) {
            double x = across.at(mark.date());
            svg.line(x, bottom, x, bottom + 5, Ink.AXIS);
            label(x, bottom + 8, left, right, mark.label());
            label(x, bottom + 8 + canvas.leading(), left, right, mark.year());
        }
    }

    /** Centred on its mark; not drawn where it would leave the plot's own room. */
    private void label(double x, double top, double left, double right, String text) {
        double half = canvas.textWidth(text) / 2;
        if (!text.isEmpty() && x - half >= left - HALF_A_DATE && x + half <= right + RIGHT) {
            svg.text(x, canvas.baseline(top), Anchor.MIDDLE, Ink.SOFT, text);
        }
    }

    /** The lowest and highest value to show; the first is the larger when there is nothing to show. */
    private double[] extent() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Line line : chart.lines()) {
            for (Bands.Point point : line.points()) {
                for (double value : point.values()) {
                    if (Reading.drawable(value)) {
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
            }
        }
        Threshold threshold = chart.threshold();
        if (low <= high && threshold != null && Reading.drawable(threshold.value())) {
            low = Math.min(low, threshold.value());
            high = Math.max(high, threshold.value());
        }
        // Zero belongs to the picture unless the whole story lies far above it.
        return new double[] {low > 0 && low < 0.6 * high ? 0 : low, high};
    }
}
