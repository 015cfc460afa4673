package org.whorl.server.stories;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.whorl.server.design.Language;

/**
 * What came of something that was told, in the words of whoever knows.
 *
 * @param stage how far that is
 * @param words what came of it
 * @param language of the words
 * @param at when it was said
 */
public record Use(Stage stage, String words, String language, Instant at) {

    /**
     * One with who said it.
     *
     * @param use what came of it
     * @param name what they are called; blank for whoever may not see who takes part
     * @param fromEn the organisation they come from, in English; blank for none
     * @param fromCy the same in Welsh
     */
    public record Said(Use use, String name, String fromEn, String fromCy) {

        Said withoutName() {
            return new Said(use, "", fromEn, fromCy);
        }

        /** Who said it, as far as it is told; blank for nobody in particular. */
        public String by(Language reader) {
            String from = reader.pick(fromEn, fromCy);
            return name.isEmpty() || from.isEmpty() ? name + from : name + ", " + from;
        }
    }

    /** How far it has got. */
    public enum Stage {
        USED,
        DECIDED,
        TRIED,
        CHANGED,
        /** It cannot be done; the words say why. */
        NOT_POSSIBLE;

        /** As in the database and in message keys: {@code not-possible}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Is that an answer? Having talked about it is none. */
        boolean isAnswer() {
            return this != USED;
        }

        static Optional<Stage> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }
}
