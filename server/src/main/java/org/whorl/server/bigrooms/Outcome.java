package org.whorl.server.bigrooms;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.whorl.server.trust.Versioned;

/**
 * Something that came of a week.
 *
 * @param id which one
 * @param week of which week
 * @param heldOn the day of that week
 * @param kind what kind of thing
 * @param words what it is
 * @param language of the words
 * @param ask the ask that it became
 * @param experiment the experiment that a test became, or that something was learnt from
 * @param owner who does it; of what was learnt, who should answer
 * @param ownerName what they are called
 * @param dueOn until when
 * @param came what came of it; blank while it goes on
 * @param doneOn since when it is done
 * @param version counts its changes, from 1
 */
public record Outcome(
        UUID id,
        UUID week,
        LocalDate heldOn,
        Kind kind,
        String words,
        String language,
        Optional<UUID> ask,
        Optional<UUID> experiment,
        Optional<UUID> owner,
        String ownerName,
        Optional<LocalDate> dueOn,
        String came,
        Optional<LocalDate> doneOn,
        int version) {

    static final Versioned VERSIONED = new Versioned(
            "big-room-outcome", "big_room_outcome", List.of("words", "owner", "due_on", "came", "done_on"));

    /** What kind of thing. */
    public enum Kind {
        /** Somebody does it until a day. */
        ACTION,
        /** Somebody tries it, in a small way, and says what came of it. */
        TEST,
        /** It becomes an ask. */
        ASK,
        /** A circle talks about it. */
        TOPIC,
        LEARNT;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Is there somebody who does it, until a day? */
        public boolean isOwned() {
            return this == ACTION || this == TEST;
        }

        static Optional<Kind> of(String key) {
            return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
        }
    }

    Outcome asked(Optional<UUID> became) {
        return new Outcome(
                id,
                week,
                heldOn,
                kind,
                words,
                language,
                became,
                experiment,
                owner,
                ownerName,
                dueOn,
                came,
                doneOn,
                version);
    }

    /** Is somebody still to do it? */
    public boolean isOpen() {
        return kind.isOwned() && doneOn.isEmpty();
    }

    /** Should it be done by now? */
    public boolean isLate(LocalDate today) {
        return isOpen() && dueOn.filter(today::isAfter).isPresent();
    }
}
