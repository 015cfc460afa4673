package org.whorl.server.voices;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How far somebody says that people have a say in what a spiral does.
 *
 * @param member who says it; never shown
 * @param level how far
 * @param why in one sentence
 * @param language of the sentence
 * @param on the day they said it
 */
record Involvement(UUID member, Level level, String why, String language, LocalDate on) {

    /** How far, from being told to deciding (after the ladder of participation, Arnstein 1969). */
    public enum Level {
        INFORMED,
        CONSULTED,
        INVOLVED,
        TOGETHER,
        LED;

        /** As in the database, in forms and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that key. */
        static Optional<Level> find(String key) {
            return Arrays.stream(values())
                    .filter(level -> level.key().equals(key))
                    .findFirst();
        }
    }

    /** The one in the middle; of two in the middle the lower, so that nothing is made to look better than half say. */
    static Optional<Level> middle(List<Involvement> said) {
        List<Level> sorted = said.stream().map(Involvement::level).sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }
}
