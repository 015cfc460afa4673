package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Versioned;
import org.whorl.server.trust.Viewer;

/**
 * Something somebody could do. Never blank, and it says how long it takes.
 *
 * @param id which one
 * @param spiral for which spiral
 * @param kind what is asked for
 * @param what in plain words
 * @param minutes how long it takes
 * @param askedOf of whom; nobody in particular when empty
 * @param askedOfName what they are called; nothing when nobody in particular
 * @param askedBy who asks, where it is known
 * @param askedOn when
 * @param wantedBy until when an answer helps
 * @param version counts its changes, from 1
 */
public record Ask(
        UUID id,
        UUID spiral,
        Kind kind,
        String what,
        int minutes,
        Optional<UUID> askedOf,
        String askedOfName,
        Optional<UUID> askedBy,
        LocalDate askedOn,
        Optional<LocalDate> wantedBy,
        int version) {

    static final Versioned VERSIONED = new Versioned(
            "ask", "ask", List.of("what", "minutes", "wanted_by", "state", "answer", "answered_by", "answered_on"));

    /** The fewest characters that say anything. */
    public static final int SHORTEST = 10;

    /** The longest an ask may take: a working day. */
    public static final int LONGEST_MINUTES = 480;

    /** The minutes one person may be asked for in a month, all asks together. */
    public static final int MINUTES_A_MONTH = 120;

    /** What is asked for; each has a template to begin from. */
    public enum Kind {
        TIME,
        SKILL,
        PLACE,
        QUESTION,
        CONNECTION;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** May that viewer change it or take it back? Whoever asked may, and who looks after the spiral. */
    public boolean isChangedBy(Viewer viewer) {
        return viewer.may(Action.CHANGE_SCOPE) || (askedBy.isPresent() && askedBy.equals(viewer.member()));
    }
}
