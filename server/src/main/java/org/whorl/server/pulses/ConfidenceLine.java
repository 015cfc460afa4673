package org.whorl.server.pulses;

import java.util.List;

/**
 * How sure some people felt of one thing, as people read it.
 *
 * @param who they are
 * @param question of what
 * @param turns one for each turn
 */
public record ConfidenceLine(String who, String question, List<Turn> turns) {

    /** Keeps a copy. */
    public ConfidenceLine {
        turns = List.copyOf(turns);
    }

    /**
     * One turn.
     *
     * @param before how it was
     * @param after how it was then
     * @param way which way it went, in words
     */
    public record Turn(Line.Cell before, Line.Cell after, String way) {}
}
