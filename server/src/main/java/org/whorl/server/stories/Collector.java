package org.whorl.server.stories;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who collects what people tell, in their own name.
 *
 * @param id which one
 * @param name as people know them
 * @param kind what they are
 */
public record Collector(UUID id, String name, Kind kind) {

    /** What somebody who collects is. */
    public enum Kind {
        /** A voluntary or community group. */
        VOLUNTARY,
        /** A practice, which gives out slips and learns nothing of who uses them. */
        PRACTICE,
        OTHER;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }
}
