package org.whorl.server.stories;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of something that was told, in the words of whoever knows.
 *
 * @param stage how far that is
 * @param words what came of it
 * @param language of the words
 * @param at when it was said
 */
public record Use(Stage stage, String words, String language, Instant at) {

    /** How far it has got. */
    public enum Stage {
        USED,
        DECIDED,
        TRIED,
        CHANGED;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Stage> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }
}
