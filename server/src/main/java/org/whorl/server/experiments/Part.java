package org.whorl.server.experiments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of an experiment that are written one at a time: each is a page short enough for a telephone. */
public enum Part {
    /** If, and, then. */
    IDEA,
    /** What is expected, by when. */
    PREDICTION,
    /** How it will be seen. */
    DESIGN,
    /** People, community and staff; and what people do. */
    LENS,
    /** What stops it, and who. */
    STOP,
    /** Who was heard, and what else could be done. */
    PAUSE,
    /** Who sees to it, and until when it is answered. */
    WHO,
    /** What came of it. */
    END,
    /** Whether it lasts. */
    LASTS;

    /** As in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fields of it, in the order of the form. */
    public List<Field> fields() {
        return Arrays.stream(Field.values())
                .filter(field -> field.part() == this)
                .toList();
    }

    static Optional<Part> find(String key) {
        return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
    }
}
