package org.whorl.engine.spc;

/** Whether a target will be met if nothing changes. */
public enum Assurance {
    /** The limits lie on the good side of it: it will be met. */
    PASS("consistent_pass"),
    /** The limits lie on the other side: it will be missed. */
    FAIL("consistent_fail"),
    /** It lies between the limits: met or missed by chance. */
    HIT_AND_MISS("inconsistent"),
    /** There is no target, or no way is better, or no limits to hold it against. */
    NOT_ASKED("");

    private final String word;

    Assurance(String word) {
        this.word = word;
    }

    /** The word used in JSON; blank if it is not asked. */
    public String word() {
        return word;
    }
}
