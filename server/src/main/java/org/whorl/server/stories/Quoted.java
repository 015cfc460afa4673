package org.whorl.server.stories;

import java.util.Locale;
import java.util.UUID;
import org.whorl.server.design.Language;

/**
 * A sentence drawn from a story, in words its teller is asked for. It goes when the story goes.
 *
 * @param id under which name it is kept
 * @param story from which story
 * @param words what it says
 * @param language of the words
 * @param translation the same in the other language; blank for none
 * @param translated by whom: person or machine; blank for nobody
 * @param forEn what it is for, in English
 * @param forCy the same in Welsh
 * @param state what its teller said
 */
public record Quoted(
        UUID id,
        UUID story,
        String words,
        String language,
        String translation,
        String translated,
        String forEn,
        String forCy,
        State state) {

    /** What its teller said. */
    public enum State {
        ASKED,
        AGREED,
        REFUSED;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a teller is asked for.
     *
     * @param words what it says
     * @param language of the words
     * @param translation the same in the other language; blank for none
     * @param translated by whom: person or machine; blank for nobody
     * @param forEn what it is for, in English
     * @param forCy the same in Welsh
     */
    public record Wanted(
            String words, String language, String translation, String translated, String forEn, String forCy) {}

    /** What it is for, in the reader's language. */
    public String purpose(Language reader) {
        return reader.pick(forEn, forCy);
    }

    /** The language of the translation. */
    public String other() {
        return Language.of(language).other().code();
    }
}
