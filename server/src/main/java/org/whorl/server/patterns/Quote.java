package org.whorl.server.patterns;

import java.util.UUID;
import org.whorl.server.stories.Released;

/** A quote as far as whoever looks may read it. */
public sealed interface Quote {

    /** Which one. */
    UUID id();

    /**
     * One that may be read.
     *
     * @param id which one
     * @param story where it stands
     * @param words what it says
     */
    record Read(UUID id, Released story, String words) implements Quote {}

    /** Its story is for others to hear. */
    record ForOthers(UUID id) implements Quote {}

    /** Its story may be heard, in another text than the one that was quoted. */
    record Changed(UUID id, Released story) implements Quote {}

    /** Whoever told it took it back. */
    record TakenBack(UUID id) implements Quote {}
}
