package org.whorl.server.stories;

import java.util.Locale;

/** How far something that was told has got. Withdrawn is no state: then it is gone. */
public enum State {
    /** Nobody has looked at it. */
    HELD,
    /** A report was made to keep somebody safe; it stays with those who care for stories. */
    RESTRICTED,
    /** It says something against somebody who can be known; the organisation's own process has it. */
    QUARANTINED,
    /** The teller is asked something first. */
    CONTACT,
    /** A trained person has looked, and nothing stands in its way. */
    LOOKED_AT,
    /** An edited text waits for the teller. */
    OFFERED,
    /** The teller agrees with the text, and nobody may hear it yet. */
    APPROVED,
    /** Those whom the teller chose may hear it. */
    RELEASED;

    /** As in the database and in message keys: {@code looked-at}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Does it wait for somebody who cares for stories? */
    boolean waitsForCare() {
        return this == HELD || this == LOOKED_AT;
    }
}
