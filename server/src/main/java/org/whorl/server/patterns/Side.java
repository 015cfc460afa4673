package org.whorl.server.patterns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a story lets us learn from: how it went wrong, or how it goes right every day. Those who study safety call them
 * Safety-I and Safety-II (Hollnagel, Wears and Braithwaite 2015).
 */
public enum Side {
    WRONG,
    RIGHT;

    /** As in the database, in forms and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that key. */
    public static Optional<Side> find(String key) {
        return Arrays.stream(values()).filter(side -> side.key().equals(key)).findFirst();
    }
}
