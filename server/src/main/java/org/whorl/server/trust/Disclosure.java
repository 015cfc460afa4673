package org.whorl.server.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which counts of people may be shown. Every count that leaves the server goes through here: tables, charts, exports.
 *
 * <p>The rule for counts from services is NHS England's for small areas: 1 to 7 are hidden, others rounded to the nearest
 * five, nought is shown; totals are rounded from their true values. Where exactly one of several counts that add to a
 * shown total would be hidden, it could be worked out, so the next smallest is hidden with it.
 *
 * @param least the smallest count shown; smaller ones, except nought, are hidden
 * @param step what counts are rounded to
 */
public record Disclosure(int least, int step) {

    /** Counts of people from services' own data. */
    public static final Disclosure SERVICES = new Disclosure(8, 5);

    /** Counts of voices: stories, votes, triads; below ten nobody's voice can be told apart. */
    public static final Disclosure VOICES = new Disclosure(10, 1);

    /**
     * Counts of people who take part openly, and know that they are counted. Nothing is told that the people in the room
     * do not see.
     */
    public static final Disclosure TAKING_PART = new Disclosure(1, 1);

    /** A threshold of one hides nothing, a step of one rounds nothing. */
    public Disclosure {
        if (least < 1 || step < 1) {
            throw new IllegalArgumentException("neither threshold nor step can be below 1");
        }
    }

    /** A count as it may be shown. */
    public sealed interface Shown {

        /** The count, rounded as the rule has it. */
        record Count(int value) implements Shown {
            @Override
            public String toString() {
                return Integer.toString(value);
            }
        }

        /** There are some, and few. */
        record Hidden() implements Shown {
            @Override
            public String toString() {
                return "*";
            }
        }
    }

    /** One count on its own. */
    public Shown show(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("nobody can count %d people".formatted(count));
        }
        return isSmall(count) ? new Shown.Hidden() : new Shown.Count(rounded(count));
    }

    /** Counts that add to a total which is shown beside them. */
    public List<Shown> showParts(List<Integer> counts) {
        List<Shown> shown = new ArrayList<>(counts.stream().map(this::show).toList());
        long hidden = counts.stream().filter(this::isSmall).count();
        if (hidden == 1) {
            // The next smallest that is somebody: hiding a nought would give nothing away and protect nobody.
            IntStream.range(0, counts.size())
                    .filter(i -> counts.get(i) >= least)
                    .boxed()
                    .min(Comparator.comparing(counts::get))
                    .ifPresent(next -> shown.set(next, new Shown.Hidden()));
        }
        return List.copyOf(shown);
    }

    private boolean isSmall(int count) {
        return count > 0 && count < least;
    }

    private int rounded(int count) {
        return (count + step / 2) / step * step;
    }
}
