package org.whorl.server.pulses;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One round of asking how it goes between people: how far partners trust each other, or how sure people feel before a turn and
 * after it. Once for each turn of a spiral and kind. Nothing of it is shown while it goes on, so that nobody can see what one
 * more answer changes.
 *
 * @param id which one
 * @param spiral in which spiral
 * @param turn in which turn of it
 * @param kind what is asked, and when
 * @param openedOn its first day
 * @param closedOn its last; none while it goes on
 * @param code what stands in the link people answer by; none where only members are asked
 */
public record Pulse(
        UUID id,
        UUID spiral,
        int turn,
        Kind kind,
        LocalDate openedOn,
        Optional<LocalDate> closedOn,
        Optional<String> code) {

    /** What is asked, and when. */
    public enum Kind {
        /** How far partners trust each other. */
        TRUST,
        /** How sure people feel, before a turn. */
        BEFORE,
        /** The same, after it. */
        AFTER;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** May people answer now? */
    public boolean isOpen() {
        return closedOn.isEmpty();
    }
}
