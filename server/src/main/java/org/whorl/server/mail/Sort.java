package org.whorl.server.mail;

import java.util.Locale;

/** What sort of letter it is; people choose by it. */
enum Sort {
    /** Somebody asks them for something, or invites them. */
    ASK,
    /** What happened, gathered. */
    NEWS,
    /** What they asked for themselves a moment ago. */
    SERVICE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Sort of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
