package org.whorl.server.strengths;

import java.util.Optional;
import java.util.UUID;

/**
 * Something that people of an organisation see as strong. Who of them wrote it is not known.
 *
 * @param id which one
 * @param seenBy by which organisation
 * @param about of which, perhaps itself
 * @param meeting where the two meet
 * @param words in their own words
 * @param language of the words: en or cy
 * @param strength which strength it is, once people have judged
 */
public record Remark(
        UUID id, UUID seenBy, UUID about, String meeting, String words, String language, Optional<UUID> strength) {

    /** Is it about their own side? */
    public boolean isOwn() {
        return seenBy.equals(about);
    }
}
