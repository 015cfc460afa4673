package org.whorl.engine.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;

/**
 * Who gains and who loses: one measure counted for each group of people apart, such as the fifths of deprivation. A group
 * is a value of a tag that people carry.
 *
 * @param model the model, which counts the measure for each group too
 * @param measures by group, the measure that counts it
 */
public record ByGroup(Model model, SequencedMap<String, String> measures) {

    public ByGroup {
        measures = new LinkedHashMap<>(measures);
    }

    /**
     * Splits a measure by a tag.
     *
     * @return empty where nobody carries the tag: then the model cannot tell
     */
    public static Optional<ByGroup> of(Model model, String measure, String tag) {
        Measure whole = model.measures().stream()
                .filter(m -> m.id().equals(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measure " + measure));
        SequencedSet<String> values = values(model, tag);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<Measure> watched = new ArrayList<>(model.measures());
        SequencedMap<String, String> measures = new LinkedHashMap<>();
        for (String value : values.stream().sorted().toList()) {
            SequencedMap<String, String> where = new LinkedHashMap<>(whole.where());
            where.put(tag, value);
            String id = measure + "-" + tag + "-" + value;
            measures.put(value, id);
            watched.add(new Measure(
                    id,
                    new Name(whole.name().en() + ": " + value, whole.name().cy() + ": " + value),
                    whole.count(),
                    whole.in(),
                    whole.waitingFor(),
                    where,
                    whole.longerThan(),
                    whole.on(),
                    null));
        }
        return Optional.of(new ByGroup(model.watching(watched), measures));
    }

    /** The tags that tell people of the model apart: those with two values or more. */
    public static List<String> tags(Model model) {
        return model.arrivals().stream()
                .flatMap(arrival -> arrival.tags().keySet().stream())
                .distinct()
                .filter(tag -> values(model, tag).size() > 1)
                .toList();
    }

    private static SequencedSet<String> values(Model model, String tag) {
        SequencedSet<String> values = new LinkedHashSet<>();
        model.arrivals()
                .forEach(arrival -> Optional.ofNullable(arrival.tags().get(tag))
                        .ifPresent(shares -> values.addAll(shares.keySet())));
        return values;
    }

    /** The count of each group as things stand. */
    public SequencedMap<String, Estimate> counts(Answer answer) {
        SequencedMap<String, Estimate> counts = new LinkedHashMap<>();
        measures.forEach((group, measure) ->
                counts.put(group, answer.base().figures().get(Subject.measure(measure), Field.MEAN)));
        return counts;
    }

    /** By how much a change moves the count of each group. */
    public SequencedMap<String, Estimate> effects(Answer answer, String scenario) {
        Figures change = Optional.ofNullable(answer.differences().get(scenario))
                .orElseThrow(() -> new IllegalArgumentException("The answer has no scenario " + scenario));
        SequencedMap<String, Estimate> effects = new LinkedHashMap<>();
        measures.forEach((group, measure) -> effects.put(group, change.get(Subject.measure(measure), Field.MEAN)));
        return effects;
    }
}
