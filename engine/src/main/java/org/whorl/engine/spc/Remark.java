package org.whorl.engine.spc;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of a chart must know beside it.
 *
 * @param what which caveat
 * @param number how many points it is about, or the number it tells; 0 where there is none
 * @param day the day it is about; null where it is about none
 */
public record Remark(What what, double number, @Nullable LocalDate day) {

    /** Kinds of caveat. */
    public enum What {
        /** There is no value at all. */
        EMPTY("empty"),
        /** A stretch, from the day, has one value: nothing can be told of how much it varies. */
        ONE_POINT("one-point"),
        /** A stretch has fewer than thirteen points; the limits will still move. */
        TRIAL_LIMITS("trial-limits"),
        /** All values the limits come from are the same: limits and middle are one line. */
        CONSTANT("constant"),
        /** So many days have no value. */
        GAPS("gaps"),
        /** People count anew from a day without a point; it begins with the next one. */
        REBASE_MOVED("rebase-moved"),
        /** People count anew from a day after the last point; there is nothing to count yet. */
        REBASE_LATER("rebase-later"),
        /** The lower limit would lie below nought, where no value can. */
        FLOORED("floored"),
        /** Shares or rates vary this many times as much as counts by chance would: a chart of single values may be truer. */
        WIDER_THAN_CHANCE("wider-than-chance"),
        /** A run chart crosses its median less often than chance would, this often. */
        FEW_CROSSINGS("few-crossings");

        private final String word;

        What(String word) {
            this.word = word;
        }

        /** The word used in JSON and message keys. */
        public String word() {
            return word;
        }
    }

    static Remark of(What what, double number) {
        return new Remark(what, number, null);
    }
}
