package org.whorl.engine.evidence;

import java.util.Set;
import org.whorl.engine.random.IncompleteBeta;
import org.whorl.engine.random.Normal;

/** What figures say of an effect, or why they cannot. */
public sealed interface Finding {

    /** Which uncertainty made the interval as wide as it is. */
    enum Basis {
        /** Chance in the counts, and how far figures stray from one period to the next. */
        CHANCE,
        /** How far places differ from each other in how they changed. */
        PLACES
    }

    /** What a reader must mind. */
    enum Caution {
        /** Nothing is compared: whatever else happened is in the figure too. */
        NOT_COMPARED,
        /** One place on a side: how far places change by themselves cannot be known, so the interval is too narrow. */
        ONE_PLACE,
        /** Some places counted nothing at all, and say nothing. */
        EMPTY_PLACES,
        /** Neighbouring periods are alike, so that they count for less. */
        ALIKE,
        /** An effect that grows with time is not told apart from one that differs between places. */
        GROWING
    }

    /** Why nothing can be said. */
    enum Why {
        /** Too few periods were counted before or since. */
        FEW_PERIODS,
        /** Too few events. */
        FEW_EVENTS,
        /** Nobody has begun. */
        NOBODY_BEGAN,
        /** Nothing was counted before. */
        NOTHING_BEFORE,
        /** All began at the same time, or there is nobody to compare with. */
        NOTHING_TO_COMPARE,
        /** A value of nothing or below has no ratio. */
        NOT_ABOVE_ZERO
    }

    /**
     * Nothing can be said.
     *
     * @param why why not
     */
    record Unknown(Why why) implements Finding {}

    /**
     * An effect.
     *
     * @param multiplies whether {@code estimate} is the logarithm of a ratio
     * @param estimate the best estimate, on the scale on which it was worked out
     * @param half half the width of its 95 per cent interval, on the same scale
     * @param basis what made it that wide
     * @param freedom of Student's t behind it; infinite for the normal distribution
     * @param places how many places tried
     * @param beside how many are there to compare with; 0 where all of them tried sooner or later
     * @param cautions what to mind
     */
    record Found(
            boolean multiplies,
            double estimate,
            double half,
            Basis basis,
            double freedom,
            int places,
            int beside,
            Set<Caution> cautions)
            implements Finding {

        private static final double Z = Normal.quantile(0.975);

        public Found {
            cautions = Set.copyOf(cautions);
        }

        /** An effect that was worked out elsewhere, on the same scale. */
        public static Found of(boolean multiplies, double estimate, double error) {
            return new Found(multiplies, estimate, Z * error, Basis.CHANCE, Double.POSITIVE_INFINITY, 1, 0, Set.of());
        }

        /** The standard deviation of the normal distribution with the same interval. */
        public double sd() {
            return half / Z;
        }

        /** The effect: a ratio, or a difference in the unit of the measure. */
        public double effect() {
            return back(estimate);
        }

        /** Lower end of its 95 per cent interval. */
        public double low() {
            return back(estimate - half);
        }

        /** Upper end of its 95 per cent interval. */
        public double high() {
            return back(estimate + half);
        }

        /** The number that means no effect: 1 for a ratio, 0 for a difference. */
        public double none() {
            return multiplies ? 1 : 0;
        }

        /** Whether the interval holds "no effect". */
        public boolean holdsNone() {
            return Math.abs(estimate) <= half;
        }

        /** How often figures would lie at least this far from no effect if there were none; small is surprising. */
        public double surprise() {
            double t = IncompleteBeta.studentQuantile(freedom, 0.975);
            return 2 * IncompleteBeta.studentLower(freedom, -Math.abs(estimate) * t / half);
        }

        private double back(double number) {
            return multiplies ? StrictMath.exp(number) : number;
        }
    }
}
