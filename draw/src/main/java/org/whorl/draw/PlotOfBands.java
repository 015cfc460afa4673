package org.whorl.draw;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.whorl.draw.Bands.Line;
import org.whorl.draw.Bands.Point;
import org.whorl.draw.Bands.Threshold;
import org.whorl.draw.Svg.Anchor;
import org.whorl.draw.Svg.Path;

/** The marks inside one plot of {@link Bands}. */
final class PlotOfBands {

    /** No narrower than this, so that a finger can find it. */
    private static final double NARROWEST_COLUMN = 12;

    private final Bands chart;
    private final Canvas canvas;
    private final Svg svg;
    private final Scale across;
    private final Scale up;

    PlotOfBands(Bands chart, Canvas canvas, Scale across, Scale up) {
        this.chart = chart;
        this.canvas = canvas;
        this.svg = canvas.svg;
        this.across = across;
        this.up = up;
    }

    void bands(Line line, int series) {
        Words words = chart.words();
        band(line, Point::low90, Point::high90, Ink.wideBand(series), words.nineInTenRuns());
        band(line, Point::low50, Point::high50, Ink.nearBand(series), words.halfOfRuns());
    }

    private void band(Line line, ToDoubleFunction<Point> low, ToDoubleFunction<Point> high, Ink ink, String meaning) {
        double[] x = x(line);
        double[] floor = y(line, low);
        double[] ceiling = y(line, high);
        Path path = new Path();
        int n = x.length;
        for (int from = 0; from < n; from++) {
            int to = from;
            while (to < n && Double.isFinite(floor[to]) && Double.isFinite(ceiling[to])) {
                to++;
            }
            if (to - from == 1) {
                // A day alone: as wide as can be seen, and inside the plot.
                double left = Math.max(across.from(), x[from] - 3);
                double right = Math.min(across.to(), x[from] + 3);
                path.move(left, ceiling[from]).line(right, ceiling[from]);
                path.line(right, floor[from]).line(left, floor[from]).close();
            } else if (to > from) {
                along(path, x, ceiling, from, to - 1);
                back(path, x, floor, from, to - 1);
                path.close();
            }
            from = Math.max(from, to);
        }
        if (!path.isEmpty()) {
            svg.tag("path").set("d", path).ink(ink).hold();
            svg.title(line.name() + ": " + meaning).end("path");
        }
    }

    void line(Line line, int series) {
        double[] x = x(line);
        double[] y = y(line, Point::middle);
        Path path = new Path();
        List<Integer> alone = new ArrayList<>();
        for (int from = 0; from < x.length; from++) {
            int to = from;
            while (to < x.length && Double.isFinite(y[to])) {
                to++;
            }
            if (to - from == 1) {
                alone.add(from);
            } else if (to > from) {
                along(path, x, y, from, to - 1);
            }
            from = Math.max(from, to);
        }
        if (!path.isEmpty()) {
            svg.tag("path")
                    .set("d", path)
                    .ink(Ink.line(series))
                    .hold()
                    .title(line.name())
                    .end("path");
        }
        for (int i : alone) {
            svg.circle(x[i], y[i], 4).ink(Ink.solid(series)).hold();
            svg.title(line.name() + ": " + words(line.points().get(i).reading()))
                    .end("circle");
        }
    }

    void threshold(Threshold threshold, boolean label) {
        double y = up.at(threshold.value());
        svg.line(across.from(), y, across.to(), y, Ink.ALARM);
        if (!label) {
            return;
        }
        List<String> lines = Type.firstLines(canvas.wrap(threshold.label(), across.to() - across.from() - 12), 2);
        double height = lines.size() * canvas.leading();
        boolean roomAbove = y - height - 2 >= up.to();
        canvas.lines(across.from() + 4, roomAbove ? y - height - 2 : y + 2, Anchor.START, Ink.ALARM_TEXT, lines);
    }

