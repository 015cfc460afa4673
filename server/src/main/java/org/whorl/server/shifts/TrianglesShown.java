package org.whorl.server.shifts;

import java.util.List;
import org.whorl.engine.allocation.Frontier;

/**
 * Proposals as triangles, the most benefit for money first.
 *
 * @param rows those that cost something, steepest first
 * @param free those that a panel has judged and that cost nothing, or save
 * @param unjudged those that no panel has judged
 * @param chart markup: the triangles end to end; empty where there is none
 * @param references what counts 100, as the panels wrote it; more than one cannot be compared
 */
public record TrianglesShown(
        List<Row> rows, List<Judged> free, List<Shift> unjudged, String chart, List<String> references) {

    /**
     * A proposal and what a panel thinks of it.
     *
     * @param shift which
     * @param judgement what they think
     * @param pounds what it costs, below 0 saves
     */
    public record Judged(Shift shift, Judgement judgement, double pounds) {

        /** Is the cost the model's cash? */
        public boolean fromModel() {
            return judgement.pounds() == 0;
        }
    }

    /**
     * One triangle.
     *
     * @param judged whose
     * @param point its benefit and slope, and what it and all before it cost and bring
     */
    public record Row(Judged judged, Frontier.Point point) {}

    /** Keeps copies. */
    public TrianglesShown {
        rows = List.copyOf(rows);
        free = List.copyOf(free);
        unjudged = List.copyOf(unjudged);
        references = List.copyOf(references);
    }

    /** Is there anything to look at? */
    public boolean isEmpty() {
        return rows.isEmpty() && free.isEmpty();
    }
}
