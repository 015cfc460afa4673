package org.whorl.server.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something an experiment lacks before it begins.
 *
 * @param part on which page it is put right
 * @param at which field there
 * @param sentence the name of the sentence that says it
 * @param weight how much it matters
 */
public record Gap(Part part, String at, String sentence, Weight weight) {

    /** How much it matters that something is missing. */
    enum Weight {
        /** It does not begin without. */
        NEEDED,
        /** It begins without for a reason that is written down. */
        REASON,
        /** It is asked, and begins all the same. */
        ASKED
    }

    /** Those for whom every experiment has a measure or a question for stories. */
    private static final Map<String, Field> WHOM =
            Map.of("people", Field.PEOPLE_PROMPT, "community", Field.COMMUNITY_PROMPT, "staff", Field.STAFF_PROMPT);

    private static final List<String> ORDER = List.of("people", "community", "staff");

    /**
     * What it lacks, in the order of the forms.
     *
     * @param measured for whom there is a measure: people, community, staff
     */
    static List<Gap> of(Experiment experiment, Set<String> measured) {
        List<Gap> gaps = new ArrayList<>();
        for (Part part : Part.values()) {
            experiment.missing(Field.Need.START).stream()
                    .filter(field -> field.part() == part)
                    .forEach(field -> gaps.add(new Gap(
                            part,
                            field == Field.SITES ? "site-1" : field.key(),
                            "experiment.missing." + field.key(),
                            Weight.NEEDED)));
            if (part == Part.DESIGN
                    && !experiment.sites().isEmpty()
                    && experiment.sites().stream().allMatch(Site::isComparison)) {
                gaps.add(new Gap(part, "site-1", "experiment.missing.site-begins", Weight.NEEDED));
            }
            if (part == Part.LENS) {
                ORDER.stream()
                        .filter(whom -> !measured.contains(whom)
                                && experiment
                                        .value(WHOM.getOrDefault(whom, Field.PEOPLE_PROMPT))
                                        .isBlank())
                        .forEach(whom -> gaps.add(
                                new Gap(part, whom + "-prompt", "experiment.missing.whom-" + whom, Weight.REASON)));
            }
            if (part == Part.LENS && !isBalanced(experiment)) {
                gaps.add(new Gap(part, "looks", "experiment.missing.balancing", Weight.ASKED));
            }
            if (part == Part.PAUSE && !experiment.pause().isTaken()) {
                gaps.add(new Gap(part, "heard", "pause.not-taken", Weight.REASON));
            }
        }
        return List.copyOf(gaps);
    }

    /** Does it look at anything that could get worse: a measure of its own for that, or the one that stops it? */
    private static boolean isBalanced(Experiment experiment) {
        return experiment.id(Field.STOP_MEASURE).isPresent()
                || experiment.looks().stream().anyMatch(look -> look.part() == Look.Role.BALANCING);
    }

    /** Can it begin all the same? */
    public boolean soft() {
        return weight != Weight.NEEDED;
    }

    /** Is it only asked, and nothing that is missing? */
    public boolean isAsked() {
        return weight == Weight.ASKED;
    }

    /** Do these hold it up: something it cannot do without, or something soft without a reason why it goes on? */
    static boolean hold(List<Gap> gaps, Experiment experiment) {
        return gaps.stream()
                .filter(gap -> !gap.isAsked())
                .anyMatch(gap -> !gap.soft() || experiment.value(Field.ANYWAY).isBlank());
    }
}
