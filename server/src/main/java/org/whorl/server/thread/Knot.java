package org.whorl.server.thread;

import java.util.List;
import java.util.function.Function;
import org.whorl.server.trust.Action;

/**
 * A kind of thing the thread runs through. A feature spins one for each into the thread ({@link Spun}), or more
 * than one where not all of a kind are for the same people; there is no index beside the tables, so what is withdrawn is gone here at once, too.
 */
public sealed interface Knot {

    /** Names it in addresses and in sentences: {@code thread.kind.KIND}. */
    String kind();

    /** What somebody must be allowed to do to see it. */
    Action needs();

    /**
     * A kind kept in a table of its own.
     *
     * @param select a statement of a store that answers with the columns {@code id}, a text; {@code title}; {@code other},
     *     the title in the other language, or nothing; {@code lang}, the title's language, or nothing for a name; {@code
     *     path}, its page inside the partnership; {@code day}, since when, or null
     */
    record Stored(String kind, Action needs, String select) implements Knot {}

    /**
     * A kind that is worked out from what is kept.
     *
     * @param things all of them, for whoever is there now, in a language: {@code en} or {@code cy}
     */
    record Derived(String kind, Action needs, Function<String, List<Thing>> things) implements Knot {}
}
