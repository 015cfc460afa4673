package org.whorl.draw;

/** What a number counts, which decides how it is written. */
public enum Unit {
    /** A plain number: people, days, places. The chart's words say of what. */
    NUMBER,
    /** Pounds sterling, written with the pound sign and, from a million, with {@code m} or {@code bn}. */
    POUNDS,
    /** A share between 0 and 1, written as a percentage. */
    SHARE
}
