package org.whorl.server.patterns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.stories.Released;

/**
 * What runs through stories: a service that people came to, or a thread of their whole lives, such as loneliness.
 *
 * @param id which one
 * @param side which of both
 * @param nameEn in English; blank where nobody has said
 * @param nameCy in Welsh; blank where nobody has said
 */
public record Strand(UUID id, Kind side, String nameEn, String nameCy) {

    /** What it is. */
    public enum Kind {
        SERVICE,
        LIFE;

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

    /** The language in which somebody reads it: theirs, if there is a word for it. */
    public Language in(Language reader) {
        return reader.pick(nameEn, nameCy).isEmpty() ? reader.other() : reader;
    }

    /** What somebody reads. */
    public String name(Language reader) {
        return in(reader).pick(nameEn, nameCy);
    }

    /**
     * A passage of a story, with the service it tells of and the thread of a life that runs through it.
     *
     * @param kept where it is
     * @param service which service
     * @param life which thread
     */
    public record Fragment(Quotes.Kept kept, UUID service, UUID life) {

        /** Which one. */
        public UUID id() {
            return kept.id();
        }

        /** What it says; nothing if the story's text was changed since. */
        public String words(Released story) {
            return kept.passage().words(story).orElse("");
        }

        UUID of(Kind side) {
            return side == Kind.SERVICE ? service : life;
        }
    }
}
