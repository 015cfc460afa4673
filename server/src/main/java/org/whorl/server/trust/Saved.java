package org.whorl.server.trust;

import java.util.Map;
import java.util.Optional;

/** What came of changing something. Nothing is ever overwritten unseen. */
public sealed interface Saved {

    /**
     * It is saved, and can be undone.
     *
     * @param version what it has become
     */
    record Yes(int version) implements Saved {}

    /**
     * Somebody else saved in the meantime; nothing was changed.
     *
     * @param before what both began from, column by column; empty where it is not known
     * @param now what is saved
     * @param version of what is saved
     * @param by the name of whoever saved it; empty where it is not known, and where it is the one who reads this
     */
    record Conflict(Map<String, String> before, Map<String, String> now, int version, Optional<String> by)
            implements Saved {}

    /** Somebody has taken it away in the meantime, or it never was. */
    record Gone() implements Saved {}
}
