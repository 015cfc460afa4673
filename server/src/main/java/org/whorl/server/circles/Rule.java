package org.whorl.server.circles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a circle has decided; printed on every decision. */
public enum Rule {
    /** Adopted unless somebody has an objection with its reason and what would resolve it. */
    CONSENT,
    /** Adopted when everybody agrees. */
    CONSENSUS;

    /** As in the database, in forms and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Rule> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
