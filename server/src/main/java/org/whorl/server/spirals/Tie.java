package org.whorl.server.spirals;

import java.util.List;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/** What a spiral is tied to: what is fixed, what goes on already, and what was pulled in from another. */
public sealed interface Tie {

    /** Which one. */
    UUID id();

    /** Counts its changes, from 1. */
    int version();

    /**
     * What cannot be changed here, said openly.
     *
     * @param id which one
     * @param kind one of {@link #KINDS}
     * @param what in plain words
     * @param version counts its changes, from 1
     */
    record Fixed(UUID id, String kind, String what, int version) implements Tie {
        /** Why it is fixed, as in the database and in message keys. */
        public static final List<String> KINDS = List.of("law", "safety", "money", "promise", "other");

        static final Versioned VERSIONED = new Versioned("fixed-point", "fixed_point", List.of("kind", "what"));
    }

    /**
     * Other work that goes on already.
     *
     * @param id which one
     * @param name what it is called
     * @param who does it; blank where that is not said
     * @param address of its page; blank where it has none
     * @param version counts its changes, from 1
     */
    record Woven(UUID id, String name, String who, String address, int version) implements Tie {
        static final Versioned VERSIONED = new Versioned("woven", "woven", List.of("name", "who", "address"));
    }

    /**
     * Something that was said in another spiral, and that somebody has pulled in.
     *
     * @param id which one
     * @param source the spiral it comes from
     * @param kind learning, fixed-point or woven
     * @param item which thing of that kind
     * @param words as it was said there
     * @param language of the words
     * @param version counts its changes, from 1
     */
    record Pulled(UUID id, UUID source, String kind, String item, String words, String language, int version)
            implements Tie {
        static final Versioned VERSIONED = new Versioned("pulled-in", "pulled_in", List.of("words"));
    }
}
