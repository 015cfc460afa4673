package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.evidence.Belief;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Versioned;

/**
 * Two ways to tell the same thing, so that people see which of them moves more to do it. The words are the team's own.
 *
 * @param experiment of which experiment
 * @param first one way
 * @param second the other
 * @param language of the words
 * @param checkedOn since when it is said that they mislead and hurt nobody
 * @param checker who said so; blank where it is not known, and for whoever may not see who takes part
 * @param countedOn when it was last counted; none before that
 * @param version counts its changes, from 1
 */
public record Framings(
        UUID experiment,
        Way first,
        Way second,
        String language,
        LocalDate checkedOn,
        String checker,
        Optional<LocalDate> countedOn,
        int version) {

    static final Versioned VERSIONED = new Versioned(
            "experiment-framing",
            "experiment_framing",
            List.of(
                    "words_a",
                    "words_b",
                    "where_a",
                    "where_b",
                    "checked_on",
                    "checked_by",
                    "seen_a",
                    "did_a",
                    "seen_b",
                    "did_b",
                    "counted_on"));

    /**
     * One way to tell it.
     *
     * @param words how it is told
     * @param where it is shown
     * @param count how many saw it and did it; none before anybody counted
     */
    public record Way(String words, String where, Optional<Count> count) {}

    /**
     * How many, as may be shown: few people are not, and others are rounded.
     *
     * @param seen how many saw it; none where they are few
     * @param did how many of them then did it; none where they, or those who did not, are few
     */
    public record Count(Optional<Integer> seen, Optional<Integer> did) {

        static Count of(int seen, int did) {
            Optional<Integer> all = shown(seen);
            // Of twenty of twenty-two, the two could be worked out.
            boolean both = all.isPresent() && shown(seen - did).isPresent();
            return new Count(all, shown(did).filter(_ -> both));
        }

        private static Optional<Integer> shown(int count) {
            return Disclosure.SERVICES.show(count) instanceof Disclosure.Shown.Count each
                    ? Optional.of(each.value())
                    : Optional.empty();
        }

        /** What share did it, with what is likely (95 per cent, Jeffreys); none where it is not shown, or nobody saw it. */
        Optional<Belief.Share> share() {
            return seen.filter(all -> all > 0)
                    .flatMap(all -> did.map(some -> new Belief.Share(some + 0.5, Math.max(0, all - some) + 0.5)));
        }
    }

    /**
     * How much more often the second was followed than the first, as a difference of shares from -1 to 1.
     *
     * @param difference the difference
     * @param low the lowest that is likely
     * @param high the highest that is likely
     */
    public record Compared(double difference, double low, double high) {

        /** Does it hold "no difference"? */
        public boolean holdsNone() {
            return low <= 0 && high >= 0;
        }
    }

    /**
     * The two beside each other, from the counts as they are shown; none where nobody can tell. The interval is put together from those
     * of the two shares: Zou and Donner, Statistics in Medicine 27 (2008), 1693.
     */
    public Optional<Compared> compared() {
        return first.count()
                .flatMap(Count::share)
                .flatMap(one -> second.count().flatMap(Count::share).map(other -> {
                    double difference = other.mean() - one.mean();
                    return new Compared(
                            difference,
                            difference - Math.hypot(other.mean() - other.low(), one.high() - one.mean()),
                            difference + Math.hypot(other.high() - other.mean(), one.mean() - one.low()));
                }));
    }

    Framings withoutName() {
        return new Framings(experiment, first, second, language, checkedOn, "", countedOn, version);
    }
}
