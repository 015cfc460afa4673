package org.whorl.engine.answer;

import java.util.List;
import java.util.Optional;

/**
 * Where the uncertainty of an answer comes from, where its numbers were drawn and people played with each draw. The parts
 * are variances and add up to the whole; chance, not knowing the numbers, and which scenario comes about stay apart.
 *
 * @param draws how often the model's numbers were drawn; 0 where they were not
 * @param replications how often people were played with each draw, the same people with all of them
 * @param figures of the headline figures of each scenario, and of the difference each makes
 * @param across of the headline figures over all scenarios; none where there is one alone
 */
public record Sources(int draws, int replications, List<Whole> figures, List<Whole> across) {

    /** Where nothing was drawn. */
    public static final Sources NONE = new Sources(0, 0, List.of(), List.of());

    public Sources {
        figures = List.copyOf(figures);
        across = List.copyOf(across);
    }

    /** Whether there is anything to tell. */
    public boolean isEmpty() {
        return draws == 0;
    }

    /** What one figure's uncertainty is made of, if it is a headline figure that could be taken apart. */
    public Optional<Whole> find(String scenario, boolean change, Subject subject, Field field) {
        return figures.stream()
                .filter(w -> w.scenario().equals(scenario)
                        && w.change() == change
                        && w.subject().equals(subject)
                        && w.field() == field)
                .findFirst();
    }

    /**
     * The uncertainty of one figure, whole and in parts.
     *
     * @param scenario its id; empty over all scenarios
     * @param change whether it is the scenario minus the model as it stands
     * @param total the figure with an interval for everything together
     * @param variance the sum of the parts' variances
     * @param parts chance first
     * @param error how far off, one standard deviation, the mean is for having drawn and played no more often
     */
    public record Whole(
            String scenario,
            boolean change,
            Subject subject,
            Field field,
            Estimate total,
            double variance,
            List<Part> parts,
            StillOff error) {

        public Whole {
            parts = List.copyOf(parts);
        }

        /** The part of a kind; there is none for scenarios where one scenario is looked at. */
        public Optional<Part> find(Estimate.Kind kind) {
            return parts.stream().filter(p -> p.interval().kind() == kind).findFirst();
        }
    }

    /**
     * One source.
     *
     * @param interval the figure with the interval that this source alone would leave, and its kind. Chance is that of so
     *     many replications with one draw. Of scenarios it reaches from the least of their means to the greatest
     * @param variance its variance; nothing where the estimate came out below, for it cannot be
     * @param share its share of the whole, with a 95 per cent interval of the share
     */
    public record Part(Estimate interval, double variance, Estimate share) {}

    /**
     * One standard deviation of a mean over draws and replications, and what as much work again would make of it.
     *
     * @param now as it was played
     * @param moreDraws with twice the draws
     * @param moreReplications with twice the replications of each
     */
    public record StillOff(double now, double moreDraws, double moreReplications) {}
}
