package org.whorl.server.gatherings;

import java.util.Set;
import java.util.UUID;

/**
 * What somebody wrote in a gathering.
 *
 * @param id which one
 * @param step in which step
 * @param seat on which phone
 * @param words in their own words
 * @param language of the screen they wrote it on
 * @param season where it stands in an ecocycle; blank elsewhere
 * @param sources the ideas it was made from
 * @param hidden has whoever leads put it away?
 */
record Idea(
        UUID id, int step, int seat, String words, String language, String season, Set<UUID> sources, boolean hidden) {

    Idea {
        sources = Set.copyOf(sources);
    }
}
