package org.whorl.engine.evidence;

/**
 * How something was tried here, and how much weight what came of it is given.
 *
 * <p><strong>The weights are our convention, editable, and not evidence</strong>: the power a0 to which the likelihood is raised,
 * as with {@link Design}. They say how much besides chance may have moved a figure when it was found this way.
 */
public enum Tried {
    /** Phased to all, each place starting on a day of its own: every place is its own comparison. */
    STEPPED_WEDGE("stepped-wedge", 1),
    /** Places that began beside places that did not. */
    DIFFERENCE_IN_DIFFERENCES("difference-in-differences", 0.7),
    /** One place at many points of time; nothing to compare with, but its own past shows how it moves by itself. */
    TIME_SERIES("time-series", 0.5),
    /** Before and after: whatever else happened in between is in the figure too. Indicative. */
    BEFORE_AND_AFTER("before-and-after", 0.3);

    private final String word;
    private final double weight;

    Tried(String word, double weight) {
        this.word = word;
        this.weight = weight;
    }

    /** The word in commands, tables and addresses. */
    public String word() {
        return word;
    }

    /** a0, above 0 and at most 1: our convention. */
    public double weight() {
        return weight;
    }

    /** Whether what happened everywhere at once is taken out, because some places had begun and others not. */
    public boolean compared() {
        return this == STEPPED_WEDGE || this == DIFFERENCE_IN_DIFFERENCES;
    }
}
