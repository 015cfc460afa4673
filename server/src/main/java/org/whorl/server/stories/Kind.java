package org.whorl.server.stories;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody tells us. */
public enum Kind {
    STORY,
    THANKS,
    STRENGTH,
    NEED,
    BARRIER,
    ASK,
    OFFER;

    /** As in the database and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that key, if it is one. */
    public static Optional<Kind> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
