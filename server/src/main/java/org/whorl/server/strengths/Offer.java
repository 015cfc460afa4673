package org.whorl.server.strengths;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Versioned;
import org.whorl.server.trust.Viewer;

/**
 * Something a member offers.
 *
 * @param id which one
 * @param give what kind of thing
 * @param what in plain words
 * @param language of the words: en or cy
 * @param minutes for how long, where that can be said
 * @param amount how much, in words; may be blank
 * @param place where; anywhere when empty
 * @param when when it is there
 * @param member who offers it
 * @param name what they are called
 * @param partner for which organisation, if for one
 * @param offeredOn since when it is offered
 * @param version counts its changes, from 1
 */
public record Offer(
        UUID id,
        Give give,
        String what,
        String language,
        Optional<Integer> minutes,
        String amount,
        Optional<UUID> place,
        When when,
        UUID member,
        String name,
        Optional<UUID> partner,
        LocalDate offeredOn,
        int version) {

    static final Versioned VERSIONED = new Versioned(
            "offer",
            "offer",
            List.of(
                    "give",
                    "what",
                    "minutes",
                    "amount",
                    "place",
                    "times",
                    "from_day",
                    "until_day",
                    "partner",
                    "state"));

    /**
     * When it is there.
     *
     * @param times in words, such as Tuesday afternoons
     * @param from not before that day
     * @param until not after that day
     */
    public record When(String times, Optional<LocalDate> from, Optional<LocalDate> until) {}

    /** Is it over? */
    boolean isOver(LocalDate today) {
        return when.until().map(day -> day.isBefore(today)).orElse(false);
    }

    /** May that viewer change it or take it back? Whoever offers it may, and who looks after spirals. */
    public boolean isChangedBy(Viewer viewer) {
        return viewer.may(Action.CHANGE_SCOPE)
                || viewer.member().filter(member::equals).isPresent();
    }
}
