package org.whorl.server.voices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what people are set beside who lives, works and pays. */
public enum Axis {
    /** Whose voice they bring; of those who took part. */
    PERSPECTIVE,
    /** About where; of what was told. */
    PLACE,
    /** In which language; of what was told. */
    LANGUAGE;

    /** As in the database and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that key, if it is one. */
    static Optional<Axis> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
