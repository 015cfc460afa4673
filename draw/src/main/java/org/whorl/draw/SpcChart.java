package org.whorl.draw;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Bands.Threshold;

/**
 * Points in the order of time, with the line in their middle and the limits within which chance keeps them, stepping where they
 * were counted anew. What a point says is told by its shape and its colour, the colours being those that health services in Britain know:
 * grey for chance, blue for better, orange for worse, purple where neither is.
 *
 * @param measure what the points count, in what unit
 * @param dots in the order of time
 * @param target what people want to reach; null where there is none
 * @param notes days that matter, such as those from which limits were counted anew
 * @param icons what the whole chart says; each with words beside it
 */
public record SpcChart(
        Words words,
        String title,
        String sentence,
        String measure,
        Unit unit,
        List<Dot> dots,
        @Nullable Threshold target,
        List<Note> notes,
        List<Icon> icons)
        implements Chart {

    /** Refuses a chart without words; keeps copies, in the order of time. */
    public SpcChart {
        Needed.words(title, sentence);
        dots = dots.stream().sorted(Comparator.comparing(Dot::date)).toList();
        notes = List.copyOf(notes);
        icons = List.copyOf(icons);
    }

    /** What a point, or a whole chart, says. */
    public enum Sort {
        /** Nothing more than chance. */
        COMMON("common"),
        /** A change for the better. */
        BETTER("improvement"),
        /** A change for the worse. */
        WORSE("concern"),
        /** A change where neither way is better. */
        OTHER("neutral");

        private final String token;

        Sort(String token) {
            this.token = token;
        }

        /** What its colour is called. */
        String token() {
            return token;
        }
    }

    /**
     * A point.
     *
     * @param date its day
     * @param value what was seen; NaN where nobody noted anything
     * @param middle the line in the middle; NaN where there is none
     * @param lower the lower limit; NaN where there is none
     * @param upper the upper limit; NaN where there is none
     * @param stretch since which counting anew
     * @param sort what it says
     * @param said the rule that says so, in words; blank for chance
     * @param story whether somebody tells what happened there
     */
    public record Dot(
            LocalDate date,
            double value,
            double middle,
            double lower,
            double upper,
            int stretch,
            Sort sort,
            String said,
            boolean story) {

        boolean drawable() {
            return Reading.drawable(value);
        }
    }

    /**
     * A day that matters.
     *
     * @param date the day
     * @param label why, in words
     */
    public record Note(LocalDate date, String label) {}

    /**
     * What the whole chart says.
     *
     * @param sort in which colour
     * @param letter a letter, or a sign such as a question mark; blank for chance
     * @param label the same in words
     */
    public record Icon(Sort sort, String letter, String label) {}

    @Override
    public String svg(Size size, String id) {
        return new SpcPicture(this, size).draw(id);
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Dot dot : dots) {
            rows.add(List.of(
                    words.shortDate(dot.date()),
                    written(dot.value()),
                    written(dot.middle()),
                    written(dot.lower()),
                    written(dot.upper()),
                    dot.said()));
        }
        return new Table(
                title,
                List.of(words.date(), measure, words.middleLine(), words.low(), words.high(), words.whatItSays()),
                rows);
    }

    String written(double value) {
        return Double.isNaN(value) ? "–" : words.value(unit, value);
    }

    /** What a point says when it is pointed at. */
    String said(Dot dot) {
        String value = words.date(dot.date()) + ": " + written(dot.value());
        return dot.said().isBlank() ? value : value + ". " + dot.said();
    }
}
