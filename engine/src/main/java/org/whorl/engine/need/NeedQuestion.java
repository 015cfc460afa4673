package org.whorl.engine.need;

import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Scenario;

/**
 * What is asked about need.
 *
 * @param year to compare with the year in which the model starts; null for ten years on, or as far as the projection knows
 * @param change what else is different then: drivers and the numbers of needs; null for nothing
 * @param draws how many times what is not known is drawn, 2 or more; 400 are plenty for a table
 * @param seed of the draws; the same seed gives the same answer
 */
public record NeedQuestion(@Nullable Integer year, @Nullable Scenario change, int draws, long seed) {

    /** Refuses fewer than two draws, of which no interval can be made. */
    public NeedQuestion {
        if (draws < 2) {
            throw new IllegalArgumentException("An interval needs at least 2 draws, not " + draws);
        }
    }
}
