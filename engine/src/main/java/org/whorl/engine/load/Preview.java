package org.whorl.engine.load;

import java.util.ArrayList;
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
        List<Scenario> changes = new ArrayList<>();
        ids(scenarios).stream().filter(id -> !id.equals(Scenario.BASE)).forEach(id -> changes.add(model.scenario(id)));
        return Prepared.of(model).answer(changes);
    }

    /**
     * Answers with intervals for what is not known about the model's numbers: every number with a spread is drawn again and
     * again, and every scenario is forecast with each draw, so that differences are between worlds that differ in the
     * scenario alone. Averages are those of the measured days, lived through from the opening; the lines of series are at
     * the numbers' own values, their bands hold half and nine tenths of the draws, for people in queues and measures.
     *
     * @param draws how many, 2 or more; 200 are plenty for a picture, 1,000 for a table
     * @param seed of the draws; the same seed gives the same answer
     */
    public static Answer withUncertainty(Model model, List<String> scenarios, int draws, long seed) {
        if (draws < 2) {
            throw new IllegalArgumentException("An interval needs at least 2 draws, not " + draws);
        }
        ParameterDraws parameters = new ParameterDraws(model, draws, seed);
        SequencedMap<String, Uncertainty> found = new LinkedHashMap<>();
        ids(scenarios).forEach(id -> found.put(id, new Uncertainty(draws)));
        for (int i = 0; i < draws; i++) {
            int draw = i;
            World world = new World(parameters.draw(i), false);
            Forecast asItStands = world.base();
            Paper basePaper = new Paper(asItStands);
            Findings base = basePaper.findings();
            found.forEach((id, uncertainty) -> {
                boolean changed = !id.equals(Scenario.BASE);
                Forecast forecast = changed ? world.forecast(model.scenario(id)) : asItStands;
                Paper paper = changed ? new Paper(forecast) : basePaper;
                Findings findings = changed ? paper.findings() : base;
                uncertainty.add(draw, findings, base, unstable(forecast), paper.series());
            });
        }
        World central = new World(model, false);
        SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
        SequencedMap<String, Figures> differences = new LinkedHashMap<>();
        Set<String> unstableBase = unstable(central.base());
        found.forEach((id, uncertainty) -> {
            Forecast forecast = id.equals(Scenario.BASE) ? central.base() : central.forecast(model.scenario(id));
            Set<String> unstable = unstable(forecast);
            List<Note> notes = new ArrayList<>(Cautions.of(forecast));
            notes.addAll(uncertainty.notes());
            Paper paper = new Paper(forecast);
            outcomes.put(
                    id,
                    new Outcome(
                            id,
                            name(model, id),
                            uncertainty.figures(unstable),
                            uncertainty.bands(paper.series()),
                            paper.quantiles(),
                            notes));
            if (!id.equals(Scenario.BASE)) {
                Set<String> without = new LinkedHashSet<>(unstableBase);
                without.addAll(unstable);
                differences.put(id, uncertainty.differences(without));
            }
        });
        return new Answer(
                model,
                Answer.Tier.INSTANT,
                seed,
                0,
                outcomes,
                differences,
                model.parametersByQuality(),
                parameters.withoutInterval() == 0
                        ? List.of(LONG_RUN_P95)
                        : List.of(LONG_RUN_P95, parameters.caution()));
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
