package org.whorl.engine.model;

import java.util.Locale;

/** Where on the way from prevention to hospital a service stands; a shift to the left moves resource up this list. */
public enum Setting {
    /** Before anybody needs care. */
    PREVENTION,
    /** At home or near it. */
    COMMUNITY,
    /** In hospital. */
    ACUTE;

    /** The word used in files and on pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
