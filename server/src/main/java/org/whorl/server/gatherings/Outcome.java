package org.whorl.server.gatherings;

import java.util.List;
import java.util.Optional;
import org.whorl.server.people.Perspective;
import org.whorl.server.trust.Disclosure;

/**
 * What came of a gathering, and who was there.
 *
 * @param gathering which one
 * @param here how many were in, as the viewer may know
 * @param told may the dots be told, and the ideas stand in their order?
 * @param few were so few in that it is not told which points of view were there, nor in which language each wrote?
 * @param top what was raised
 * @param parts what was written in each step
 * @param rows which points of view were there; none where so few were in
 * @param before how people said they were at the beginning, without names
 * @param after the same at the end
 */
public record Outcome(
        Gathering gathering,
        Disclosure.Shown here,
        boolean told,
        boolean few,
        List<Card> top,
        List<Part> parts,
        List<Row> rows,
        List<String> before,
        List<String> after) {

    /** Keeps copies. */
    public Outcome {
        top = List.copyOf(top);
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * What was written in a step.
     *
     * @param step which step
     * @param cards all of it, also what was taken up into another
     */
    public record Part(Step step, List<Card> cards) {
        /** Keeps a copy. */
        public Part {
            cards = List.copyOf(cards);
        }
    }

    /**
     * A point of view.
     *
     * @param perspective whose; none for those who did not say
     * @param present was anybody there who brings it?
     * @param voices how many, where that may be told
     * @param ideas how many ideas came from them, where that may be told
     */
    public record Row(
            Optional<Perspective> perspective, boolean present, Disclosure.Shown voices, Disclosure.Shown ideas) {}

    /** How many of the points of view that are wanted were there. */
    public long covered() {
        return rows.stream()
                .filter(row -> row.perspective().isPresent() && row.present())
                .count();
    }

    /** How many are wanted. */
    public long wanted() {
        return rows.stream().filter(row -> row.perspective().isPresent()).count();
    }
}
