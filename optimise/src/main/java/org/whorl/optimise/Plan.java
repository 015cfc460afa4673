package org.whorl.optimise;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.model.Scenario;

/**
 * One allocation as a scenario that anybody can change by hand.
 *
 * @param scenario what it changes; its id is {@code plan-1} and so on, or {@code plan-cautious}
 * @param cautious whether it is the one that does best in the worst tenth of what could be true, near the best or not
 * @param places by service, places or visits a day more than today; only those that change
 * @param gain people fewer in the aims, weighted, all changes together; the interval is what is not known of the numbers
 * @param byGroup for each tag that people carry, people fewer in the first aim in each group, such as a fifth of deprivation
 * @param worstTenth the same in the mean of the worst tenth of what could be true (CVaR10)
 * @param byParts the same with each service's part taken alone, which is what the search adds up
 * @param regret by how much the best choice for a draw beats this one, in the mean of the draws, at most
 * @param most the largest such regret in any draw
 * @param money by partner, pounds it puts in; below 0 what it takes out
 * @param net by partner, cash more than today after all that follows, in the mean of the draws
 * @param received by partner, what it must be paid by the others so that all limits are kept, below 0 what it pays
 * @param posts by partner, posts it must find
 * @param keeps whether all limits are kept with all changes together, and not only added up
 */
public record Plan(
        Scenario scenario,
        boolean cautious,
        SequencedMap<String, Double> places,
        Estimate gain,
        SequencedMap<String, SequencedMap<String, Estimate>> byGroup,
        double worstTenth,
        double byParts,
        double regret,
        double most,
        SequencedMap<String, Double> money,
        SequencedMap<String, Double> net,
        SequencedMap<String, Pence> received,
        SequencedMap<String, Double> posts,
        boolean keeps) {

    public Plan {
        places = new LinkedHashMap<>(places);
        byGroup = new LinkedHashMap<>(byGroup);
        money = new LinkedHashMap<>(money);
        net = new LinkedHashMap<>(net);
        received = new LinkedHashMap<>(received);
        posts = new LinkedHashMap<>(posts);
    }

    /** Whether what is known of the numbers is enough to say that it helps. */
    public boolean isClear() {
        return gain.low() > 0;
    }
}
