package org.whorl.engine.model;

import java.util.Locale;

/** How a number came to be known; printed beside every answer that rests on it. */
public enum Quality {
    /** Counted in this place. */
    MEASURED,
    /** Published for this place. */
    PUBLISHED,
    /** Measured or published somewhere else. */
    BORROWED,
    /** Agreed by the partners. */
    AGREED,
    /** Nobody knows yet. */
    GUESS;

    /** The word used in files and on pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
