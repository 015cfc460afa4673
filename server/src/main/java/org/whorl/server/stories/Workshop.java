package org.whorl.server.stories;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A board for a workshop: cards are typed in while people speak, and each is held at once like everything that is told.
 *
 * @param id which one
 * @param name what the workshop is called
 * @param spiral about the question of which spiral
 * @param said what was said aloud about who hears it, before anybody spoke
 * @param teller whose words a card holds unless it says otherwise
 * @param age how old whoever speaks is, unless a card says otherwise
 * @param country where it is about
 * @param place in which of the partnership's places
 * @param audiences who may hear a card unless it says otherwise
 * @param open may cards still be added?
 */
public record Workshop(
        UUID id,
        String name,
        Optional<UUID> spiral,
        String said,
        String teller,
        Age age,
        String country,
        Optional<UUID> place,
        Set<Audience> audiences,
        boolean open) {

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException if somebody that young does not choose these audiences alone
     */
    public Workshop {
        audiences = Set.copyOf(audiences);
        if (!Audience.open(age).containsAll(audiences)) {
            throw new IllegalArgumentException("somebody that young does not choose that alone");
        }
    }

    /** The place as a form has it. */
    public String where() {
        return place.map(UUID::toString).orElse(country);
    }
}
