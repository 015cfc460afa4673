package org.whorl.server.bigrooms;

/** What came of noting something. */
public enum Noted {
    YES,
    /** Whoever is asked has been asked for enough this month. */
    TOO_MUCH,
    /** They were asked the same not long ago. */
    TWICE
}
