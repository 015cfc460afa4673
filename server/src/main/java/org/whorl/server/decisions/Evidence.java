package org.whorl.server.decisions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing a decision rests on, by kind and id: its words are never kept here, so what was taken back is gone here too.
 *
 * @param id which line of the decision
 * @param kind what it is
 * @param target which one
 * @param number the version of a model, which never changes; 0 for what has none
 */
public record Evidence(UUID id, Kind kind, UUID target, int number) {

    /** What a decision can rest on. */
    public enum Kind {
        MODEL,
        SHIFT,
        FINDING,
        CLAIM,
        STORY,
        VOTES;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that key. */
        public static Optional<Kind> find(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }
}
