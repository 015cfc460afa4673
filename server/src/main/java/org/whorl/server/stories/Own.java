package org.whorl.server.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a teller sees of what they told.
 *
 * @param told what they told, and how far it has got
 * @param where where they told it
 * @param uses what came of it
 */
public record Own(Contribution told, Where where, List<Use> uses) {

    private static final Duration ANSWERED_WITHIN = Duration.ofDays(5);

    /** Keeps a copy. */
    public Own {
        uses = List.copyOf(uses);
    }

    /** Until when they hear that it was read. */
    public Instant answerBy() {
        return told.toldAt().plus(ANSWERED_WITHIN);
    }
}
