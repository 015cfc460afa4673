package org.whorl.optimise;

import java.util.Comparator;
import java.util.List;
import org.whorl.engine.answer.Estimate;

/**
 * What a search found: never one answer, but several plans, near the best and unlike each other, and the most cautious one.
 *
 * @param plans the best first, the cautious one last; none where nothing within the limits is better than today
 * @param prices what one limit more would bring, the most first; only those that would bring something
 * @param curves for each service that may change, what each level brings and costs when it changes alone
 * @param draws how many draws of the numbers
 * @param proved whether nothing better than the first plan's {@link Plan#byParts} can exist
 * @param notes what a reader must know
 */
public record Plans(
        List<Plan> plans, List<Price> prices, List<Curve> curves, int draws, boolean proved, List<String> notes) {

    public Plans {
        plans = List.copyOf(plans);
        prices = List.copyOf(prices);
        curves = List.copyOf(curves);
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

    /**
     * What delay costs at one service: the levels that were asked about, from the fewest places to the most.
     *
     * @param service its id
     * @param levels those that overload no service more than is borne
     */
    public record Curve(String service, List<Level> levels) {

        public Curve {
            levels = List.copyOf(levels);
        }

        /** Where all partners together pay least. */
        public Level least() {
            return levels.stream()
                    .min(Comparator.comparingDouble(Level::pounds))
                    .orElseThrow();
        }

        /** Whether the least is at an end, so that it may lie further out. */
        public boolean leastIsAtAnEnd() {
            return least().equals(levels.getFirst()) || least().equals(levels.getLast());
        }
    }

    /**
     * One level of one service.
     *
     * @param places or visits a day more than today
     * @param gain people fewer in the aims, weighted
     * @param pounds cash that all partners together pay more than today, in the mean of the draws
     */
    public record Level(double places, Estimate gain, double pounds) {}
}
