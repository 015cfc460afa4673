package org.whorl.engine.answer;

/**
 * A number with its interval.
 *
 * @param mean the best estimate; NaN when there is nothing to estimate from
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param level how often such an interval holds the true value, 0 to 1
 * @param kind what the interval covers, and what it does not
 */
public record Estimate(double mean, double low, double high, double level, Kind kind) {

    /** Which uncertainty an interval is about. They are never mixed unseen. */
    public enum Kind {
        /** Chance in the simulation: more replications make it narrow. */
        MONTE_CARLO("monte-carlo"),
        /** Not knowing the model's numbers: better data make it narrow. */
        PARAMETER("parameter"),
        /** Which scenario comes about: that is for people to choose, and no data make it narrow. */
        SCENARIO("scenario"),
        /** Chance and not knowing the numbers, together. */
        TOTAL("total"),
        /** None: a formula's answer at the parameters' own values. */
        NONE("none");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word used in JSON and on pages. */
        public String word() {
            return word;
        }
    }

    /** A formula's answer, without an interval of its own. */
    public static Estimate exact(double value) {
        return new Estimate(value, value, value, 0.95, Kind.NONE);
    }

    /** Half the width of the interval. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
