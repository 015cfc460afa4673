package org.whorl.server.permissions;

/**
 * Hours a year that rules take, as somebody expects.
 *
 * @param low at least
 * @param high at most
 */
public record Hours(long low, long high) {

    private static final int WEEKS = 52;

    /** None at all. */
    static final Hours NONE = new Hours(0, 0);

    /** Of so many minutes a week, by each of so many: 52 weeks. */
    static Hours of(int minutesLow, int minutesHigh, int staff) {
        return new Hours(year(minutesLow, staff), year(minutesHigh, staff));
    }

    private static long year(int minutes, int staff) {
        return Math.round((double) minutes * staff * WEEKS / 60);
    }

    /** Both together. */
    Hours and(Hours other) {
        return new Hours(low + other.low, high + other.high);
    }

    /** What is left when that goes: at least this least less that most. */
    Hours less(Hours other) {
        return new Hours(low - other.high, high - other.low);
    }

    /** Does whoever expects it say one number? */
    public boolean isOne() {
        return low == high;
    }
}
