package org.whorl.engine.spc;

import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a chart is made. What people choose once stays: limits are never drawn anew by themselves.
 *
 * @param kind which chart
 * @param rules whose way
 * @param improvement which way is better
 * @param target what people want to reach; empty where they named none
 * @param rebase days from which the middle and the limits are counted anew
 * @param fixAfter limits come from so many first points of each stretch, {@link #FEWEST_FIXED} or more; empty for all of them
 * @param screening whether a difference from one point to the next that is far beyond the others is left out of the limits
 * @param neverNegative whether a value cannot lie below nought, so that no limit does either (not for {@link Rules#PLOT_THE_DOTS})
 */
public record ChartSettings(
        ChartKind kind,
        Rules rules,
        Improvement improvement,
        OptionalDouble target,
        Set<LocalDate> rebase,
        OptionalInt fixAfter,
        boolean screening,
        boolean neverNegative) {

    /** Limits of fewer points are none to hold on to. */
    public static final int FEWEST_FIXED = 12;

    /** Our own way: single values, neither way better, no target. */
    public static final ChartSettings USUAL = new ChartSettings(
            ChartKind.XMR,
            Rules.WHORL,
            Improvement.NEUTRAL,
            OptionalDouble.empty(),
            Set.of(),
            OptionalInt.empty(),
            true,
            false);

    /** Keeps a copy, and refuses limits of too few points. */
    public ChartSettings {
        rebase = Set.copyOf(rebase);
        if (fixAfter.isPresent() && fixAfter.getAsInt() < FEWEST_FIXED) {
            throw new IllegalArgumentException(
                    "limits stay after %d points or more, not %d".formatted(FEWEST_FIXED, fixAfter.getAsInt()));
        }
        if (target.isPresent() && !Double.isFinite(target.getAsDouble())) {
            throw new IllegalArgumentException("%s is no target".formatted(target.getAsDouble()));
        }
    }

    /** The same, as another chart. */
    public ChartSettings as(ChartKind other) {
        return new ChartSettings(other, rules, improvement, target, rebase, fixAfter, screening, neverNegative);
    }

    /** The same, by other rules. */
    public ChartSettings by(Rules other) {
        return new ChartSettings(kind, other, improvement, target, rebase, fixAfter, screening, neverNegative);
    }

    /** The same, where another way is better. */
    public ChartSettings better(Improvement other) {
        return new ChartSettings(kind, rules, other, target, rebase, fixAfter, screening, neverNegative);
    }

    /** The same, with another target or none. */
    public ChartSettings to(OptionalDouble other) {
        return new ChartSettings(kind, rules, improvement, other, rebase, fixAfter, screening, neverNegative);
    }

    /** The same, counted anew from other days. */
    public ChartSettings from(Set<LocalDate> days) {
        return new ChartSettings(kind, rules, improvement, target, days, fixAfter, screening, neverNegative);
    }

    /** The same, with limits from the first so many points. */
    public ChartSettings fixedAfter(OptionalInt points) {
        return new ChartSettings(kind, rules, improvement, target, rebase, points, screening, neverNegative);
    }

    /** The same, with nothing left out of the limits. */
    public ChartSettings unscreened() {
        return new ChartSettings(kind, rules, improvement, target, rebase, fixAfter, false, neverNegative);
    }

    /** The same, of what cannot lie below nought. */
    public ChartSettings neverBelowNought() {
        return new ChartSettings(kind, rules, improvement, target, rebase, fixAfter, screening, true);
    }
}
