package org.whorl.server.experiments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A measure that an experiment looks at beside the one it is about.
 *
 * @param measure which one
 * @param part what for
 */
public record Look(UUID measure, Role part) {

    /** What a measure is looked at for. */
    public enum Role {
        OTHER,
        /** It must not get worse. */
        BALANCING,
        /** It moves before the outcome does. */
        LEADING;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Role> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /** As it is kept: what for, and which one. */
    String line() {
        return part.key() + " " + measure;
    }

    /** Those that are kept in these lines. */
    static List<Look> read(String lines) {
        return lines.lines().map(Look::of).toList();
    }

    private static Look of(String line) {
        int blank = line.indexOf(' ');
        return new Look(
                UUID.fromString(line.substring(blank + 1)),
                Role.find(line.substring(0, blank)).orElseThrow());
    }
}
