package org.whorl.engine.model;

/**
 * What a thing is called, in English and in Welsh. Where only one was given, both are the same.
 *
 * @param en the English name
 * @param cy the Welsh name
 */
public record Name(String en, String cy) {

    /** The same name in both languages: an id, or a name nobody has translated yet. */
    public static Name of(String both) {
        return new Name(both, both);
    }

    /** The name in the language with this code; anything but {@code cy} reads English. */
    public String in(String language) {
        return language.equals("cy") ? cy : en;
    }
}
