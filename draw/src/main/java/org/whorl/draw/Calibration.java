package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;
import org.whorl.draw.Canvas.KeyItem;

/**
 * What a model says beside what was seen: a dot with its interval, and a cross. A row whose cross lies outside says so
 * in words.
 *
 * @param measure what the place along the row means, with its unit
 */
public record Calibration(Words words, String title, String sentence, String measure, Unit unit, List<Pair> pairs)
        implements Chart {

    /** Refuses a chart without words. */
    public Calibration {
        Needed.words(title, sentence);
        pairs = List.copyOf(pairs);
    }

    /**
     * One comparison.
     *
     * @param name what is compared
     * @param modelled what the model says, with its interval
     * @param seen what was counted in the real world; not a number where nobody counted
     */
    public record Pair(String name, Reading modelled, double seen) {

        /** Whether the interval of the model holds what was seen. */
        public boolean inside() {
            return modelled.hasInterval() && seen >= modelled.low() && seen <= modelled.high();
        }

        /** Whether there are both an interval and something seen. */
        public boolean comparable() {
            return modelled.hasInterval() && Reading.drawable(seen);
        }
    }

    /** How many intervals hold what was seen. */
    public long inside() {
        return pairs.stream().filter(Pair::comparable).filter(Pair::inside).count();
    }

    /** How many rows have both an interval and something seen. */
    public long comparable() {
        return pairs.stream().filter(Pair::comparable).count();
    }

    @Override
    public String svg(Size size, String id) {
        Span span = new Span();
        for (Pair pair : pairs) {
            span.add(pair.modelled());
            span.add(pair.seen());
        }
        if (span.isEmpty()) {
            return Canvas.empty(this, size, id);
        }
        span.addZeroIfNear();
        Canvas canvas = new Canvas(size);
        canvas.paragraph(measure, Ink.SOFT);
        canvas.y += 4;
        canvas.key(List.of(
                new KeyItem(
                        (svg, x, middle, width) ->
                                Marks.dot(svg, new Scale(0, 1, x + 2, x + width - 2), middle, Reading.of(0.5, 0, 1), 0),
                        words.model()),
                new KeyItem((svg, x, middle, width) -> Marks.cross(svg, x + width / 2, middle), words.seen())));
        canvas.y += 8;
        List<Rows.Row> rows = pairs.stream()
                .map(pair -> new Rows.Row(
                        pair.name(), words.value(unit, pair.modelled()), seen(pair), (svg, scale, middle) -> {
                            Marks.dot(svg, scale, middle, pair.modelled(), 0);
                            if (Reading.drawable(pair.seen())) {
                                Marks.cross(svg, scale.at(pair.seen()), middle);
                            }
                        }))
                .toList();
        new Rows(canvas, words, unit, rows).draw(span.low(), span.high());
        return canvas.finish(this, id);
    }

    @Override
    public Table table() {
        List<String> headers = List.of(
                words.itsName(), words.model(), words.low(), words.high(), words.seen(), words.insideTheInterval());
        List<List<String>> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            rows.add(List.of(
                    pair.name(),
                    words.middle(unit, pair.modelled()),
                    words.low(unit, pair.modelled()),
                    words.high(unit, pair.modelled()),
                    words.value(unit, pair.seen()),
                    !pair.comparable() ? words.unknown() : pair.inside() ? words.yes() : words.no()));
        }
        return new Table(title, headers, rows);
    }

    private String seen(Pair pair) {
        String said = words.seenValue(words.value(unit, pair.seen()));
        return pair.comparable() && !pair.inside() ? said + ", " + words.outside() : said;
    }
}
