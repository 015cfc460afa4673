package org.whorl.engine.load;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Scenario;

/**
 * The instant tier: the same questions as the simulation, answered by formulas in milliseconds. Good for a slider and for
 * checking the simulation; docs/method/instant-tier.md says how far it can be trusted.
 */
public final class Preview {

    /** Averages that do not exist where load exceeds places. */
    private static final Set<Field> NO_AVERAGE_WHEN_UNSTABLE =
            Set.of(Field.WAITING, Field.WAIT, Field.WAIT_P95, Field.WAIT_P95_POOLED, Field.DELAYED_SHARE);

    private static final Note LONG_RUN_P95 = new Note(
            "p95-pooled",
            "",
            "Formulas know one wait that 95 in 100 starts do not exceed, all days together; it stands for both kinds of"
                    + " p95.");

    private Preview() {}

    /**
     * Answers for the model as it stands and for scenarios of it.
     *
     * @param scenarios ids; {@code base} comes first whether named or not
     * @throws IllegalArgumentException if a scenario is unknown
     */
    public static Answer of(Model model, List<String> scenarios) {
        SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
        SequencedMap<String, Findings> found = new LinkedHashMap<>();
        SequencedMap<String, Set<String>> unstable = new LinkedHashMap<>();
        World world = new World(model, true);
        for (String id : ids(scenarios)) {
            Forecast forecast = world.forecast(id);
            Paper paper = new Paper(forecast);
            Findings findings = paper.findings();
            found.put(id, findings);
            unstable.put(id, unstable(forecast));
            outcomes.put(
                    id,
                    new Outcome(
                            id,
                            name(model, id),
                            figures(findings, unstable(forecast)),
                            paper.series(),
                            Cautions.of(forecast)));
        }
        SequencedMap<String, Figures> differences = new LinkedHashMap<>();
        Findings base = found.firstEntry().getValue();
        found.forEach((id, findings) -> {
            if (findings != base) {
                Set<String> without = new LinkedHashSet<>(unstable.get(Scenario.BASE));
                without.addAll(unstable.get(id));
                differences.put(id, figures(difference(findings, base), without));
            }
        });
        return new Answer(
                model,
                Answer.Tier.INSTANT,
                0,
                0,
                outcomes,
                differences,
                model.parametersByQuality(),
                List.of(LONG_RUN_P95));
    }

    static SequencedSet<String> ids(List<String> scenarios) {
        SequencedSet<String> ids = new LinkedHashSet<>();
        ids.add(Scenario.BASE);
        ids.addAll(scenarios);
        return ids;
    }

    static Name name(Model model, String scenario) {
        return model.findScenario(scenario).map(Scenario::name).orElse(model.name());
    }

    static Set<String> unstable(Forecast forecast) {
        Set<String> ids = new LinkedHashSet<>();
        Model model = forecast.schedule.timeline.epochs().getFirst().model();
        for (int s = 0; s < forecast.stable.length; s++) {
            if (!forecast.stable[s]) {
                ids.add(model.services().get(s).id());
            }
        }
        return ids;
    }

    static Findings difference(Findings scenario, Findings base) {
        Findings difference = new Findings();
        scenario.values.forEach((subject, fields) ->
                fields.forEach((field, value) -> difference.put(subject, field, value - base.get(subject, field))));
        return difference;
    }

    /** Whether a figure may be printed: an unstable service has no average wait. */
    static boolean printable(Subject subject, Field field, Set<String> unstable) {
        return subject.group() != Subject.Group.SERVICES
                || !unstable.contains(subject.id())
                || !NO_AVERAGE_WHEN_UNSTABLE.contains(field);
    }

    private static Figures figures(Findings findings, Set<String> unstable) {
        SequencedMap<Subject, Map<Field, Estimate>> estimates = new LinkedHashMap<>();
        findings.values.forEach((subject, fields) -> {
            Map<Field, Estimate> exact = new EnumMap<>(Field.class);
            fields.forEach((field, value) -> {
                if (printable(subject, field, unstable)) {
                    exact.put(field, Estimate.exact(value));
                }
            });
            estimates.put(subject, exact);
        });
        return new Figures(estimates);
    }
}
