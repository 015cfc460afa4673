package org.whorl.server.stories;

import java.util.Optional;
import java.util.UUID;
import org.whorl.server.people.PrivateCode;

/**
 * Something told, on its way in.
 *
 * @param id which it will be, if there is none with its code yet
 * @param spiral about the question of which spiral
 * @param telling what was told
 * @param attached what comes beside the words, or in their place
 */
record Told(UUID id, Optional<UUID> spiral, Telling telling, Attached attached) {

    /** Refuses what says nothing. */
    Told {
        if (telling.words().isEmpty() && attached.recording().isEmpty()) {
            throw new IllegalArgumentException("nothing is said");
        }
    }

    /** Something told just now. */
    Told(Optional<UUID> spiral, Telling telling, Attached attached) {
        this(UUID.randomUUID(), spiral, telling, attached);
    }

    /** What is kept of its code. */
    byte[] fingerprint() {
        return PrivateCode.fingerprint(telling.code());
    }
}
