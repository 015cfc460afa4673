package org.whorl.server.stories;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How old somebody is as far as it matters, and who decides with them. */
public enum Age {
    /** Sixteen or over. */
    ADULT,
    /** Under sixteen; a parent or guardian agrees. */
    YOUNG_PARENT,
    /** Under sixteen, and understands well enough to decide. */
    YOUNG_SELF,
    /** Under sixteen, and neither. */
    YOUNG_ALONE;

    /** As in the database and in message keys: {@code young-self}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of that key, if there is one. */
    static Optional<Age> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
