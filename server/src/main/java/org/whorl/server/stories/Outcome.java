package org.whorl.server.stories;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody who cares for stories has decided about one.
 *
 * @param kind what
 * @param note for a signpost, to what; for a question, the question; for a quarantine, whose process has it
 * @param report for a report, to whom, under which reference and when
 */
public record Outcome(Kind kind, String note, Optional<Report> report) {

    /** What can be decided. */
    public enum Kind {
        NO_CONCERN(State.LOOKED_AT),
        SIGNPOST(State.LOOKED_AT),
        REPORT(State.RESTRICTED),
        CONTACT(State.CONTACT),
        QUARANTINE(State.QUARANTINED);

        private final State then;

        Kind(State then) {
            this.then = then;
        }

        /** As in the database and in message keys: {@code no-concern}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What becomes of the story. */
        State then() {
            return then;
        }

        static Optional<Kind> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /**
     * A report to keep somebody safe.
     *
     * @param to to whom
     * @param reference what they call it
     * @param at when
     */
    public record Report(String to, String reference, Instant at) {}

    /**
     * One that was noted.
     *
     * @param outcome what was decided
     * @param by by whom, by name
     * @param member by whom
     * @param at when
     */
    public record Noted(Outcome outcome, String by, UUID member, Instant at) {}
}
