package org.whorl.server.thread;

import java.util.List;
import java.util.function.Supplier;

/**
 * What led to what, between two kinds of things. A feature spins one for each reference it keeps ({@link Spun}).
 * Whoever may not see both ends does not see the tie.
 */
public sealed interface Tie {

    /** The kind of what was first. */
    String from();

    /** The kind of what came of it. */
    String to();

    /** Says how they belong together, whichever way it is read: {@code thread.because.BECAUSE}. */
    String because();

    /**
     * Ties kept in tables.
     *
     * @param select a statement of a store that answers with the columns {@code from_id} and {@code to_id}, texts
     */
    record Stored(String from, String to, String because, String select) implements Tie {}

    /**
     * Ties worked out from what is kept.
     *
     * @param pairs all of them, for whoever is there now
     */
    record Derived(String from, String to, String because, Supplier<List<Pair>> pairs) implements Tie {}

    /** Two ids: what was first, and what came of it. */
    record Pair(String from, String to) {}
}
