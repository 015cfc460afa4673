package org.whorl.engine.model;

import java.util.Locale;

/** As population tables count people. */
public enum Sex {
    FEMALE,
    MALE;

    /** The word used in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
