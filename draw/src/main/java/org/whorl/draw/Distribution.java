package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Bands.Threshold;
import org.whorl.draw.Canvas.KeyItem;

/**
 * What could happen, as a hundred dots: each stands for one in a hundred of all that could. Dots above a threshold are
 * solid, the others are rings, so that they can be counted without colour.
 *
 * @param measure what the place along the axis means, with its unit
 * @param values what could happen, all equally likely: the results of replications, say, in any order
 * @param threshold a level that matters
 * @param beside the values of charts that stand beside this one: all share one axis, so that they can be compared
 */
public record Distribution(
        Words words,
        String title,
        String sentence,
        String measure,
        Unit unit,
        List<Double> values,
        @Nullable Threshold threshold,
        List<Double> beside)
        implements Chart {

    private static final int BINS_IN_TABLE = 10;
    private static final int DOTS = 100;

    /** Refuses a chart without words; leaves out what is not a number. */
    public Distribution {
        Needed.words(title, sentence);
        values = values.stream().filter(Reading::drawable).sorted().toList();
        beside = beside.stream().filter(Reading::drawable).sorted().toList();
    }

    /** A chart without a threshold. */
    public Distribution(Words words, String title, String sentence, String measure, Unit unit, List<Double> values) {
        this(words, title, sentence, measure, unit, values, null, List.of());
    }

    /** The same with a level that matters. */
    public Distribution withThreshold(double value, String label) {
        return new Distribution(words, title, sentence, measure, unit, values, new Threshold(value, label), beside);
    }

    /** The same on an axis that holds another chart's values too. */
    public Distribution beside(List<Double> others) {
        return new Distribution(words, title, sentence, measure, unit, values, threshold, others);
    }

    /** The least and the most of all that the axis must hold. */
    Span span() {
        Span span = new Span();
        values.forEach(value -> span.add(Reading.of(value)));
        beside.forEach(value -> span.add(Reading.of(value)));
        return span;
    }

    /** How many of the hundred dots lie above the threshold; none without one. */
    public int above() {
        return (int) dots().stream().filter(this::above).count();
    }

    boolean above(double dot) {
        return threshold != null && dot > threshold.value();
    }

    /**
     * The hundred dots: the values that 0.5%, 1.5% ... 99.5% of all values do not exceed, in a straight line between
     * neighbours. A hundred values are dots already: what is counted among them is counted among the dots. Empty when there
     * are no values.
     */
    public List<Double> dots() {
        if (values.isEmpty() || values.size() == DOTS) {
            return values;
        }
        List<Double> dots = new ArrayList<>(DOTS);
        for (int i = 0; i < DOTS; i++) {
            double place = (i + 0.5) / DOTS * (values.size() - 1);
            int below = (int) place;
            int next = Math.min(below + 1, values.size() - 1);
            dots.add(values.get(below) + (place - below) * (values.get(next) - values.get(below)));
        }
        return List.copyOf(dots);
    }

    @Override
    public String svg(Size size, String id) {
        if (values.isEmpty()) {
            return Canvas.empty(this, size, id);
        }
        Canvas canvas = new Canvas(size);
        canvas.paragraph(measure, Ink.SOFT);
        canvas.y += 4;
        List<KeyItem> key = new ArrayList<>();
        key.add(new KeyItem(
                (svg, x, middle, width) -> svg.circle(x + width / 2, middle, 4.5)
                        .ink(threshold == null ? Ink.solid(0) : Ink.RING)
                        .shut(),
                words.eachDot()));
        if (threshold != null) {
            key.add(new KeyItem(
                    (svg, x, middle, width) -> svg.circle(x + width / 2, middle, 5)
                            .ink(Ink.ALARM_DOT)
                            .shut(),
                    threshold.label() + ": " + words.outOfHundred(above())));
        }
        canvas.key(key);
        canvas.y += 8;
        new Dots(this, canvas).draw();
        return canvas.finish(this, id);
    }

    @Override
    public Table table() {
        List<List<String>> rows = Bins.of(this, BINS_IN_TABLE).bins().stream()
                .map(bin -> List.of(
                        bin.name(words, unit), words.outOfHundred(bin.dots().size())))
                .toList();
        return new Table(title, List.of(measure.isBlank() ? title : measure, words.howMany()), rows);
    }
}
