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
 * @param soft can it begin all the same, for a reason that is written down?
 */
public record Gap(Part part, String at, String sentence, boolean soft) {

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
                            false)));
            if (part == Part.DESIGN
                    && !experiment.sites().isEmpty()
                    && experiment.sites().stream().allMatch(Site::isComparison)) {
                gaps.add(new Gap(part, "site-1", "experiment.missing.site-begins", false));
            }
            if (part == Part.LENS) {
                ORDER.stream()
                        .filter(whom -> !measured.contains(whom)
                                && experiment
                                        .value(WHOM.getOrDefault(whom, Field.PEOPLE_PROMPT))
                                        .isBlank())
                        .forEach(whom ->
                                gaps.add(new Gap(part, whom + "-prompt", "experiment.missing.whom-" + whom, true)));
            }
            if (part == Part.PAUSE && !experiment.pause().isTaken()) {
                gaps.add(new Gap(part, "heard", "pause.not-taken", true));
            }
        }
        return List.copyOf(gaps);
    }

    /** Do these hold it up: something it cannot do without, or something soft without a reason why it goes on? */
    static boolean hold(List<Gap> gaps, Experiment experiment) {
        return gaps.stream()
                .anyMatch(gap -> !gap.soft() || experiment.value(Field.ANYWAY).isBlank());
    }
}
