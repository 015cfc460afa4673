package org.whorl.server.stories;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Versioned;
import org.whorl.server.trust.Viewer;

/**
 * That somebody will do something until a day. A day that was given up stays in sight, and so does a promise that was broken.
 *
 * @param id which one
 * @param by who promises
 * @param what in plain words
 * @param language of the words
 * @param spiral about which spiral's question
 * @param to the stories whose tellers were promised it
 * @param dueOn until when
 * @param moves days it was to be kept by before, the first one first
 * @param state what has come of it
 * @param note what has come of it in words
 * @param madeOn when it was made
 * @param said how those who were promised it answer: was it kept?
 * @param version counts its changes, from 1
 */
public record Promise(
        UUID id,
        By by,
        String what,
        String language,
        Optional<UUID> spiral,
        List<UUID> to,
        LocalDate dueOn,
        List<Move> moves,
        State state,
        String note,
        LocalDate madeOn,
        Said said,
        int version) {

    static final Versioned VERSIONED =
            new Versioned("promise", "promise", List.of("due_on", "moved_from", "moved_why", "state", "note"));

    /** The fewest characters that say anything. */
    public static final int SHORTEST = 10;

    /** The longest one may be. */
    public static final int LONGEST = 1_000;

    /** Keeps copies. */
    public Promise {
        to = List.copyOf(to);
        moves = List.copyOf(moves);
    }

    /** What has come of a promise. */
    public enum State {
        OPEN,
        KEPT,
        BROKEN;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who promises.
     *
     * @param member which member; none for an organisation
     * @param name what they are called; blank for whoever may not see who takes part
     * @param partner which organisation; none for somebody of none
     * @param fromEn what it is called in English; blank for none
     * @param fromCy the same in Welsh
     * @param maker who wrote it down
     */
    public record By(
            Optional<UUID> member,
            String name,
            Optional<UUID> partner,
            String fromEn,
            String fromCy,
            Optional<UUID> maker) {

        By withoutName() {
            return new By(member, "", partner, fromEn, fromCy, maker);
        }

        /** In words, as far as it is told; blank for a member who is not named. */
        public String words(Language reader) {
            String from = reader.pick(fromEn, fromCy);
            return name.isEmpty() || from.isEmpty() ? name + from : name + ", " + from;
        }
    }

    /**
     * That the day was put off.
     *
     * @param from the day it was before
     * @param why for what reason
     */
    public record Move(LocalDate from, String why) {}

    /**
     * What those say who were promised it. They know that it is shown.
     *
     * @param kept how many say it was kept
     * @param broken how many say it was not
     */
    public record Said(int kept, int broken) {}

    /** Is the day over, and nobody has said what came of it? */
    public boolean isOverdue(LocalDate today) {
        return state == State.OPEN && today.isAfter(dueOn);
    }

    /** Is it time to ask those who were promised it? */
    public boolean isToBeJudged(LocalDate today) {
        return state != State.OPEN || isOverdue(today);
    }

    /** May that viewer say what came of it? Who promised, who wrote it down, and who looks after the spirals. */
    public boolean isChangedBy(Viewer viewer) {
        return viewer.may(Action.CHANGE_SCOPE)
                || viewer.member()
                        .filter(me -> by.member().equals(Optional.of(me))
                                || by.maker().equals(Optional.of(me)))
                        .isPresent();
    }

    Promise withoutName() {
        return new Promise(
                id, by.withoutName(), what, language, spiral, to, dueOn, moves, state, note, madeOn, said, version);
    }
}
