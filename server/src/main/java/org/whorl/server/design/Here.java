package org.whorl.server.design;

/**
 * The partnership a page belongs to, as far as the layout needs it.
 *
 * @param slug its part of the address
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param illustrative are its people and stories made up, to show what Whorl is?
 * @param wording how it speaks of things
 * @param heldBack has the reader a role here that counts only after a second step at signing in?
 */
public record Here(String slug, String nameEn, String nameCy, boolean illustrative, Wording wording, boolean heldBack) {

    /** Its name in a language. */
    public String name(Language language) {
        return language.pick(nameEn, nameCy);
    }

    /** The address of something in it. */
    public String path(String rest) {
        return "/p/" + slug + rest;
    }
}
