package org.whorl.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * One number of a model together with all a reader needs to trust or doubt it.
 *
 * @param value the number used when the model is run as it stands
 * @param spread how unsure it is
 * @param provenance source, date, owner and quality
 * @param priceYear for money not in the model's own prices, the financial year it was quoted in ({@code 2017/18})
 */
public record Parameter(
        double value,
        Spread spread,
        Provenance provenance,
        @Nullable String priceYear) {

    /** A bare number: a guess without an interval. */
    public static Parameter of(double value) {
        return new Parameter(value, Spread.UNSAID, Provenance.UNSIGNED_GUESS, null);
    }

    /** What leaving a number out means: nobody at the opening, arrivals by chance alone. */
    public static Parameter leftOut(double meaning) {
        return new Parameter(meaning, Spread.UNSAID, Provenance.LEFT_OUT, null);
    }

    /** Whether somebody wrote this number. */
    public boolean isWritten() {
        return !provenance.equals(Provenance.LEFT_OUT);
    }

    /** The same parameter with another value and, since the value was chosen, no spread. */
    public Parameter withValue(double newValue) {
        return newValue == value ? this : new Parameter(newValue, Spread.UNSAID, provenance, priceYear);
    }

    /** Whether a spread was given. */
    public boolean hasInterval() {
        return !(spread instanceof Spread.Unsaid);
    }
}
