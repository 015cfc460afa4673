package org.whorl.engine.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Line;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Scenario;

/**
 * Many models that might be the true one, made ready to be asked again and again: every number with a spread is drawn, and
 * the model as it stands is forecast with each draw once. Any change, known to the model or not, then takes one more
 * forecast for each draw, and differences are between worlds that differ in the change alone. Averages are those of the
 * measured days, lived through from the opening; the lines of series are at the numbers' own values, their bands hold half
 * and nine tenths of the draws, for people in queues and measures. Several threads may ask at once.
 */
public final class PreparedDraws {

    /** So many draws are made at once, by as many threads as there are; more would only fill memory. */
    private static final int AT_ONCE = 8;

    private final Model model;
    private final long seed;
    private final ParameterDraws parameters;
    private final List<World> worlds = new ArrayList<>();
    private final List<Findings> bases = new ArrayList<>();
    private final World central;
    private final Set<String> unstable;
    private final Outcome outcome;

    /**
     * Makes a model ready.
     *
     * @param model one that holds together: {@link org.whorl.engine.model.Check} finds no problem
     * @param draws how many, 2 or more; 200 are plenty for a picture, 1,000 for a table
     * @param seed of the draws; the same seed gives the same answers
     * @param watch is told after each draw, and may stop the work
     */
    public PreparedDraws(Model model, int draws, long seed, Progress watch) {
        this(model, draws, seed, (draw, world, findings) -> {}, true, watch);
    }

    /** What else is to be done with a draw as soon as it is made, and what the model as it stands comes to with it. */
    private interface Meanwhile {
        void with(int draw, World world, Findings findings);
    }

    private PreparedDraws(Model model, int draws, long seed, Meanwhile meanwhile, boolean keep, Progress watch) {
        if (draws < 2) {
            throw new IllegalArgumentException("An interval needs at least 2 draws, not " + draws);
        }
        this.model = model;
        this.seed = seed;
        parameters = new ParameterDraws(model, draws, seed);
        Uncertainty uncertainty = new Uncertainty(draws);
        int atOnce = keep ? AT_ONCE : 1;
        for (int from = 0; from < draws; from += atOnce) {
            List<Made> several = IntStream.range(from, Math.min(draws, from + atOnce))
                    .parallel()
                    .mapToObj(this::make)
                    .toList();
            for (int draw = from; draw < from + several.size(); draw++) {
                Made made = several.get(draw - from);
                uncertainty.add(draw, made.findings(), made.findings(), Preview.unstable(made.base()), made.paper());
                meanwhile.with(draw, made.world(), made.findings());
                if (keep) {
                    worlds.add(made.world());
                    bases.add(made.findings());
                }
                tell(watch, draw + 1, draws);
            }
        }
        central = new World(model, false);
        Forecast forecast = central.base();
        unstable = Preview.unstable(forecast);
        outcome = outcome(Scenario.BASE, model.name(), forecast, uncertainty);
    }

    /** One draw, and what the model as it stands comes to with it. */
    private record Made(World world, Forecast base, Paper paper, Findings findings) {}

    private Made make(int draw) {
        World world = new World(parameters.draw(draw), false);
        Forecast base = world.base();
        Paper paper = new Paper(base);
        return new Made(world, base, paper, paper.findings());
    }

    /** The answer to a question that is asked once: draw after draw, none of which is kept. */
    static Answer once(Model model, List<Scenario> scenarios, int draws, long seed) {
        List<Uncertainty> changed =
                scenarios.stream().map(_ -> new Uncertainty(draws)).toList();
        PreparedDraws made = new PreparedDraws(
                model,
                draws,
                seed,
                (draw, world, findings) -> {
                    for (int i = 0; i < scenarios.size(); i++) {
                        add(world.forecast(scenarios.get(i)), draw, findings, changed.get(i));
                    }
                },
                false,
                Progress.SILENT);
        return made.answer(scenarios, changed);
    }

