package org.whorl.engine.model;

/** Which values a parameter may take. */
public enum Domain {
    /** Above zero: a mean length of stay. */
    POSITIVE("a number above 0"),
    /** Zero or more: a rate, a number of places, a cost. */
    NOT_NEGATIVE("a number from 0 up"),
    /** From zero to one: a share or a probability. */
    SHARE("a share from 0 to 1");

    private final String words;

    Domain(String words) {
        this.words = words;
    }

    /** What would be right, in words for an error message. */
    public String words() {
        return words;
    }

    /** Whether the value is finite and within the domain. */
    public boolean holds(double value) {
        return Double.isFinite(value)
                && switch (this) {
                    case POSITIVE -> value > 0;
                    case NOT_NEGATIVE -> value >= 0;
                    case SHARE -> value >= 0 && value <= 1;
                };
    }
}
