package org.whorl.server.experiments;

import java.util.List;
import org.whorl.server.decisions.Rest;

/**
 * A clause as it is read: its words, what they rest on and how well that is known.
 *
 * @param clause which one
 * @param words what it says
 * @param rests what it rests on, as far as the reader may see it
 * @param strength how well it is known
 * @param weakest is the idea most likely to fail on it?
 */
public record Told(Clause clause, String words, List<Rest> rests, Clause.Strength strength, boolean weakest) {

    /** Keeps a copy. */
    public Told {
        rests = List.copyOf(rests);
    }
}
