package org.whorl.draw;

/**
 * A value with the interval it is known within.
 *
 * @param value the best single value, in the unit of its chart
 * @param low the lower end of the interval; not a number when there is none
 * @param high the upper end of the interval; not a number when there is none
 */
public record Reading(double value, double low, double high) {

    /** Beyond this size a number is an error in the data, and is written but not drawn. */
    static final double LARGEST_DRAWN = 1e15;

    /** Refuses an interval that runs backwards. */
    public Reading {
        if (low > high) {
            throw new IllegalArgumentException("the interval from %s to %s runs backwards".formatted(low, high));
        }
    }

    /** A value without an interval. */
    public static Reading of(double value) {
        return new Reading(value, Double.NaN, Double.NaN);
    }

    /** A value with the interval it is known within. */
    public static Reading of(double value, double low, double high) {
        return new Reading(value, low, high);
    }

    /** A value nobody knows: it is written as such and not drawn. */
    public static Reading unknown() {
        return of(Double.NaN);
    }

    /** Whether there is a value to draw. */
    public boolean known() {
        return drawable(value);
    }

    /** Whether there is an interval to draw. */
    public boolean hasInterval() {
        return drawable(low) && drawable(high);
    }

    /** Whether the interval holds both sides of zero, so that not even the direction is known. */
    public boolean couldBeEitherWay() {
        return hasInterval() && low < 0 && high > 0;
    }

    static boolean drawable(double number) {
        return Math.abs(number) <= LARGEST_DRAWN;
    }
}
