package org.whorl.engine.load;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;

/**
 * The instant tier: the same questions as the simulation, answered by formulas in milliseconds. Good for a slider and for
 * checking the simulation; docs/method/instant-tier.md says how far it can be trusted.
 */
public final class Preview {

    /** Averages that do not exist where load exceeds places. */
    private static final Set<Field> NO_AVERAGE_WHEN_UNSTABLE = Set.of(
            Field.WAITING, Field.WAIT, Field.WAIT_P95, Field.WAIT_P95_POOLED, Field.DELAYED_SHARE, Field.LATE_SHARE);

    static final Note LONG_RUN_P95 = new Note(
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
        return Prepared.of(model).answer(changes(model, scenarios));
    }

    /**
     * Answers with intervals for what is not known about the model's numbers, as {@link PreparedDraws} tells.
     *
     * @param draws how many, 2 or more; 200 are plenty for a picture, 1,000 for a table
     * @param seed of the draws; the same seed gives the same answer
     */
    public static Answer withUncertainty(Model model, List<String> scenarios, int draws, long seed) {
        return PreparedDraws.once(model, changes(model, scenarios), draws, seed);
    }

    /**
     * What formulas know that a run of the model as it stands should be told with: the services that its warm-up is too short
     * for, so that averages still remember how the days began.
     */
    public static List<Note> shortHorizons(Model model) {
        return model.time().warmUp() == 0 ? List.of() : Cautions.shortHorizons(new World(model, true).base());
    }

    /**
     * The services of the model as it stands that more people need than they have places for, by id: their queues grow and have
     * no long run.
     */
    public static Set<String> unstable(Model model) {
        return unstable(new World(model, true).base());
    }

    private static List<Scenario> changes(Model model, List<String> scenarios) {
        return scenarios.stream()
                .distinct()
                .filter(id -> !id.equals(Scenario.BASE))
                .map(model::scenario)
                .toList();
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

    static Figures figures(Findings findings, Set<String> unstable) {
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
