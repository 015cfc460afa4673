package org.whorl.server.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which counts of people may be shown. Every count that leaves the server goes through here: tables, charts, exports.
 *
 * <p>The rule for counts from services is NHS England's for small areas: 1 to 7 are hidden, others rounded to the nearest
 * five, nought is shown; totals are rounded from their true values. Where exactly one of several counts that add to a
 * shown total would be hidden, it could be worked out, so the next smallest is hidden with it.
 * Where nothing is rounded, that is done until what is hidden is no longer few together.
 *
 * @param least the smallest count shown; smaller ones, except nought, are hidden
 * @param step what counts are rounded to
 */
public record Disclosure(int least, int step) {

    /** Counts of people from services' own data. */
    public static final Disclosure SERVICES = new Disclosure(8, 5);

    /** Counts of something sensitive, such as illness, in a small area: nine might be known by their neighbours. */
    public static final Disclosure SMALL_AREAS = new Disclosure(10, 5);

    /** Counts of voices: stories, votes, triads; below ten nobody's voice can be told apart. */
    public static final Disclosure VOICES = new Disclosure(10, 1);

    /**
     * What people in one room give by their phones, knowing that the room will see it: dots on ideas, a word on how they are. Of
     * fewer than five it would be told apart whose they are.
     */
    public static final Disclosure IN_A_ROOM = new Disclosure(5, 1);

    /**
     * Counts of people who take part openly, and know that they are counted. Nothing is told that the people in the room
     * do not see.
     */
    public static final Disclosure TAKING_PART = new Disclosure(1, 1);

    /**
     * What somebody sees of how many take part: whoever sees who they are sees how many; to everybody else, guests,
     * observers and guest experts too, they are voices.
     */
    public static Disclosure ofTakingPart(Viewer viewer) {
        return viewer.may(Action.SEE_PEOPLE) ? TAKING_PART : VOICES;
    }

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

        /** There are some; how many is not told. */
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
        return showParts(counts, Set.of());
    }

    /**
     * The same where some are not told for the sake of another table.
     *
     * @param withheld which ones, by their place in the list
     */
    public List<Shown> showParts(List<Integer> counts, Set<Integer> withheld) {
        List<Shown> shown = new ArrayList<>(IntStream.range(0, counts.size())
                .mapToObj(i -> withheld.contains(i) ? new Shown.Hidden() : show(counts.get(i)))
                .toList());
        while (isGivenAway(counts, shown)) {
            // The next smallest that is somebody: hiding a nought would give nothing away and protect nobody.
            Optional<Integer> next = IntStream.range(0, counts.size())
                    .filter(i -> counts.get(i) >= least && shown.get(i) instanceof Shown.Count)
                    .boxed()
                    .min(Comparator.comparing(counts::get));
            if (next.isEmpty()) {
                break;
            }
            shown.set(next.get(), new Shown.Hidden());
        }
        return List.copyOf(shown);
    }

    /**
     * Which of several groups may each be shown with figures of its own, beside the figures of all: none that is small, and
     * so many that those left out are together no small group either, or theirs could be worked out from the others'.
     *
     * @return their places in the list
     */
    public Set<Integer> showApart(List<Integer> counts) {
        List<Integer> largest = IntStream.range(0, counts.size())
                .boxed()
                .filter(i -> counts.get(i) >= least)
                .sorted(Comparator.comparing(counts::get).reversed())
                .toList();
        int shown = largest.size();
        int left = sum(counts) - largest.stream().mapToInt(counts::get).sum();
        while (shown > 0 && isSmall(left)) {
            shown--;
            left += counts.get(largest.get(shown));
        }
        return Set.copyOf(largest.subList(0, shown));
    }

    /**
     * Could what is hidden be worked out from the total? One count always; several, where nothing is rounded, as long as they
     * are few together.
     */
    private boolean isGivenAway(List<Integer> counts, List<Shown> shown) {
        int[] hidden = IntStream.range(0, counts.size())
                .filter(i -> shown.get(i) instanceof Shown.Hidden)
                .toArray();
        int together = IntStream.of(hidden).map(counts::get).sum();
        return hidden.length == 1 || (step == 1 && hidden.length > 0 && together < least);
    }

    /**
     * One of several counts in a row.
     *
     * @param newly the count itself
     * @param soFar all up to and with it
     * @param drawn how far a picture may go here: what is shown, or on the way from what is shown before to what is
     *     shown next
     */
    public record InARow(Shown newly, Shown soFar, int drawn) {}

    /**
     * Counts in a row with their running totals. A small one is joined to those beside it until together they are no
     * longer small: within, neither counts nor running totals are shown, or taking one total from the next would tell.
     */
    public List<InARow> showRunning(List<Integer> counts) {
        List<Integer> ends = ends(counts);
        List<InARow> shown = new ArrayList<>();
        int before = 0;
        int soFar = 0;
        for (int end : ends) {
            int begin = shown.size();
            int after = soFar + sum(counts.subList(begin, end + 1));
            // Where not even the last total is shown, a picture only goes on evenly.
            int goal = isSmall(after) ? counts.size() : rounded(after);
            for (int i = begin; i <= end; i++) {
                Shown newly = begin == end ? show(counts.get(i)) : new Shown.Hidden();
                Shown total = i == end ? show(after) : new Shown.Hidden();
                shown.add(new InARow(newly, total, before + (goal - before) * (i - begin + 1) / (end - begin + 1)));
            }
            soFar = after;
            before = rounded(after);
        }
        return List.copyOf(shown);
    }

    /** The last of each stretch that is shown as one. */
    private List<Integer> ends(List<Integer> counts) {
        List<Integer> ends = new ArrayList<>();
        int end = counts.size() - 1;
        while (end >= 0) {
            ends.addFirst(end);
            int begin = end;
            int together = counts.get(begin);
            while (isSmall(together) && begin > 0) {
                begin--;
                together += counts.get(begin);
            }
            // Nothing is left before it to join: it goes with what comes after.
            while (isSmall(together) && ends.size() > 1) {
                int joined = ends.removeFirst();
                together += sum(counts.subList(joined + 1, ends.getFirst() + 1));
            }
            end = begin - 1;
        }
        return ends;
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private boolean isSmall(int count) {
        return count > 0 && count < least;
    }

    private int rounded(int count) {
        return (count + step / 2) / step * step;
    }
}
