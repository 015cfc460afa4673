package org.whorl.draw;

import java.util.List;
import org.whorl.draw.Canvas.KeyItem;
import org.whorl.draw.Svg.Anchor;
import org.whorl.draw.Svg.Path;

/** Draws a {@link Ternary}: the triangle between its three names, and below what marks and lines mean. */
final class TernaryPicture {

    private static final double EDGE = 8;
    private static final double DOT = 4;
    private static final double BETWEEN_NAMES = 16;
    private static final int GRID = 4;

    private final Ternary chart;
    private final Canvas canvas;
    private final double side;
    private final double left;
    private double bottom;

    TernaryPicture(Ternary chart, Size size) {
        this.chart = chart;
        this.canvas = new Canvas(size);
        this.side = size == Size.WIDE ? 400 : size.width() - 2 * EDGE;
        this.left = (size.width() - side) / 2;
    }

    String draw(String id) {
        if (chart.marks().isEmpty()) {
            return Canvas.empty(chart, canvas.size, id);
        }
        List<String> top = canvas.wrapStrong(chart.ends().get(2), canvas.width());
        canvas.lines(canvas.width() / 2, canvas.y, Anchor.MIDDLE, Ink.STRONG, top);
        canvas.y += top.size() * canvas.leading() + EDGE;
        bottom = canvas.y + EDGE + side * Math.sqrt(3) / 2;
        frame();
        canvas.openPlot(left - EDGE, canvas.y, left + side + EDGE, bottom + EDGE);
        boolean dense = chart.marks().size() >= Ternary.DENSE;
        if (dense) {
            contours();
        }
        chart.marks().forEach(this::mark);
        if (!chart.centre().isEmpty()) {
            cross();
        }
        canvas.closePlot();
        canvas.y = bottom + 2 * EDGE;
        names();
        key(dense);
        return canvas.finish(chart, id);
    }

    private double x(double across) {
        return left + across * side;
    }

    private double y(double up) {
        return bottom - up * side;
    }

    /** The triangle, and faintly the lines on which an end has a quarter, a half, three quarters. */
    private void frame() {
        double height = Math.sqrt(3) / 2;
        for (int i = 1; i < GRID; i++) {
            double at = i / (double) GRID;
            canvas.svg.line(x(at / 2), y(at * height), x(1 - at / 2), y(at * height), Ink.GRID);
            canvas.svg.line(x(at), y(0), x((1 + at) / 2), y((1 - at) * height), Ink.GRID);
            canvas.svg.line(x(at), y(0), x(at / 2), y(at * height), Ink.GRID);
        }
        Path sides = new Path().move(x(0), y(0)).line(x(1), y(0));
        canvas.svg
                .tag("path")
                .set("d", sides.line(x(0.5), y(height)).close())
                .ink(Ink.AXIS)
                .shut();
    }

    private void contours() {
        for (MarkDensity.Contour contour : MarkDensity.of(chart.marks()).contours(0.5, 0.9)) {
            Path path = new Path();
            for (double[] step : contour.steps()) {
                path.move(x(step[0]), y(step[1])).line(x(step[2]), y(step[3]));
            }
            if (!path.isEmpty()) {
                canvas.svg
                        .tag("path")
                        .set("d", path)
                        .ink(contour.share() < 0.7 ? Ink.CONTOUR_INNER : Ink.CONTOUR_OUTER)
                        .shut();
            }
        }
    }

    private void mark(Ternary.Mark mark) {
        String said = chart.said(mark);
        canvas.svg
                .tag("g")
                .set("class", "w-mark")
                .set("data-value", said)
                .hold()
                .title(said);
        canvas.svg
                .circle(x(mark.across()), y(mark.up()), DOT)
                .ink(Ink.nearBand(0))
                .shut();
        canvas.svg.end("g");
    }

    /** The middle of all. */
    private void cross() {
        double second = chart.centre().get(1).value();
        double third = chart.centre().get(2).value();
        double x = x(second + third / 2);
        double y = y(third * Math.sqrt(3) / 2);
        double arm = Math.min(EDGE - 1, 6);
        for (Ink ink : List.of(Ink.CROSS_EDGE, Ink.CROSS)) {
            canvas.svg.line(x - arm, y - arm, x + arm, y + arm, ink);
            canvas.svg.line(x - arm, y + arm, x + arm, y - arm, ink);
        }
    }

    /** The names of the two lower corners, each in its half. */
    private void names() {
        double room = canvas.width() / 2 - BETWEEN_NAMES;
        List<String> first = canvas.wrapStrong(chart.ends().get(0), room);
        List<String> second = canvas.wrapStrong(chart.ends().get(1), room);
        canvas.lines(0, canvas.y, Anchor.START, Ink.STRONG, first);
        canvas.lines(canvas.width(), canvas.y, Anchor.END, Ink.STRONG, second);
        canvas.y += Math.max(first.size(), second.size()) * canvas.leading() + EDGE;
    }

    private void key(boolean dense) {
        canvas.key(List.of(new KeyItem(
                (svg, x, middle, width) -> svg.circle(x + width / 2, middle, DOT)
                        .ink(Ink.nearBand(0))
                        .shut(),
                chart.words().oneMark())));
        if (!chart.centre().isEmpty()) {
            canvas.key(List.of(new KeyItem(
                    (svg, x, middle, width) -> {
                        svg.line(x + 7, middle - 6, x + 19, middle + 6, Ink.CROSS);
                        svg.line(x + 7, middle + 6, x + 19, middle - 6, Ink.CROSS);
                    },
                    chart.words().middleOfAll())));
        }
        if (dense) {
            canvas.key(List.of(KeyItem.line(Ink.CONTOUR_INNER, chart.words().halfOfMarks())));
            canvas.key(List.of(KeyItem.line(Ink.CONTOUR_OUTER, chart.words().nineInTenMarks())));
        }
    }
}
