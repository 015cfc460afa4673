package org.whorl.files;

import java.util.List;

/** A file as it was written, before anyone asks what it means; everything knows its line. */
sealed interface Written {

    /** The line it begins on, from 1. */
    int line();

    /**
     * A scalar.
     *
     * @param text its characters, without quotes
     * @param plain whether it stood there without quotes
     */
    record Text(String text, boolean plain, int line) implements Written {}

    /** A list. */
    record Many(List<Written> items, int line) implements Written {}

    /** Keys with values, in the order written, duplicates and all. */
    record Keyed(List<Entry> entries, int line) implements Written {}

    /**
     * A key with its value.
     *
     * @param line the key's line
     */
    record Entry(String key, int line, Written value) {}

    /** Whether nothing stands here: {@code opening:} with nothing after it. */
    default boolean isNothing() {
        return this instanceof Text t && t.plain && (t.text.isEmpty() || t.text.equals("~") || t.text.equals("null"));
    }

    /** This, in words for a message. */
    default String words() {
        return switch (this) {
            case Text _ when isNothing() -> "nothing";
            case Text t -> "\"" + (t.text.length() > 60 ? t.text.substring(0, 57) + "..." : t.text) + "\"";
            case Many _ -> "a list";
            case Keyed _ -> "a block of keys";
        };
    }
}
