package org.whorl.engine.load;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Scenario;

/**
 * A model made ready to be asked again and again, as by somebody who moves a slider: it is forecast as it stands once, and
 * then any change, known to the model or not, takes one more forecast. Several threads may ask at once.
 */
public final class Prepared {

    private final Model model;
    private final World world;
    private final Findings base;
    private final Set<String> unstable;
    private final Outcome outcome;

    private Prepared(Model model) {
        this.model = model;
        world = new World(model, true);
        Forecast forecast = world.base();
        Paper paper = new Paper(forecast);
        base = paper.findings();
        unstable = Preview.unstable(forecast);
        outcome = outcome(Scenario.BASE, model.name(), forecast, paper, base, unstable);
    }

    /**
     * Makes a model ready.
     *
     * @param model one that holds together: {@link org.whorl.engine.model.Check} finds no problem
     */
    public static Prepared of(Model model) {
        return new Prepared(model);
    }

    /**
     * The model as it stands, and changes of it. The answer's model knows them all.
     *
     * @param scenarios changes that {@link org.whorl.engine.model.Check#of(Model, Scenario)} finds no problem with; the
     *     model need not know them
     */
    public Answer answer(List<Scenario> scenarios) {
        SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
        SequencedMap<String, Figures> differences = new LinkedHashMap<>();
        outcomes.put(Scenario.BASE, outcome);
        Model knows = model;
        for (Scenario scenario : scenarios) {
            knows = model.scenarios().contains(scenario) ? knows : knows.with(scenario);
            Forecast forecast = world.forecast(scenario);
            Paper paper = new Paper(forecast);
            Findings findings = paper.findings();
            Set<String> without = Preview.unstable(forecast);
            outcomes.put(scenario.id(), outcome(scenario.id(), scenario.name(), forecast, paper, findings, without));
            Set<String> neither = new LinkedHashSet<>(unstable);
            neither.addAll(without);
            differences.put(scenario.id(), Preview.figures(Preview.difference(findings, base), neither));
        }
        return new Answer(
                knows,
                Answer.Tier.INSTANT,
                0,
                0,
                outcomes,
                differences,
                model.parametersByQuality(),
                List.of(Preview.LONG_RUN_P95));
    }

    private static Outcome outcome(
            String id, Name name, Forecast forecast, Paper paper, Findings findings, Set<String> unstable) {
        return new Outcome(
                id, name, Preview.figures(findings, unstable), paper.series(), List.of(), Cautions.of(forecast));
    }
}
