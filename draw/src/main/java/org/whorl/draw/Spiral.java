package org.whorl.draw;

import java.time.LocalDate;
import java.util.List;

/**
 * A spiral that opens upwards: each turn is one whorl, as wide as the number of people who have taken part by its end,
 * and as high as the time it took. The last may still go on.
 */
public record Spiral(Words words, String title, String sentence, List<Whorl> whorls) implements Chart {

    /** Refuses a chart without words. */
    public Spiral {
        Needed.words(title, sentence);
        whorls = List.copyOf(whorls);
    }

    /**
     * One turn.
     *
     * @param name what it is called
     * @param from its first day
     * @param to its last day; today while it goes on
     * @param open does it still go on?
     * @param width how wide it is drawn, beside the others: as many people as may be shown
     * @param newcomers people who took part for the first time, as far as it may be shown
     * @param soFar people who have taken part since the first turn began, as far as it may be shown
     * @param said the same in words, in the language of the chart: 12 people
     */
    public record Whorl(
            String name,
            LocalDate from,
            LocalDate to,
            boolean open,
            int width,
            String newcomers,
            String soFar,
            String said) {

        /** Refuses a turn that ends before it begins, or that is less wide than nothing. */
        public Whorl {
            if (to.isBefore(from) || width < 0) {
                throw new IllegalArgumentException(
                        "no turn: %s from %s to %s, %d wide".formatted(name, from, to, width));
            }
        }
    }

    @Override
    public String svg(Size size, String id) {
        return whorls.isEmpty() ? Canvas.empty(this, size, id) : new SpiralPicture(this, size).svg(id);
    }

    @Override
    public Table table() {
        return new Table(
                title,
                List.of(words.turn(), words.begun(), words.newPeople(), words.peopleSoFar()),
                whorls.stream()
                        .map(whorl -> List.of(whorl.name(), month(whorl.from()), whorl.newcomers(), whorl.soFar()))
                        .toList());
    }

    String month(LocalDate day) {
        return words.month(day.getMonth()) + " " + day.getYear();
    }
}
