package org.whorl.server.strengths;

import org.whorl.server.design.Language;

/**
 * The same words in both languages, or in one while nobody has said them in the other.
 *
 * @param en in English; may be blank
 * @param cy in Welsh; may be blank
 */
public record Both(String en, String cy) {

    /** As far as possible in the reader's language. */
    public String in(Language reader) {
        return language(reader) == Language.EN ? en : cy;
    }

    /** The language these words are then in. */
    public Language language(Language reader) {
        String own = reader.pick(en, cy);
        return own.isBlank() && !isBlank() ? reader.other() : reader;
    }

    /** Are there no words at all? */
    public boolean isBlank() {
        return en.isBlank() && cy.isBlank();
    }

    /** One of them for whom the language is all the same: the English if there is one. */
    String either() {
        return en.isBlank() ? cy : en;
    }
}
