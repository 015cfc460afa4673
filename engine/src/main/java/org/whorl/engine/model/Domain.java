package org.whorl.engine.model;

/** Which values a parameter may take. */
public enum Domain {
    /** Any number: how far a driver stands from where it is now. */
    ANY("a number"),
    /** Above zero: a mean length of stay. */
    POSITIVE("a number above 0"),
    /** Zero or more: a rate, a number of places, a cost. */
    NOT_NEGATIVE("a number from 0 up"),
    /** From zero to one: a share or a probability. */
    SHARE("a share from 0 to 1");

    /** What stands for a positive number that was drawn or reckoned too low. */
    private static final double SMALLEST = 1e-9;

    private final String words;

    Domain(String words) {
        this.words = words;
    }

    /** What would be right, in words for an error message. */
    public String words() {
        return words;
    }

    /** The nearest value that the domain holds. */
    public double nearest(double value) {
        return switch (this) {
            case ANY -> value;
            case POSITIVE -> Math.max(SMALLEST, value);
            case NOT_NEGATIVE -> Math.max(0, value);
            case SHARE -> Math.clamp(value, 0, 1);
        };
    }

    /** Whether the value is finite and within the domain. */
    public boolean holds(double value) {
        return Double.isFinite(value)
                && switch (this) {
                    case ANY -> true;
                    case POSITIVE -> value > 0;
                    case NOT_NEGATIVE -> value >= 0;
                    case SHARE -> value >= 0 && value <= 1;
                };
    }
}
