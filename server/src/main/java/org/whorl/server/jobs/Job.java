package org.whorl.server.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A piece of long work that somebody has started.
 *
 * @param partnership in which partnership; zeros for the house
 * @param id which one
 * @param kind what kind of work, as {@link JobKind#key}
 * @param parameters what exactly, as JSON
 * @param state how it stands
 * @param member who started it, where they were in a partnership
 * @param account with which account
 * @param madeAt when
 * @param endedAt when it ended
 * @param done so much is done
 * @param expected of so much; nought while nobody knows
 * @param step what is being done: the name of a sentence, and its parts
 * @param cancelAsked has somebody asked it to stop?
 * @param outcome what came of it: the name of a sentence, and its parts
 * @param link where it is to be seen; empty where nowhere
 * @param file the name of the file that came of it; empty where none
 */
public record Job(
        UUID partnership,
        UUID id,
        String kind,
        String parameters,
        State state,
        Optional<UUID> member,
        Optional<UUID> account,
        Instant madeAt,
        Optional<Instant> endedAt,
        int done,
        int expected,
        List<String> step,
        boolean cancelAsked,
        List<String> outcome,
        String link,
        String file) {

    /** How a job stands. */
    public enum State {
        /** It will begin as soon as somebody has time for it. */
        WAITING,
        /** It is being done. */
        RUNNING,
        /** It is done. */
        DONE,
        /** It could not be done. */
        FAILED,
        /** Somebody has stopped it. */
        CANCELLED,
        /** Whorl was stopped while it ran. */
        INTERRUPTED;

        /** As in the database and in sentences. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** Is it still to be done, or being done? */
    public boolean goesOn() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** From 0 to 1; none while nobody knows how much there is to do. */
    public Optional<Double> progress() {
        return expected > 0 ? Optional.of(Math.clamp((double) done / expected, 0, 1)) : Optional.empty();
    }
}
