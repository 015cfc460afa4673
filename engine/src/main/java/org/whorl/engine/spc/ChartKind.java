package org.whorl.engine.spc;

/** Which chart suits which figures. */
public enum ChartKind {
    /** Single values, with limits from how much each differs from the one before. */
    XMR("xmr"),
    /** Single values around their median, without limits. */
    RUN("run"),
    /** Shares: so many of so many. */
    P("p"),
    /** Rates: events for so much time, so many people or visits; one of them may have several. */
    U("u"),
    /** Rare events: how many cases went by between one and the next. */
    G("g"),
    /** Rare events: how many days went by between one and the next. */
    T("t");

    private final String word;

    ChartKind(String word) {
        this.word = word;
    }

    /** The word used in commands, JSON and tables. */
    public String word() {
        return word;
    }

    /** Does each value stand out of so many? */
    public boolean hasExposure() {
        return this == P || this == U;
    }

    /** Can its values not lie below nought? */
    public boolean isNeverNegative() {
        return this != XMR && this != RUN;
    }
}
