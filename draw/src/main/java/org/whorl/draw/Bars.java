package org.whorl.draw;

import java.util.List;

/**
 * Horizontal bars from zero, each with a whisker for its interval. A bar whose interval holds both sides of zero is
 * drawn hollow: nobody can say which way it goes.
 *
 * @param measure what the length means, with its unit
 */
public record Bars(Words words, String title, String sentence, String measure, Unit unit, List<Bar> bars)
        implements Chart {

    /** Refuses a chart without words. */
    public Bars {
        Needed.words(title, sentence);
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param name what it stands for
     * @param reading its length, with the interval it is known within
     */
    public record Bar(String name, Reading reading) {}

    @Override
    public String svg(Size size, String id) {
        Span span = new Span();
        bars.forEach(bar -> span.add(bar.reading()));
        if (span.isEmpty()) {
            return Canvas.empty(this, size, id);
        }
        span.add(0);
        Canvas canvas = new Canvas(size);
        canvas.paragraph(measure, Ink.SOFT);
        canvas.y += 8;
        List<Rows.Row> rows = bars.stream()
                .map(bar -> new Rows.Row(
                        bar.name(),
                        words.middle(unit, bar.reading()),
                        words.interval(unit, bar.reading()),
                        (svg, scale, middle) -> Marks.bar(svg, scale, middle, bar.reading(), 0)))
                .toList();
        new Rows(canvas, words, unit, rows).draw(span.low(), span.high());
        if (bars.stream().anyMatch(bar -> bar.reading().couldBeEitherWay())) {
            canvas.y += 6;
            canvas.paragraph(words.hollowBar(), Ink.SOFT);
        }
        return canvas.finish(this, id);
    }

    @Override
    public Table table() {
        return new Table(
                title,
                List.of(words.itsName(), measure.isBlank() ? title : measure, words.low(), words.high()),
                bars.stream()
                        .map(bar -> List.of(
                                bar.name(),
                                words.middle(unit, bar.reading()),
                                words.low(unit, bar.reading()),
                                words.high(unit, bar.reading())))
                        .toList());
    }
}
