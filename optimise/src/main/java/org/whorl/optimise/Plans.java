package org.whorl.optimise;

import java.util.List;

/**
 * What a search found: never one answer, but several plans, near the best and unlike each other, and the most cautious one.
 *
 * @param plans the best first, the cautious one last; none where nothing within the limits is better than today
 * @param prices what one limit more would bring, the most first; only those that would bring something
 * @param draws how many draws of the numbers
 * @param proved whether nothing better than the first plan's {@link Plan#byParts} can exist
 * @param notes what a reader must know
 */
public record Plans(List<Plan> plans, List<Price> prices, int draws, boolean proved, List<String> notes) {

    public Plans {
        plans = List.copyOf(plans);
        prices = List.copyOf(prices);
        notes = List.copyOf(notes);
    }

    /** Which limit. */
    public enum Limit {
        /** 100,000 pounds more that a partner may put in and not get back. */
        MONEY,
        /** One post more that a partner could find. */
        POST
    }

    /**
     * The shadow price of a limit.
     *
     * @param limit which
     * @param partner whose
     * @param gain people fewer in the aims, weighted
     */
    public record Price(Limit limit, String partner, double gain) {}
}
