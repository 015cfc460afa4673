package org.whorl.engine.evidence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Name;

/**
 * What somebody measured somewhere else.
 *
 * @param id its number in the table
 * @param intervention what was done
 * @param measure what was counted
 * @param good which way is good for the people concerned
 * @param written the estimate as the source has it, which may be a span or nothing
 * @param estimate the estimate; null when the source gives none, or more than one
 * @param interval its 95 per cent interval as published; null when none was seen
 * @param unit the unit as the source has it
 * @param kind what sort of number it is
 * @param setting who and where
 * @param trials how many trials were put together; null where that is not known, or there was one
 * @param people how many people took part; null where that is not known
 * @param studied how it was found, in the source's words
 * @param design the same as one of the kinds we weigh
 * @param source who published it
 * @param seen where it was read
 * @param caveat what to mind; empty for nothing
 */
public record Effect(
        int id,
        Name intervention,
        Name measure,
        Good good,
        String written,
        @Nullable Double estimate,
        @Nullable Interval interval,
        Name unit,
        Kind kind,
        String setting,
        @Nullable Integer trials,
        @Nullable Integer people,
        String studied,
        Design design,
        String source,
        String seen,
        String caveat) {

    /** What {@link #seen} says of an effect of which nobody here has read more than an excerpt. */
    public static final String EXCERPT = "excerpt only";

    /** Which way is good for a measure. */
    public enum Good {
        LESS,
        MORE,
        NEITHER
    }

    /** What sort of number an estimate is. */
    public enum Kind {
        /** So many times as much as where nothing was done: 1 is no effect. */
        RATIO("ratio", 1),
        /** So many per cent more or less than where nothing was done: 0 is no effect. */
        PER_CENT("per-cent", 0),
        /** So much more or less, in the unit: 0 is no effect. */
        DIFFERENCE("difference", 0),
        /** How much there was, with nothing to compare it with: no effect at all. */
        LEVEL("level", Double.NaN);

        private final String word;
        private final double none;

        Kind(String word, double none) {
            this.word = word;
            this.none = none;
        }

        /** The word in the table. */
        public String word() {
            return word;
        }

        /** The number that means no effect; NaN where no number does. */
        public double none() {
            return none;
        }
    }

    /** What an effect says. */
    public enum Says {
        /** The whole interval lies on the good side. */
        HELPED("helped"),
        /** The interval holds "no effect". */
        NO_CLEAR_DIFFERENCE("no-clear-difference"),
        /** The whole interval lies on the bad side. */
        HARM("harm"),
        /** No interval, nothing compared, or nobody agrees which way is good. */
        CANNOT_TELL("cannot-tell");

        private final String word;

        Says(String word) {
            this.word = word;
        }

        /** The word in commands, JSON and addresses. */
        public String word() {
            return word;
        }
    }

    /**
     * A 95 per cent interval.
     *
     * @param low its lower end
     * @param high its upper end, not below the lower
     */
    public record Interval(double low, double high) {}

    /** Why an effect cannot be a prior. */
    public enum NoPrior {
        /** The source gives no single number. */
        NO_ESTIMATE("no-estimate"),
        /** How sure the number is was not seen. */
        NO_INTERVAL("no-interval"),
        /** The number is not compared with anything. */
        NOTHING_COMPARED("nothing-compared"),
        /** A ratio whose interval reaches zero has no logarithm. */
        NOT_ABOVE_ZERO("not-above-zero");

        private final String word;

        NoPrior(String word) {
            this.word = word;
        }

        /** The word in JSON and in messages' keys. */
        public String word() {
            return word;
        }
    }

    /** What it says, judged by its interval and by which way is good; without an interval, nothing. */
    public Says says() {
        if (interval == null || estimate == null || kind == Kind.LEVEL || good == Good.NEITHER) {
            return Says.CANNOT_TELL;
        }
        boolean less = interval.high() < kind.none();
        boolean more = interval.low() > kind.none();
        if (!less && !more) {
            return Says.NO_CLEAR_DIFFERENCE;
        }
        return less == (good == Good.LESS) ? Says.HELPED : Says.HARM;
    }

    /** Whether no more than an excerpt of the source was read, so that it must be checked before anybody leans on it. */
    public boolean mustBeChecked() {
        return seen.equals(EXCERPT);
    }

    /** Why it cannot be a prior; empty when it can. */
    public Optional<NoPrior> whyNoPrior() {
        if (estimate == null) {
            return Optional.of(NoPrior.NO_ESTIMATE);
        }
        if (kind == Kind.LEVEL) {
            return Optional.of(NoPrior.NOTHING_COMPARED);
        }
        if (interval == null) {
            return Optional.of(NoPrior.NO_INTERVAL);
        }
        return isRatio() && !(asRatio(interval.low()) > 0 && asRatio(estimate) > 0)
                ? Optional.of(NoPrior.NOT_ABOVE_ZERO)
                : Optional.empty();
    }

    /** What a model here may believe before it has measured anything itself; empty when {@link #whyNoPrior} says why not. */
    public Optional<Prior> prior() {
        if (interval == null || estimate == null || whyNoPrior().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                isRatio()
                        ? Prior.ofRatio(
                                asRatio(estimate), asRatio(interval.low()), asRatio(interval.high()), design.weight())
                        : Prior.ofDifference(estimate, interval.low(), interval.high(), design.weight()));
    }

    /** Whether it multiplies: a ratio, or so many per cent more or less. */
    public boolean isRatio() {
        return kind == Kind.RATIO || kind == Kind.PER_CENT;
    }

    /** A number of this effect as "so many times as much": 33 per cent more is 1.33. */
    private double asRatio(double number) {
        return kind == Kind.PER_CENT ? 1 + number / 100 : number;
    }
}
