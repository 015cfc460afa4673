package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;
import org.whorl.draw.Canvas.KeyItem;
import org.whorl.draw.Svg.Anchor;
import org.whorl.draw.Svg.Path;

/**
 * Shares of some teams beside the limits within which chance and what always makes teams differ leave most of them: wide where
 * few people stand behind a share, narrow where many do. Teams differ in shape and in filling, not in colour alone.
 *
 * @param size what the place along the axis means: how many people
 * @param share what the height means
 * @param between what the limits are called
 * @param target the share of all together
 * @param limits by size, the smallest first
 * @param dots the teams that are shown
 */
public record Funnel(
        Words words,
        String title,
        String sentence,
        String size,
        String share,
        String between,
        double target,
        List<Limit> limits,
        List<Dot> dots)
        implements Chart {

    private static final double TALL = 260;
    private static final double GAP = 6;
    private static final int MARKS = 5;

    /** Refuses a chart without words. */
    public Funnel {
        Needed.words(title, sentence);
        limits = List.copyOf(limits);
        dots = List.copyOf(dots);
    }

    /**
     * The limits for teams of a size.
     *
     * @param size how many people
     * @param low the lower one, a share
     * @param high the upper one
     */
    public record Limit(double size, double low, double high) {}

    /**
     * A team.
     *
     * @param name what it is called
     * @param size how many people stand behind it
     * @param share of them
     */
    public record Dot(String name, double size, double share) {}

    @Override
    public String svg(Size picture, String id) {
        if (limits.isEmpty()) {
            return Canvas.empty(this, picture, id);
        }
        Canvas canvas = new Canvas(picture);
        canvas.paragraph(share, Ink.SOFT);
        canvas.y += 4;
        List<KeyItem> key = new ArrayList<>();
        key.add(KeyItem.box(Ink.wideBand(0), between));
        for (int i = 0; i < dots.size(); i++) {
            int dot = i;
            key.add(new KeyItem(
                    (svg, x, middle, width) -> mark(svg, x + width / 2, middle, dot),
                    dots.get(i).name()));
        }
        canvas.key(key);
        canvas.y += 8;
        plot(canvas);
        canvas.paragraph(size, Ink.SOFT);
        return canvas.finish(this, id);
    }

    private void plot(Canvas canvas) {
        Span span = new Span();
        limits.forEach(limit -> span.add(new Reading(target, limit.low(), limit.high())));
        dots.forEach(dot -> span.add(Reading.of(dot.share())));
        Ticks upright = Ticks.covering(span.low(), span.high(), MARKS);
        double left = GAP;
        for (int i = 0; i < upright.count(); i++) {
            left = Math.max(left, GAP + canvas.textWidth(label(upright, i)));
        }
        double top = canvas.y + canvas.leading() / 2;
        double bottom = top + TALL;
        double right = canvas.width() - GAP;
        Scale up = Scale.of(upright, bottom, top);
        ValueAxis across = ValueAxis.fitting(
                canvas,
                words,
                Unit.NUMBER,
                limits.getFirst().size(),
                limits.getLast().size(),
                left,
                right);
        for (int i = 0; i < upright.count(); i++) {
            double y = up.at(upright.at(i));
            canvas.svg.line(left, y, right, y, Ink.GRID);
            canvas.svg.text(
                    left - GAP, canvas.baseline(y - canvas.leading() / 2), Anchor.END, Ink.SOFT, label(upright, i));
        }
        Path band = new Path();
        for (int i = 0; i < limits.size(); i++) {
            double x = across.scale().at(limits.get(i).size());
            double y = up.at(limits.get(i).high());
            band = i == 0 ? band.move(x, y) : band.line(x, y);
        }
        for (int i = limits.size() - 1; i >= 0; i--) {
            band = band.line(
                    across.scale().at(limits.get(i).size()), up.at(limits.get(i).low()));
        }
        canvas.svg.tag("path").set("d", band.close()).ink(Ink.wideBand(0)).shut();
        canvas.svg.line(left, up.at(target), right, up.at(target), Ink.AXIS);
        for (int i = 0; i < dots.size(); i++) {
            mark(
                    canvas.svg,
                    across.scale().at(dots.get(i).size()),
                    up.at(dots.get(i).share()),
                    i);
        }
        across.labels(bottom);
        canvas.y = bottom + canvas.leading() + 8;
    }

    private String label(Ticks upright, int i) {
        return words.tick(Unit.SHARE, upright.at(i), upright.step());
    }

    /** Circles and squares, filled and hollow by turns. */
    private static void mark(Svg svg, double x, double y, int dot) {
        Ink ink = dot % 2 == 0 ? Ink.solid(dot) : Ink.hollow(dot);
        if (dot % 4 < 2) {
            svg.circle(x, y, 5).ink(ink).shut();
        } else {
            svg.rect(x - 4.5, y - 4.5, 9, 9).ink(ink).shut();
        }
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Dot dot : dots) {
            rows.add(List.of(dot.name(), words.number(dot.size()), words.share(dot.share())));
        }
        int middle = limits.size() / 2;
        for (int i = 0; i < limits.size(); i++) {
            if (i == 0 || i == middle || i == limits.size() - 1) {
                Limit limit = limits.get(i);
                rows.add(List.of(
                        between,
                        words.number(limit.size()),
                        words.value(Unit.SHARE, new Reading(target, limit.low(), limit.high()))));
            }
        }
        return new Table(title, List.of(words.itsName(), size, share), rows);
    }
}
