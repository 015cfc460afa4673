package org.whorl.draw;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.whorl.draw.Bands.Threshold;
import org.whorl.draw.Canvas.KeyItem;
import org.whorl.draw.SpcChart.Dot;
import org.whorl.draw.SpcChart.Icon;
import org.whorl.draw.SpcChart.Note;
import org.whorl.draw.SpcChart.Sort;
import org.whorl.draw.Svg.Anchor;
import org.whorl.draw.Svg.Path;

/** Lays out and draws an {@link SpcChart}. */
final class SpcPicture {

    private static final double RIGHT = 18;
    /** So far the label of the first day reaches to the left of its mark. */
    private static final double HALF_A_DATE = 34;
    /** Marks keep this far from the edge of the plot. */
    private static final double INSET = 8;

    private static final double BADGE = 13;
    private static final int MARKS = 5;

    private final SpcChart chart;
    private final Canvas canvas;
    private final Svg svg;

    SpcPicture(SpcChart chart, Size size) {
        this.chart = chart;
        this.canvas = new Canvas(size);
        this.svg = canvas.svg;
    }

    String draw(String id) {
        Span span = new Span();
        chart.dots().forEach(dot -> span.add(dot.value()));
        if (span.isEmpty()) {
            return Canvas.empty(chart, canvas.size, id);
        }
        for (Dot dot : chart.dots()) {
            span.add(dot.middle());
            span.add(dot.lower());
            span.add(dot.upper());
        }
        Threshold target = chart.target();
        if (target != null) {
            span.add(target.value());
        }
        span.addZeroIfNear();
        canvas.paragraph(chart.measure(), Ink.SOFT);
        canvas.y += 4;
        chart.icons().forEach(this::icon);
        key();
        canvas.y += 12;
        plot(span);
        return canvas.finish(chart, id);
    }

    /** A badge with its words beside it. */
    private void icon(Icon icon) {
        double left = 2 * BADGE + 10;
        List<String> lines = canvas.wrap(icon.label(), canvas.width() - left);
        double height = Math.max(2 * BADGE, lines.size() * canvas.leading());
        double middle = canvas.y + height / 2;
        svg.circle(BADGE, middle, BADGE - 1.5).ink(Ink.badge(icon.sort())).shut();
        if (icon.letter().isBlank()) {
            // A wave within two lines: up and down, and nothing more.
            Path wave = new Path().move(BADGE - 7, middle + 2);
            for (int i = 1; i <= 4; i++) {
                wave.line(BADGE - 7 + i * 3.5, middle + (i % 2 == 0 ? 2 : -2));
            }
            svg.tag("path").set("d", wave).ink(Ink.WHISKER).shut();
        } else {
            svg.text(BADGE, middle + canvas.type() * 0.35, Anchor.MIDDLE, Ink.STRONG, icon.letter());
        }
        canvas.lines(left, middle - lines.size() * canvas.leading() / 2, Anchor.START, Ink.TEXT, lines);
        canvas.y += height + 6;
    }