    /**
     * The model as it stands, and changes of it, with intervals for what is not known about the model's numbers. The
     * answer's model knows them all.
     *
     * @param scenarios changes that {@link org.whorl.engine.model.Check#of(Model, Scenario)} finds no problem with
     * @param watch is told after each forecast, by several threads, and may stop the work
     */
    public Answer answer(List<Scenario> scenarios, Progress watch) {
        AtomicInteger done = new AtomicInteger();
        List<Uncertainty> changed = scenarios.parallelStream()
                .map(scenario -> {
                    Uncertainty uncertainty = new Uncertainty(worlds.size());
                    for (int draw = 0; draw < worlds.size(); draw++) {
                        add(worlds.get(draw).forecast(scenario), draw, bases.get(draw), uncertainty);
                        tell(watch, done.incrementAndGet(), scenarios.size() * worlds.size());
                    }
                    return uncertainty;
                })
                .toList();
        return answer(scenarios, changed);
    }

    /**
     * Adds what a draw comes to.
     *
     * @param base what the model as it stands comes to with the same draw
     */
    private static void add(Forecast forecast, int draw, Findings base, Uncertainty uncertainty) {
        Paper paper = new Paper(forecast);
        uncertainty.add(draw, paper.findings(), base, Preview.unstable(forecast), paper);
    }

    private Answer answer(List<Scenario> scenarios, List<Uncertainty> changed) {
        SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
        SequencedMap<String, Figures> differences = new LinkedHashMap<>();
        outcomes.put(Scenario.BASE, outcome);
        Model knows = model;
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            knows = model.scenarios().contains(scenario) ? knows : knows.with(scenario);
            Forecast forecast = central.forecast(scenario);
            outcomes.put(scenario.id(), outcome(scenario.id(), scenario.name(), forecast, changed.get(i)));
            Set<String> neither = new LinkedHashSet<>(unstable);
            neither.addAll(Preview.unstable(forecast));
            differences.put(scenario.id(), changed.get(i).differences(neither));
        }
        return new Answer(
                knows,
                Answer.Tier.INSTANT,
                seed,
                0,
                outcomes,
                differences,
                model.parametersByQuality(),
                parameters.withoutInterval() == 0
                        ? List.of(Preview.LONG_RUN_P95)
                        : List.of(Preview.LONG_RUN_P95, parameters.caution()));
    }

    /**
     * One change, draw by draw: what a search for better plans needs, which must bear the same doubt in all of them.
     *
     * @param differences by line and draw, the scenario minus the model as it stands
     * @param overloaded by service, in how many draws more people need it than it has places for
     */
    public record Drawn(double[][] differences, Map<String, Integer> overloaded) {}

    /**
     * Asks every draw about a change.
     *
     * @param scenario a change that {@link org.whorl.engine.model.Check#of(Model, Scenario)} finds no problem with
     * @param lines what is asked; a line that does not apply is 0
     */
    public Drawn drawn(Scenario scenario, List<Line> lines) {
        double[][] differences = new double[lines.size()][worlds.size()];
        Map<String, Integer> overloaded = new LinkedHashMap<>();
        for (int draw = 0; draw < worlds.size(); draw++) {
            Forecast forecast = worlds.get(draw).forecast(scenario);
            Findings findings = new Paper(forecast).findings(lines);
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                double difference = findings.get(line.subject(), line.field())
                        - bases.get(draw).get(line.subject(), line.field());
                differences[i][draw] = Double.isNaN(difference) ? 0 : difference;
            }
            Preview.unstable(forecast).forEach(service -> overloaded.merge(service, 1, Integer::sum));
        }
        return new Drawn(differences, overloaded);
    }

    /** How many draws there are. */
    public int draws() {
        return worlds.size();
    }

    private static Outcome outcome(String id, Name name, Forecast forecast, Uncertainty uncertainty) {
        List<Note> notes = new ArrayList<>(Cautions.of(forecast));
        notes.addAll(uncertainty.notes());
        Paper paper = new Paper(forecast);
        List<Quantiles> quantiles = new ArrayList<>(uncertainty.mixed(paper.quantiles()));
        if (!id.equals(Scenario.BASE)) {
            quantiles.addAll(uncertainty.cash());
        }
        return new Outcome(
                id,
                name,
                uncertainty.figures(Preview.unstable(forecast)),
                uncertainty.bands(paper.series()),
                quantiles,
                notes);
    }

    private static void tell(Progress watch, int done, int expected) {
        watch.at(done, expected);
        if (watch.cancelled()) {
            throw new CancellationException("nobody waits for this any more");
        }
    }
}
