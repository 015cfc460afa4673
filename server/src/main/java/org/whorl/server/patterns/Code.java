package org.whorl.server.patterns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.trust.Versioned;

/**
 * A word of the codebook: what a passage of a story can be marked with.
 *
 * @param id which one
 * @param kind what it says of a story
 * @param nameEn in English; blank where nobody has said
 * @param nameCy in Welsh; blank where nobody has said
 * @param version counts its changes, from 1
 */
public record Code(UUID id, Kind kind, String nameEn, String nameCy, int version) {

    static final Versioned VERSIONED = new Versioned("code", "story_code", List.of("name_en", "name_cy"));

    /** What a code says of a story. */
    public enum Kind {
        NEED,
        STRENGTH,
        BARRIER,
        LEVEL,
        OWN;

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
}
