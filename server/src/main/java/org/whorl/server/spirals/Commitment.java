package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * One way in which people want to work differently in a turn of a spiral. At the end of the turn they look at it together; it
 * says what came of it, and never who is better than whom.
 *
 * @param id which one
 * @param spiral of which spiral
 * @param turn in which turn
 * @param what in people's own words
 * @param language of the words: en or cy
 * @param owner who sees to it; none once they have left
 * @param ownerName what they are called; blank for nobody, and for whoever may not see who takes part
 * @param dueOn by which day
 * @param outcome what came of it
 * @param learnt what was learnt by it; blank until people have looked at it
 * @param learntLanguage of that: en or cy
 * @param version counts its changes, from 1
 */
public record Commitment(
        UUID id,
        UUID spiral,
        int turn,
        String what,
        String language,
        Optional<UUID> owner,
        String ownerName,
        Optional<LocalDate> dueOn,
        Outcome outcome,
        String learnt,
        String learntLanguage,
        int version) {

    /** So many in one turn; more are a wish list. */
    public static final int MOST = 3;

    static final Versioned VERSIONED = new Versioned(
            "commitment",
            "commitment",
            List.of("what", "language", "owner", "due_on", "outcome", "learnt", "learnt_language"));

    /** What came of one. */
    public enum Outcome {
        /** Nobody has looked at it yet. */
        OPEN,
        KEPT,
        PARTLY,
        NOT_KEPT;

        /** As in message keys and forms: {@code not-kept}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** As in the database, where an open one has none. */
        String column() {
            return this == OPEN ? "" : key();
        }

        static Outcome of(String column) {
            return find(column).orElse(OPEN);
        }

        /** One that people have come to. */
        static Optional<Outcome> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each != OPEN && each.key().equals(key))
                    .findFirst();
        }
    }

    /**
     * How many came to what.
     *
     * @param kept were kept
     * @param partly were partly kept
     * @param notKept were not kept
     * @param waiting are of turns that are over, and nobody has looked at them
     */
    public record Tally(int kept, int partly, int notKept, int waiting) {

        /** Is there nothing to tell yet? */
        public boolean isEmpty() {
            return kept + partly + notKept + waiting == 0;
        }
    }

    /** Has nobody looked at it yet? */
    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    /** A new one, that nobody has looked at. */
    static Commitment begun(
            UUID spiral, int turn, String what, String language, Optional<UUID> owner, Optional<LocalDate> dueOn) {
        return new Commitment(
                UUID.randomUUID(), spiral, turn, what, language, owner, "", dueOn, Outcome.OPEN, "", language, 1);
    }

    Commitment withoutName() {
        return new Commitment(
                id, spiral, turn, what, language, owner, "", dueOn, outcome, learnt, learntLanguage, version);
    }
}
