package org.whorl.server.stories;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.design.Language;

/**
 * What somebody tells, as they send it.
 *
 * @param code the form's key, which is the teller's private code
 * @param kind what it is
 * @param came how it came
 * @param language of the words
 * @param strength what goes well
 * @param about of a barrier, which rule, form or handover; of thanks, for whom
 * @param words what they say
 * @param teller own, or typed by somebody for them and on what ground: typed, authority, bereaved
 * @param age how old, as far as it matters
 * @param country wales, england or elsewhere
 * @param place in which of the partnership's places
 * @param nameChoice none, mine or other
 * @param name the name to use; blank for none
 * @param answerIn the language they want to be answered in
 * @param contact how to reach them; blank for not at all
 * @param audiences who may hear it
 */
public record Telling(
        String code,
        Kind kind,
        Came came,
        Language language,
        String strength,
        String about,
        String words,
        String teller,
        Age age,
        String country,
        Optional<UUID> place,
        String nameChoice,
        String name,
        Language answerIn,
        String contact,
        Set<Audience> audiences) {

    /**
     * Keeps a copy of the audiences.
     *
     * @throws IllegalArgumentException if it is for people who may not hear it from somebody of that age, whatever way it came
     */
    public Telling {
        audiences = Set.copyOf(audiences);
        if (!Audience.open(age).containsAll(audiences)) {
            throw new IllegalArgumentException("somebody that young does not choose that alone");
        }
    }
}
