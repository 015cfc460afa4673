package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;
import org.whorl.draw.Canvas.KeyItem;
import org.whorl.draw.Svg.Path;

/**
 * What was believed of a number and what is believed now, one curve over the other: where a curve is high the number is likely
 * to lie. Curves differ in line and filling, not in colour alone; a dot on the base marks the middle of each.
 *
 * @param measure what the place along the axis means, with its unit
 * @param curves the newest belief first: it is the filled one
 */
public record Beliefs(Words words, String title, String sentence, String measure, Unit unit, List<Curve> curves)
        implements Chart {

    private static final double TALL = 180;
    private static final double GAP = 8;

    /** Refuses a chart without words. */
    public Beliefs {
        Needed.words(title, sentence);
        curves = List.copyOf(curves);
    }

    /**
     * One belief.
     *
     * @param name what it is called
     * @param number its middle and its interval
     * @param points the curve from left to right
     */
    public record Curve(String name, Reading number, List<Point> points) {
        /** Leaves out what cannot be drawn. */
        public Curve {
            points = points.stream()
                    .filter(point -> Reading.drawable(point.at()) && Reading.drawable(point.density()))
                    .toList();
        }
    }

    /**
     * A point of a curve.
     *
     * @param at the number
     * @param density how likely it is there, 0 or more
     */
    public record Point(double at, double density) {}

    @Override
    public String svg(Size size, String id) {
        Span span = new Span();
        double highest = 0;
        for (Curve curve : curves) {
            for (Point point : curve.points()) {
                span.add(point.at());
                highest = Math.max(highest, point.density());
            }
        }
        if (span.isEmpty() || !(highest > 0)) {
            return Canvas.empty(this, size, id);
        }
        Canvas canvas = new Canvas(size);
        canvas.paragraph(measure, Ink.SOFT);
        canvas.y += 4;
        List<KeyItem> key = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            key.add(KeyItem.line(
                    Ink.line(i),
                    curves.get(i).name() + ": "
                            + words.value(unit, curves.get(i).number())));
        }
        canvas.key(key);
        canvas.y += 8;
        double top = canvas.y;
        double bottom = top + TALL;
        ValueAxis axis = ValueAxis.fitting(canvas, words, unit, span.low(), span.high(), GAP, canvas.width() - GAP);
        axis.grid(top, bottom);
        // The newest is drawn last, so that it lies above what was believed before.
        for (int i = curves.size() - 1; i >= 0; i--) {
            draw(canvas, axis, i, bottom, TALL / highest);
        }
        canvas.svg.line(GAP, bottom, canvas.width() - GAP, bottom, Ink.AXIS);
        for (int i = 0; i < curves.size(); i++) {
            double middle = curves.get(i).number().value();
            if (middle >= span.low() && middle <= span.high()) {
                canvas.svg
                        .circle(axis.scale().at(middle), bottom, 5)
                        .ink(i == 0 ? Ink.solid(i) : Ink.hollow(i))
                        .shut();
            }
        }
        axis.labels(bottom + 4);
        canvas.y = bottom + canvas.leading() + 12;
        return canvas.finish(this, id);
    }

    private void draw(Canvas canvas, ValueAxis axis, int series, double bottom, double each) {
        List<Point> points = curves.get(series).points();
        if (points.isEmpty()) {
            return;
        }
        Path line = new Path();
        Path area = new Path().move(axis.scale().at(points.getFirst().at()), bottom);
        for (int i = 0; i < points.size(); i++) {
            double x = axis.scale().at(points.get(i).at());
            double y = bottom - each * points.get(i).density();
            line = i == 0 ? line.move(x, y) : line.line(x, y);
            area = area.line(x, y);
        }
        if (series == 0) {
            area = area.line(axis.scale().at(points.getLast().at()), bottom);
            canvas.svg.tag("path").set("d", area.close()).ink(Ink.nearBand(0)).shut();
        }
        canvas.svg.tag("path").set("d", line).ink(Ink.line(series)).shut();
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Curve curve : curves.reversed()) {
            rows.add(List.of(
                    curve.name(),
                    words.middle(unit, curve.number()),
                    words.low(unit, curve.number()),
                    words.high(unit, curve.number())));
        }
        return new Table(
                title, List.of(words.itsName(), measure.isBlank() ? title : measure, words.low(), words.high()), rows);
    }
}
