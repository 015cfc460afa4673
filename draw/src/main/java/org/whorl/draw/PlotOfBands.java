package org.whorl.draw;

import java.time.LocalDate;
import java.util.ArrayList;
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
        double[] x = x(line);
        band(line, x, Point::low90, Point::high90, Ink.wideBand(series), words.nineInTenRuns());
        band(line, x, Point::low50, Point::high50, Ink.nearBand(series), words.halfOfRuns());
    }

    private void band(
            Line line, double[] x, ToDoubleFunction<Point> low, ToDoubleFunction<Point> high, Ink ink, String meaning) {
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
        svg.tag("g").set("class", "w-readouts").ink(Ink.HIDDEN).hold();
        for (int i = 0; i < columns; i++) {
            LocalDate day = days.get(nth(i, columns, days.size()));
            double left = i == 0 ? across.from() : edge(days, i - 1, columns);
            double right = i == columns - 1 ? across.to() : edge(days, i, columns);
            readout(lines, day, left, right);
        }
        svg.end("g");
    }

    /** Bare marks: all their looks come from the style sheet, without which they stay hidden. */
    private void readout(List<Line> lines, LocalDate day, double left, double right) {
        double x = across.at(day);
        List<String> said = new ArrayList<>();
        svg.tag("g").set("class", "w-hit").set("data-date", day.toString()).hold();
        svg.rect(left, up.to(), right - left, up.from() - up.to()).shut();
        svg.tag("g").set("class", "w-readout").hold();
        svg.tag("path").set("d", new Path().move(x, up.to()).line(x, up.from())).shut();
        for (int i = 0; i < lines.size(); i++) {
            Reading reading = Bands.readingOn(lines.get(i), day);
            if (reading.known()) {
                String name = lines.size() > 1 ? lines.get(i).name() + ": " : "";
                said.addAll(canvas.wrap(name + words(reading), across.to() - across.from() - 24));
                svg.circle(x, up.at(reading.value()), 4)
                        .set("class", "w-fill-" + (i + 1))
                        .shut();
            }
        }
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
                .shut();
        canvas.lines(left + 10, top + 6, Anchor.START, Ink.BARE, List.of(date));
        canvas.lines(left + 10, top + 6 + canvas.leading(), Anchor.START, Ink.BARE, said);
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
        double[] x = new double[line.points().size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = across.at(line.points().get(i).date());
        }
        return x;
    }

    /** The heights of one of the values; not a number where there is nothing to draw. */
    private double[] y(Line line, ToDoubleFunction<Point> value) {
        double[] y = new double[line.points().size()];
        for (int i = 0; i < y.length; i++) {
            double number = value.applyAsDouble(line.points().get(i));
            y[i] = Reading.drawable(number) ? up.at(number) : Double.NaN;
        }
        return y;
    }

    private static void along(Path path, double[] x, double[] y, int from, int to) {
        boolean[] kept = Outline.keep(x, y, from, to);
        path.move(x[from], y[from]);
        for (int i = from + 1; i <= to; i++) {
            if (kept[i]) {
                path.on(x[i], y[i]);
            }
        }
    }

    private static void back(Path path, double[] x, double[] y, int from, int to) {
        boolean[] kept = Outline.keep(x, y, from, to);
        for (int i = to; i >= from; i--) {
            if (kept[i]) {
                path.on(x[i], y[i]);
            }
        }
    }
}
