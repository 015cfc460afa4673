package org.whorl.server.stories;

import java.util.Map;
import java.util.UUID;

/**
 * What a teller has said of their own story by placing it.
 *
 * @param where where they told it
 * @param kind what they told
 * @param placed where they put it, by question
 */
public record OwnPlacements(Where where, Kind kind, Map<UUID, Placement> placed) {

    /** Keeps a copy. */
    public OwnPlacements {
        placed = Map.copyOf(placed);
    }
}
