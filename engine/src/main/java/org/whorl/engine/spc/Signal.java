package org.whorl.engine.spc;

/**
 * What is more than chance about a point, in the order in which the first that holds is told. CL is the line in the middle, UCL and
 * LCL the limits.
 */
public enum Signal {
    /** Beyond the upper limit. */
    ABOVE("Above UCL", 1),
    /** Beyond the lower limit. */
    BELOW("Below LCL", -1),
    /** One of seven that rise, each above the one before. */
    RISING("7 Point Trend (Increasing)", 1),
    /** One of seven that fall. */
    FALLING("7 Point Trend (Decreasing)", -1),
    /** Near the upper limit, as another of the same three is, all three above the middle. */
    NEAR_ABOVE("2 in 3 Above CL", 1),
    /** Near the lower limit, in the same way. */
    NEAR_BELOW("2 in 3 Below CL", -1),
    /** One of seven running above the middle. */
    SHIFT_ABOVE("7 Points Above CL", 1),
    /** One of seven running below it. */
    SHIFT_BELOW("7 Points Below CL", -1),
    /** In a run chart: in a run above the median that is longer than chance lets it be. */
    LONG_RUN_ABOVE("Long run above the median", 1),
    /** In a run chart: in such a run below it. */
    LONG_RUN_BELOW("Long run below the median", -1);

    private final String rule;
    private final int side;

    Signal(String rule, int side) {
        this.rule = rule;
        this.side = side;
    }

    /** The rule's name, as NHSRplotthedots and its readers know it. */
    public String rule() {
        return rule;
    }

    /** 1 towards more, -1 towards less. */
    public int side() {
        return side;
    }

    /** Is it one of seven or more running on one side of the middle? */
    public boolean isShift() {
        return this == SHIFT_ABOVE || this == SHIFT_BELOW;
    }
}
