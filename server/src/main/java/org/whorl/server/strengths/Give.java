package org.whorl.server.strengths;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody or something here can give. */
public enum Give {
    ROOM,
    SKILL,
    MONEY,
    DATA,
    PERMISSION,
    TIME;

    /** As in the database and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that key, if it is one. */
    static Optional<Give> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** Those in a text of the database. */
    static List<Give> list(String text) {
        return Arrays.stream(text.split(",")).flatMap(key -> find(key).stream()).toList();
    }

    /** As a text of the database, always in the same order. */
    static String text(List<Give> gives) {
        Set<Give> set = Set.copyOf(gives);
        return Arrays.stream(values()).filter(set::contains).map(Give::key).collect(Collectors.joining(","));
    }
}
