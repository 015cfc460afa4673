package org.whorl.server.thread;

import java.util.List;

/**
 * What one feature spins into the thread: declared as one bean. Titles and sentences for its kinds stand in the messages
 * as {@code thread.kind.KIND} and {@code thread.because.BECAUSE}.
 *
 * @param knots the kinds of things it keeps
 * @param ties what led to what among them, or between them and what other features keep
 */
public record Spun(List<Knot> knots, List<Tie> ties) {

    /** Keeps copies. */
    public Spun {
        knots = List.copyOf(knots);
        ties = List.copyOf(ties);
    }
}
