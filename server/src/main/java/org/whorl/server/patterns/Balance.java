package org.whorl.server.patterns;

import java.util.Locale;

/** Two things a plan needs both of, named by the first. */
public enum Balance {
    /** Facts and stories. */
    FACTS,
    /** Services and community. */
    SERVICES,
    /** Interventions and support. */
    INTERVENTIONS,
    /** Crisis and planning. */
    CRISIS;

    /** As in the database and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Balance of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