    /** Invisible columns that show a day's values while pointed at or touched: the style sheet does it, not a script. */
    void readouts(List<Line> lines, List<LocalDate> days) {
        double width = across.to() - across.from();
        int columns = (int) Math.min(days.size(), Math.max(1, Math.floor(width / NARROWEST_COLUMN)));
        svg.tag("g").set("class", "w-readouts").hold();
        for (int i = 0; i < columns; i++) {
            LocalDate day = days.get(nth(i, columns, days.size()));
            double left = i == 0 ? across.from() : edge(days, i - 1, columns);
            double right = i == columns - 1 ? across.to() : edge(days, i, columns);
            readout(lines, day, left, right);
        }
        svg.end("g");
    }

    private void readout(List<Line> lines, LocalDate day, double left, double right) {
        double x = across.at(day);
        List<String> said = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Path dots = new Path();
        svg.tag("g").set("class", "w-hit").set("data-date", day.toString());
        Svg marks = new Svg();
        for (int i = 0; i < lines.size(); i++) {
            Reading reading = Bands.readingOn(lines.get(i), day);
            if (!reading.known()) {
                continue;
            }
            String name = lines.size() > 1 ? lines.get(i).name() + ": " : "";
            said.addAll(canvas.wrap(name + words(reading), across.to() - across.from() - 24));
            values.add(words(reading));
            marks.circle(x, up.at(reading.value()), 4).ink(Ink.solid(i)).shut();
        }
        svg.set("data-values", String.join("; ", values)).hold();
        svg.rect(left, up.to(), right - left, up.from() - up.to())
                .ink(Ink.NOTHING)
                .shut();
        svg.tag("g").set("class", "w-readout").set("visibility", "hidden").hold();
        svg.tag("path")
                .set("d", dots.move(x, up.to()).line(x, up.from()))
                .ink(Ink.AXIS)
                .shut();
        svg.add(marks.toString());
        card(x, day, said);
        svg.end("g").end("g");
    }

    private void card(double x, LocalDate day, List<String> said) {
        String date = chart.words().date(day);
        double widest = Type.boldWidth(date, canvas.type());
        for (String line : said) {
            widest = Math.max(widest, canvas.textWidth(line));
        }
        double width = widest + 20;
        double left = x + 10 + width <= across.to() ? x + 10 : Math.max(across.from(), x - 10 - width);
        double top = up.to() + 4;
        svg.rect(left, top, width, (said.size() + 1) * canvas.leading() + 12)
                .set("rx", 6)
                .ink(Ink.CARD)
                .shut();
        canvas.lines(left + 10, top + 6, Anchor.START, Ink.STRONG, List.of(date));
        canvas.lines(left + 10, top + 6 + canvas.leading(), Anchor.START, Ink.TEXT, said);
    }

    private String words(Reading reading) {
        return chart.words().value(chart.unit(), reading);
    }

    private double edge(List<LocalDate> days, int column, int columns) {
        long here = days.get(nth(column, columns, days.size())).toEpochDay();
        long next = days.get(nth(column + 1, columns, days.size())).toEpochDay();
        return across.at((here + next) / 2.0);
    }

    private static int nth(int column, int columns, int days) {
        return columns == 1 ? days / 2 : (int) Math.round(column * (days - 1.0) / (columns - 1));
    }

    private double[] x(Line line) {
        return line.points().stream()
                .mapToDouble(point -> across.at(point.date()))
                .toArray();
    }

    private double[] y(Line line, ToDoubleFunction<Point> value) {
        return line.points().stream()
                .mapToDouble(value)
                .map(number -> Reading.drawable(number) ? up.at(number) : Double.NaN)
                .toArray();
    }

    private static void along(Path path, double[] x, double[] y, int from, int to) {
        BitSet kept = Outline.keep(x, y, from, to);
        path.move(x[from], y[from]);
        for (int i = kept.nextSetBit(from + 1); i >= 0; i = kept.nextSetBit(i + 1)) {
            path.line(x[i], y[i]);
        }
    }

    private static void back(Path path, double[] x, double[] y, int from, int to) {
        BitSet kept = Outline.keep(x, y, from, to);
        for (int i = to; i >= from; i = kept.previousSetBit(i - 1)) {
            path.line(x[i], y[i]);
        }
    }
}
