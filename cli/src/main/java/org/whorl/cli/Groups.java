package org.whorl.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.allocation.ByGroup;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.model.Model;

/**
 * One measure counted for each group that a tag tells apart, such as the fifths of deprivation.
 *
 * @param model the model, which counts the measure for each group too
 * @param measure which; empty where the model counts nothing
 * @param byTag for each tag, its groups
 */
record Groups(Model model, String measure, SequencedMap<String, ByGroup> byTag) {

    static Groups of(Model model, @Nullable String named) {
        SequencedMap<String, ByGroup> byTag = new LinkedHashMap<>();
        if (named == null && model.measures().isEmpty()) {
            return new Groups(model, "", byTag);
        }
        String measure = Counted.of(model, named);
        Model watching = model;
        for (String tag : ByGroup.tags(model)) {
            ByGroup groups = ByGroup.of(watching, measure, tag).orElseThrow();
            byTag.put(tag, groups);
            watching = groups.model();
        }
        return new Groups(watching, measure, byTag);
    }

    /** The count of each group as it stands; the change of each group for a scenario. */
    Map<String, Object> told(Answer answer, @Nullable String scenario) {
        SequencedMap<String, Object> tags = new LinkedHashMap<>();
        byTag.forEach((tag, groups) -> {
            SequencedMap<String, Object> one = new LinkedHashMap<>();
            one.put("measure", measure);
            one.put(
                    scenario == null ? "count" : "change",
                    scenario == null ? groups.counts(answer) : groups.effects(answer, scenario));
            tags.put(tag, one);
        });
        return tags;
    }
}