    private void key() {
        Words words = chart.words();
        List<KeyItem> items = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            if (chart.dots().stream().anyMatch(dot -> dot.drawable() && dot.sort() == sort)) {
                items.add(new KeyItem((s, x, middle, width) -> mark(s, x + width / 2, middle, sort), words.sort(sort)));
            }
        }
        if (chart.dots().stream().anyMatch(dot -> Reading.drawable(dot.middle()))) {
            items.add(KeyItem.line(Ink.CENTRE, words.middleLine()));
        }
        if (chart.dots().stream().anyMatch(dot -> Reading.drawable(dot.upper()))) {
            items.add(KeyItem.line(Ink.LIMIT, words.limits()));
        }
        Threshold target = chart.target();
        if (target != null && Reading.drawable(target.value())) {
            items.add(KeyItem.line(Ink.ALARM, target.label()));
        }
        if (chart.dots().stream().anyMatch(dot -> dot.drawable() && dot.story())) {
            items.add(new KeyItem(
                    (s, x, middle, width) ->
                            s.circle(x + width / 2, middle, 8).ink(Ink.STORY).shut(),
                    words.storyHere()));
        }
        for (Note note : chart.notes()) {
            items.add(new KeyItem(
                    (s, x, middle, width) -> s.line(x + width / 2, middle - 7, x + width / 2, middle + 7, Ink.DAY),
                    words.shortDate(note.date()) + ": " + note.label()));
        }
        canvas.key(items);
    }

    private void plot(Span span) {
        Words words = chart.words();
        Ticks ticks = Ticks.covering(span.low(), span.high(), MARKS);
        double left = HALF_A_DATE;
        List<String> values = new ArrayList<>();
        for (int i = 0; i < ticks.count(); i++) {
            values.add(words.tick(chart.unit(), ticks.at(i), ticks.step()));
            left = Math.max(left, Math.ceil(canvas.textWidth(values.getLast())) + 8);
        }
        double right = canvas.width() - RIGHT;
        double top = canvas.y;
        double bottom = top + (canvas.size == Size.WIDE ? 260 : 220);
        Scale up = Scale.of(ticks, bottom - INSET, top + INSET);
        for (int i = 0; i < ticks.count(); i++) {
            double y = up.at(ticks.at(i));
            svg.line(left, y, right, y, Ink.GRID);
            svg.text(left - 8, y + canvas.type() * 0.35, Anchor.END, Ink.SOFT, values.get(i));
        }
        svg.line(left, bottom, right, bottom, Ink.AXIS);
        LocalDate first = chart.dots().getFirst().date();
        LocalDate last = chart.dots().getLast().date();
        Scale across = first.equals(last)
                ? new Scale(first.toEpochDay() - 1.0, first.toEpochDay() + 1.0, left + INSET, right - INSET)
                : new Scale(first.toEpochDay(), last.toEpochDay(), left + INSET, right - INSET);
        DateAxis axis = DateAxis.covering(first, last, right - left - 2 * INSET, words, canvas.type());
        for (DateAxis.Mark mark : axis.marks()) {
            double x = across.at(mark.date());
            svg.line(x, bottom, x, bottom + 5, Ink.AXIS);
            label(x, bottom + 8, left, right, mark.label());
            label(x, bottom + 8 + canvas.leading(), left, right, mark.year());
        }
        canvas.openPlot(left, top, right, bottom);
        for (Note note : chart.notes()) {
            if (!note.date().isBefore(first) && !note.date().isAfter(last)) {
                double x = across.at(note.date());
                svg.line(x, top, x, bottom, Ink.DAY);
            }
        }
        steps(across, up, Dot::upper, Ink.LIMIT);
        steps(across, up, Dot::lower, Ink.LIMIT);
        steps(across, up, Dot::middle, Ink.CENTRE);
        Threshold target = chart.target();
        if (target != null && Reading.drawable(target.value())) {
            double y = up.at(target.value());
            svg.line(left, y, right, y, Ink.ALARM);
        }
        way(across, up);
        for (Dot dot : chart.dots()) {
            if (dot.drawable()) {
                dot(across.at(dot.date()), up.at(dot.value()), dot);
            }
        }
        canvas.closePlot();
        canvas.y = bottom + 2 * canvas.leading() + 10;
    }

    /** A line for each stretch; a point alone gets a short one. Where it changes from point to point it does so in steps. */
    private void steps(Scale across, Scale up, ToDoubleFunction<Dot> height, Ink ink) {
        Path path = new Path();
        List<Dot> dots = chart.dots();
        for (int i = 0; i < dots.size(); i++) {
            double value = height.applyAsDouble(dots.get(i));
            if (!Reading.drawable(value)) {
                continue;
            }
            double x = across.at(dots.get(i).date());
            double from = edge(across, dots, i, -1, x);
            double to = edge(across, dots, i, 1, x);
            double y = up.at(value);
            boolean goesOn = i > 0
                    && dots.get(i - 1).stretch() == dots.get(i).stretch()
                    && Reading.drawable(height.applyAsDouble(dots.get(i - 1)));
            path = goesOn ? path.line(from, y) : path.move(from, y);
            path.line(to, y);
        }
        if (!path.isEmpty()) {
            svg.tag("path").set("d", path).ink(ink).shut();
        }
    }

    /** Half way to the neighbour in the same stretch, else a little beyond the point. */
    private static double edge(Scale across, List<Dot> dots, int i, int way, double x) {
        int beside = i + way;
        if (beside >= 0
                && beside < dots.size()
                && dots.get(beside).stretch() == dots.get(i).stretch()) {
            return (x + across.at(dots.get(beside).date())) / 2;
        }
        return Math.clamp(x + way * 4, across.from() - INSET, across.to() + INSET);
    }

    /** From point to point; a day without a value breaks it. */
    private void way(Scale across, Scale up) {
        Path path = new Path();
        boolean open = false;
        for (Dot dot : chart.dots()) {
            if (!dot.drawable()) {
                open = false;
                continue;
            }
            double x = across.at(dot.date());
            double y = up.at(dot.value());
            path = open ? path.line(x, y) : path.move(x, y);
            open = true;
        }
        svg.tag("path").set("d", path).ink(Ink.WAY).shut();
    }

    private void dot(double x, double y, Dot dot) {
        svg.tag("g")
                .set("class", "w-mark")
                .set("data-date", dot.date().toString())
                .set("data-value", chart.written(dot.value()))
                .hold()
                .title(chart.said(dot));
        if (dot.story()) {
            svg.circle(x, y, 8).ink(Ink.STORY).shut();
        }
        mark(svg, x, y, dot.sort());
        svg.end("g");
    }

    /** Shapes differ, for those who do not see the colours: small circle, large circle, square, diamond. */
    private static void mark(Svg svg, double x, double y, Sort sort) {
        Ink ink = Ink.point(sort);
        switch (sort) {
            case COMMON -> svg.circle(x, y, 4).ink(ink).shut();
            case BETTER -> svg.circle(x, y, 5.5).ink(ink).shut();
            case WORSE -> svg.rect(x - 5, y - 5, 10, 10).ink(ink).shut();
            case OTHER ->
                svg.tag("path")
                        .set(
                                "d",
                                new Path()
                                        .move(x, y - 6.5)
                                        .line(x + 6.5, y)
                                        .line(x, y + 6.5)
                                        .line(x - 6.5, y)
                                        .close())
                        .ink(ink)
                        .shut();
        }
    }

    /** Centred on its mark; not drawn where it would leave the plot's own room. */
    private void label(double x, double top, double left, double right, String text) {
        double half = canvas.textWidth(text) / 2;
        if (!text.isEmpty() && x - half >= left - HALF_A_DATE && x + half <= right + RIGHT) {
            svg.text(x, canvas.baseline(top), Anchor.MIDDLE, Ink.SOFT, text);
        }
    }
}
