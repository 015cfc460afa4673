package org.whorl.server.stories;

import java.util.List;
import java.util.Optional;

/**
 * What comes with the words, or in their place.
 *
 * @param recording the teller's voice
 * @param photographs in their order
 */
public record Attached(Optional<Recording> recording, List<Added> photographs) {

    /** Words alone. */
    public static final Attached NOTHING = new Attached(Optional.empty(), List.of());

    /**
     * A photograph, and what is on it.
     *
     * @param description in the teller's words
     * @param picture its points
     */
    public record Added(String description, Picture picture) {}

    /** Keeps a copy. */
    public Attached {
        photographs = List.copyOf(photographs);
    }
}
