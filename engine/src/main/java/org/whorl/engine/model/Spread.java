package org.whorl.engine.model;

/** How unsure a parameter is. */
public sealed interface Spread {

    /** Nothing was said. Not the same as certain: reports count these. */
    record Unsaid() implements Spread {}

    /**
     * A standard deviation about the value.
     *
     * @param sd standard deviation, in the parameter's own unit, 0 or more
     */
    record Deviation(double sd) implements Spread {}

    /**
     * A 95 per cent interval around the value; the sides may differ.
     *
     * @param low 2.5 per cent lie below
     * @param high 2.5 per cent lie above
     */
    record Range(double low, double high) implements Spread {}

    /**
     * A distribution of the value itself.
     *
     * @param distribution what the value may be
     */
    record Distributed(Distribution distribution) implements Spread {}

    /** The one instance needed of {@link Unsaid}. */
    Spread UNSAID = new Unsaid();
}
