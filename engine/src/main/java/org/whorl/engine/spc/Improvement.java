package org.whorl.engine.spc;

/** Which way is better. */
public enum Improvement {
    /** More is better. */
    INCREASE("increase", 1),
    /** Less is better. */
    DECREASE("decrease", -1),
    /** Neither; a change is worth a question all the same. */
    NEUTRAL("neutral", 0);

    private final String word;
    private final int sign;

    Improvement(String word, int sign) {
        this.word = word;
        this.sign = sign;
    }

    /** The word used in commands, JSON and tables. */
    public String word() {
        return word;
    }

    int sign() {
        return sign;
    }
}
