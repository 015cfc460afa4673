package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks that people put between three ends, in a triangle: the nearer to a corner, the more of that end. With
 * {@link #DENSE} marks or more, lines show where half of them and where nine in ten of them lie.
 *
 * @param ends what the three corners mean: bottom left, bottom right, top
 * @param marks one for each person
 * @param centre how much of each end there is in the middle of all, each from 0 to 1; empty where it is not known
 */
public record Ternary(
        Words words, String title, String sentence, List<String> ends, List<Mark> marks, List<Reading> centre)
        implements Chart {

    /** With fewer marks a line around them would say more than is known. */
    public static final int DENSE = 20;

    private static final int ENDS = 3;

    /** Refuses a chart without words, or with another number of ends. */
    public Ternary {
        Needed.words(title, sentence);
        ends = List.copyOf(ends);
        marks = List.copyOf(marks);
        centre = List.copyOf(centre);
        if (ends.size() != ENDS || (!centre.isEmpty() && centre.size() != ENDS)) {
            throw new IllegalArgumentException("a triangle has three ends: " + ends + ", " + centre);
        }
    }

    /**
     * Where somebody put their mark: three parts, 0 or more, that come to 1.
     *
     * @param first how much of the first end
     * @param second how much of the second
     * @param third how much of the third
     */
    public record Mark(double first, double second, double third) {

        /** Refuses parts that do not come to 1. */
        public Mark {
            if (!(first >= 0 && second >= 0 && third >= 0) || Math.abs(first + second + third - 1) > 1e-6) {
                throw new IllegalArgumentException("parts come to 1: %s, %s, %s".formatted(first, second, third));
            }
        }

        /** How far right in a triangle whose sides are 1. */
        double across() {
            return second + third / 2;
        }

        /** How far up in a triangle whose sides are 1. */
        double up() {
            return third * Math.sqrt(3) / 2;
        }

        /** The end it is nearest to; -1 if it is as near to another. */
        private int nearest() {
            double[] parts = {first, second, third};
            for (int k = 0; k < ENDS; k++) {
                if (parts[k] > parts[(k + 1) % ENDS] + 1e-9 && parts[k] > parts[(k + 2) % ENDS] + 1e-9) {
                    return k;
                }
            }
            return -1;
        }
    }

    @Override
    public String svg(Size size, String id) {
        return new TernaryPicture(this, size).draw(id);
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < ENDS && !marks.isEmpty(); k++) {
            int end = k;
            long nearest = marks.stream().filter(mark -> mark.nearest() == end).count();
            Reading middle = centre.isEmpty() ? Reading.unknown() : centre.get(k);
            rows.add(List.of(
                    ends.get(k),
                    words.middle(Unit.SHARE, middle),
                    words.low(Unit.SHARE, middle),
                    words.high(Unit.SHARE, middle),
                    words.outOfHundred((int) Math.round(100.0 * nearest / marks.size()))));
        }
        return new Table(
                title,
                List.of(words.itsName(), words.middleOfAll(), words.low(), words.high(), words.nearestToIt()),
                rows);
    }

    /** What a mark says when it is pointed at. */
    String said(Mark mark) {
        return "%s %s, %s %s, %s %s"
                .formatted(
                        ends.get(0),
                        words.share(mark.first()),
                        ends.get(1),
                        words.share(mark.second()),
                        ends.get(2),
                        words.share(mark.third()));
    }
}
