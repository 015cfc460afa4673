package org.whorl.server.experiments;

/**
 * How many numbers of models have been changed by what was learnt here; whoever keeps models' numbers declares a bean. Where nobody
 * does, it cannot be told.
 */
@FunctionalInterface
public interface Learnt {

    /** So many of so many, as that reader may see it. */
    Count count();

    /**
     * How many.
     *
     * @param changed numbers that were changed by what was learnt
     * @param of numbers there are
     */
    record Count(int changed, int of) {}
}
