package org.whorl.server.stories;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;

/**
 * Something that was told, as its teller and those who care for it see it. Nobody else ever gets one.
 *
 * @param partnership to which partnership
 * @param id which one
 * @param spiral about which spiral's question
 * @param kind what it is
 * @param language the language of the words
 * @param strength what goes well, as it came
 * @param about which rule or handover, or for whom, as it came
 * @param words as they came; blank where a recording says it all
 * @param spoken did a recording come with it?
 * @param teller own, typed, authority or bereaved
 * @param age how old, as far as it matters
 * @param country where, for a report
 * @param place in which of the partnership's places
 * @param name the name to use; blank for none
 * @param answerIn the language the teller is answered in
 * @param state how far it has got
 * @param toldAt when it came
 * @param lookedAt when a trained person had looked
 * @param toTeller what the teller is asked or told
 * @param fromTeller what they answered
 * @param edited the text that is offered, or was approved
 * @param recognisable could somebody nearby still know who it is?
 * @param approvedAt when the teller agreed with it
 * @param reachable did they leave a way to reach them?
 * @param given has it gone to the one it thanks?
 * @param audiences who may hear it
 * @param version counts its changes
 */
public record Contribution(
        UUID partnership,
        UUID id,
        Optional<UUID> spiral,
        Kind kind,
        Language language,
        String strength,
        String about,
        String words,
        boolean spoken,
        String teller,
        Age age,
        String country,
        Optional<UUID> place,
        String name,
        Language answerIn,
        State state,
        Instant toldAt,
        Optional<Instant> lookedAt,
        String toTeller,
        String fromTeller,
        Text edited,
        boolean recognisable,
        Optional<Instant> approvedAt,
        boolean reachable,
        boolean given,
        List<Audience> audiences,
        int version) {

    /**
     * A text that may be heard, once its teller agrees.
     *
     * @param strength what goes well
     * @param words the rest
     */
    public record Text(String strength, String words) {}

    /** How far it is, as in message keys: what is held and was read is being read. */
    public String stage() {
        return state == State.HELD && lookedAt.isPresent() ? "reading" : state.key();
    }

    /** Keeps a copy. */
    public Contribution {
        audiences = List.copyOf(audiences);
    }

    /** Is there nothing to read before somebody has listened? */
    public boolean isOnlySpoken() {
        return spoken && words.isEmpty();
    }

    /** Is there an edited text? */
    public boolean isEdited() {
        return !edited.words().isEmpty();
    }
}
