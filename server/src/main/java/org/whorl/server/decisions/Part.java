package org.whorl.server.decisions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a decision that are written one at a time: each is a page short enough for a telephone. */
public enum Part {
    /** What we want instead, and what we do. */
    WHAT,
    /** The risk of acting and of not acting. */
    RISK,
    /** Who pays and gains. */
    MONEY,
    /** The five ways of working of the Well-being of Future Generations (Wales) Act 2015. */
    WAYS,
    /** What it does to whom, for the duties of public bodies in Wales. */
    IMPACT,
    /** Who sees to it, and until when. */
    CARE;

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
