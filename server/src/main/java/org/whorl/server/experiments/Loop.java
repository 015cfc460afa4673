package org.whorl.server.experiments;

import java.util.List;
import java.util.Optional;
import org.whorl.server.design.Share;
import org.whorl.server.pulses.Confidence;
import org.whorl.server.spirals.Commitment;

/** The loop of learning itself: how long it takes, and how much of what is learnt changes anything. */
public sealed interface Loop {

    /** Its name in message keys. */
    String key();

    /**
     * So many of so many.
     *
     * @param key its name in message keys
     * @param some how many
     * @param of of how many
     */
    record Part(String key, int some, int of) implements Loop {
        /** The share with its interval; nothing where there is nothing to share. */
        public Optional<Share> share() {
            return of == 0 ? Optional.empty() : Optional.of(new Share(some, of));
        }
    }

    /**
     * How often what came lay where it was expected.
     *
     * @param key its name in message keys
     * @param some how often
     * @param of of how many that can be judged
     * @param unanswered of how many others nobody said what came
     * @param late of how many it was written when they had begun
     */
    record Hits(String key, int some, int of, int unanswered, int late) implements Loop {}

    /**
     * How many days something takes.
     *
     * @param key its name in message keys
     * @param days each of them
     */
    record Days(String key, List<Integer> days) implements Loop {

        /** Sorts and keeps a copy. */
        public Days {
            days = days.stream().sorted().toList();
        }

        /** The middle one; of an even number the mean of the middle two. */
        public Optional<Double> median() {
            int n = days.size();
            return n == 0 ? Optional.empty() : Optional.of((days.get((n - 1) / 2) + days.get(n / 2)) / 2.0);
        }
    }

    /**
     * A mean with its interval.
     *
     * @param key its name in message keys
     * @param value the mean
     * @param low likely at least
     * @param high likely at most
     */
    record Mean(String key, double value, double low, double high) implements Loop {}

    /**
     * How sure people felt before a turn and after it.
     *
     * @param key its name in message keys
     * @param change the last turn of which it may be told
     */
    record Sure(String key, Confidence.Change change) implements Loop {}

    /**
     * How people said that they kept to what they wanted to do otherwise.
     *
     * @param key its name in message keys
     * @param tally how many came to what
     */
    record Kept(String key, Commitment.Tally tally) implements Loop {}

    /**
     * Minutes that were asked for.
     *
     * @param key its name in message keys
     * @param number how many
     */
    record Minutes(String key, int number) implements Loop {}

    /**
     * It cannot be told.
     *
     * @param key its name in message keys
     */
    record Untold(String key) implements Loop {}
}
