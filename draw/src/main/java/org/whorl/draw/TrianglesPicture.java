package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;
import org.whorl.draw.Canvas.KeyItem;
import org.whorl.draw.Svg.Anchor;
import org.whorl.draw.Svg.Path;

/** Draws {@link Triangles}: a plot with a number above each triangle, and what the numbers stand for below. */
final class TrianglesPicture {

    private static final double RIGHT = 18;
    private static final double AIR = 4;

    private final Triangles chart;
    private final Canvas canvas;

    /** A triangle with where it begins. */
    private record Placed(Triangles.Triangle triangle, double pounds, double benefit) {}

    TrianglesPicture(Triangles chart, Size size) {
        this.chart = chart;
        this.canvas = new Canvas(size);
    }

    String draw(String id) {
        List<Placed> placed = placed();
        if (placed.isEmpty()) {
            return Canvas.empty(chart, canvas.size, id);
        }
        canvas.paragraph(chart.up(), Ink.SOFT);
        plot(placed);
        canvas.paragraph(chart.across(), Ink.SOFT);
        canvas.y += 8;
        for (int i = 0; i < placed.size(); i++) {
            Triangles.Triangle triangle = placed.get(i).triangle();
            String said = "%d. %s: %s".formatted(i + 1, triangle.name(), chart.slope(triangle));
            canvas.key(List.of(KeyItem.box(Ink.nearBand(i), said)));
        }
        return canvas.finish(chart, id);
    }

    /** End to end, as far as sums can be drawn. */
    private List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        double pounds = 0;
        double benefit = 0;
        for (Triangles.Triangle triangle : chart.triangles()) {
            if (triangle.drawable()
                    && Reading.drawable(pounds + triangle.pounds())
                    && Reading.drawable(benefit + triangle.benefit())) {
                placed.add(new Placed(triangle, pounds, benefit));
                pounds += triangle.pounds();
                benefit += triangle.benefit();
            }
        }
        return placed;
    }

    private void plot(List<Placed> placed) {
        Span up = new Span();
        up.add(0);
        double pounds = 0;
        for (Placed one : placed) {
            up.add(one.benefit() + one.triangle().benefit());
            pounds = one.pounds() + one.triangle().pounds();
        }
        double height = canvas.size == Size.WIDE ? 250 : 200;
        Ticks ticks = Ticks.covering(up.low(), up.high(), (int) (height / 50));
        List<String> values = new ArrayList<>();
        double widest = 0;
        for (int i = 0; i < ticks.count(); i++) {
            values.add(chart.words().tick(Unit.NUMBER, ticks.at(i), ticks.step()));
            widest = Math.max(widest, canvas.textWidth(values.getLast()));
        }
        double left = Math.ceil(widest) + 8;
        double right = canvas.width() - RIGHT;
        double numbers = canvas.y + AIR;
        double top = numbers + canvas.leading() + AIR;
        double bottom = top + height;
        Scale rise = Scale.of(ticks, bottom, top);
        ValueAxis axis = ValueAxis.fitting(canvas, chart.words(), Unit.POUNDS, 0, pounds, left, right);
        axis.grid(top, bottom);
        for (int i = 0; i < ticks.count(); i++) {
            double y = rise.at(ticks.at(i));
            canvas.svg.line(left, y, right, y, ticks.first() + i == 0 ? Ink.AXIS : Ink.GRID);
            canvas.svg.text(left - 8, y + canvas.type() * 0.35, Anchor.END, Ink.SOFT, values.get(i));
        }
        canvas.openPlot(left, top, right, bottom);
        for (int i = 0; i < placed.size(); i++) {
            triangle(placed.get(i), i, axis.scale(), rise);
        }
        canvas.closePlot();
        numbers(placed, axis.scale(), numbers);
        axis.labels(bottom + AIR);
        canvas.y = bottom + canvas.leading() + 3 * AIR;
    }

    private void triangle(Placed one, int series, Scale across, Scale up) {
        double x0 = across.at(one.pounds());
        double x1 = across.at(one.pounds() + one.triangle().pounds());
        double y0 = up.at(one.benefit());
        double y1 = up.at(one.benefit() + one.triangle().benefit());
        Svg svg = canvas.svg;
        String said = chart.slope(one.triangle());
        svg.tag("g").set("class", "w-mark").set("data-name", one.triangle().name());
        svg.set("data-value", said).hold();
        svg.title(one.triangle().name() + ": " + said);
        svg.tag("path")
                .set("d", new Path().move(x0, y0).line(x1, y0).line(x1, y1).close())
                .ink(Ink.nearBand(series))
                .shut();
        svg.line(x0, y0, x1, y1, Ink.line(series));
        svg.end("g");
    }

    /** Above each triangle its number; one that would touch the number before it is left out. */
    private void numbers(List<Placed> placed, Scale across, double top) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < placed.size(); i++) {
            String number = Integer.toString(i + 1);
            double half = Type.boldWidth(number, canvas.type()) / 2;
            double x =
                    across.at(placed.get(i).pounds() + placed.get(i).triangle().pounds() / 2);
            if (x - half >= free) {
                canvas.svg.text(x, canvas.baseline(top), Anchor.MIDDLE, Ink.STRONG, number);
                free = x + half + AIR;
            }
        }
    }
}
