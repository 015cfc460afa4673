package org.whorl.server.spirals;

import java.util.Locale;

/** What a turn is mainly about. The four of the programme's own plan. */
public enum Phase {
    /** Finding one another and the question. */
    EMERGING,
    /** Working out what would be needed. */
    DEVELOPING,
    /** Trying it. */
    DELIVERING,
    /** Seeing what came of it. */
    EVALUATING;

    /** As in the database and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The phase of a key; a turn without a known one emerges. */
    public static Phase of(String key) {
        for (Phase phase : values()) {
            if (phase.key().equals(key)) {
                return phase;
            }
        }
        return EMERGING;
    }

    /** The one after; the last begins again. */
    public Phase next() {
        return switch (this) {
            case EMERGING -> DEVELOPING;
            case DEVELOPING -> DELIVERING;
            case DELIVERING -> EVALUATING;
            case EVALUATING -> EMERGING;
        };
    }
}
