package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.random.Streams;

/**
 * The exact tier: plays a model's people through its services, in as many replications as are wanted, in every scenario
 * with the same people. An answer depends on the model, the scenarios, the seed and the stopping rule, and on nothing else:
 * not on the machine, and not on the number of threads.
 */
public final class Simulation {

    private static final double LOOK_AHEAD = 1.25;

    private final Plan plan;
    private final Progress progress;
    private final SequencedMap<String, Trial> trials = new LinkedHashMap<>();
    private int played;

    private Simulation(Model model, Plan plan, List<String> tried, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        Wiring wiring = new Wiring(model);
        int scenarios = plan.scenarios().size() + 1;
        boolean controlled = plan.stop() instanceof Plan.Stop.Precision;
        for (String id : tried) {
            Timeline timeline = id.equals(Scenario.BASE) ? Timeline.of(model) : Timeline.of(model, model.scenario(id));
            trials.computeIfAbsent(id, _ -> new Trial(wiring, timeline, scenarios, controlled));
        }
    }

    /** The model as it stands comes first, whether named or not. */
    private static Simulation ofAll(Model model, Plan plan, Progress progress) {
        List<String> tried = new ArrayList<>(plan.scenarios());
        tried.addFirst(Scenario.BASE);
        return new Simulation(model, plan, tried, progress);
    }

    /**
     * Plays a model and the scenarios asked for.
     *
     * @throws IllegalArgumentException if a scenario is unknown
     * @throws CancellationException if {@code progress} asked to stop
     */
    public static Answer run(Model model, Plan plan, Progress progress) {
        Simulation simulation = ofAll(model, plan, progress);
        List<Note> notes = switch (plan.stop()) {
            case Plan.Stop.Replications fixed -> {
                simulation.playUpTo(fixed.count(), fixed.count());
                yield List.of();
            }
            case Plan.Stop.Precision precise -> simulation.playUntil(precise);
        };
        return simulation.answer(model, notes);
    }

    /**
     * Plays some replications of one scenario, on this thread: a part of what {@link #run} plays with the same plan.
     *
     * @param plan with a fixed number of replications
     * @param scenario the id of one of the plan's, or {@code base}
     * @param from the first replication, from 0
     * @param to the replication after the last
     * @throws CancellationException if {@code progress} asked to stop
     */
    public static Part play(Model model, Plan plan, String scenario, int from, int to, Progress progress) {
        if (from < 0 || from >= to || to > replications(plan)) {
            throw new IllegalArgumentException("There are no replications %d to %d in %s".formatted(from, to, plan));
        }
        Simulation simulation = new Simulation(model, plan, List.of(scenario), progress);
        Trial trial = simulation.trials.firstEntry().getValue();
        trial.expect(to);
        Player player = new Player(trial);
        for (int r = from; r < to; r++) {
            if (progress.cancelled()) {
                throw new CancellationException("stopped after %d of %d replications".formatted(r - from, to - from));
            }
            player.play(r, simulation.key(r));
            progress.at(r - from + 1, to - from);
        }
        return trial.part(scenario, plan.seed(), from, to);
    }

    /**
     * The answer {@link #run} would give, from parts that were played by {@link #play} with the same model and plan.
     *
     * @throws IllegalArgumentException if a replication of any of the plan's scenarios is missing or came twice
     */
    public static Answer combine(Model model, Plan plan, Collection<Part> parts) {
        Simulation simulation = ofAll(model, plan, Progress.SILENT);
        simulation.played = replications(plan);
        simulation.trials.values().forEach(trial -> trial.expect(simulation.played));
        for (Part part : parts) {
            Trial trial = simulation.trials.get(part.scenario());
            if (trial == null || part.seed != plan.seed() || part.to() > simulation.played) {
                throw new IllegalArgumentException("No part of %s: %s".formatted(plan, part));
            }
            trial.add(part);
        }
        simulation.trials.forEach((id, trial) -> {
            if (trial.missing() >= 0) {
                throw new IllegalArgumentException("Replication %d of %s is missing".formatted(trial.missing(), id));
            }
        });
        return simulation.answer(model, List.of());
    }

    private static int replications(Plan plan) {
        return switch (plan.stop()) {
            case Plan.Stop.Replications fixed -> fixed.count();
            case Plan.Stop.Precision _ ->
                throw new IllegalArgumentException("Only a fixed number of replications can be played in parts");
        };
    }

    private long key(int replication) {
        return Streams.child(Streams.mix(plan.seed()), replication);
    }

    private List<Note> playUntil(Plan.Stop.Precision precise) {
        int next = Math.min(precise.floor(), precise.cap());
        boolean ahead = false;
        while (true) {
            playUpTo(next, next);
            Optional<Trial.Doubt> doubt = leastCertain();
            double worst = doubt.map(Trial.Doubt::off).orElse(0.0);
            boolean reached = next > 1 && worst <= precise.halfWidth();
            if (next == precise.cap() || (reached && ahead)) {
                return List.of(Precise.note(precise, reached, next, doubt));
            }
            // Whoever stops at the first narrow interval stops too often where chance made it narrow: look ahead.
            ahead = reached;
            // Half-widths shrink with the root of the number; go most of the way there, then look again.
            double needed = next * Math.pow(worst / precise.halfWidth(), 2);
            next = (int) Math.min(
                    precise.cap(),
                    reached
                            ? Math.ceil(LOOK_AHEAD * next)
                            : Math.max(next + 10, Math.min(4.0 * next, Math.ceil(0.9 * needed))));
        }
    }

    private Optional<Trial.Doubt> leastCertain() {
        return trials.values().stream()
                .flatMap(trial -> trial.leastCertain().stream())
                .max(Comparator.comparingDouble(Trial.Doubt::off));
    }

    /** Plays replications until there are {@code count} of them. */
    private void playUpTo(int count, int expected) {
        trials.values().forEach(trial -> trial.expect(count));
        AtomicInteger done = new AtomicInteger(played);
        Crew.each(
                played,
                count,
                plan.threads(),
                () -> {
                    List<Player> players =
                            trials.values().stream().map(Player::new).toList();
                    return r -> {
                        for (Player player : players) {
                            player.play(r, key(r));
                        }
                        progress.at(done.incrementAndGet(), expected);
                    };
                },
                progress::cancelled);
        if (progress.cancelled()) {
            throw new CancellationException("stopped after %d of %d replications".formatted(done.get(), expected));
        }
        played = count;
    }

    private Answer answer(Model model, List<Note> notes) {
        SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
        SequencedMap<String, Figures> differences = new LinkedHashMap<>();
        Trial base = trials.firstEntry().getValue();
        trials.forEach((id, trial) -> {
            Name name = model.findScenario(id).map(Scenario::name).orElse(model.name());
            outcomes.put(id, trial.outcome(id, name, plan.threads()));
            if (trial != base) {
                differences.put(id, trial.minus(base));
            }
        });
        return new Answer(
                model,
                Answer.Tier.SIMULATION,
                plan.seed(),
                played,
                outcomes,
                differences,
                model.parametersByQuality(),
                notes);
    }

    /** One thread's own copy of all that changes while a scenario is played. */
    private static final class Player {
        private final Trial trial;
        private final Tally tally;
        private final Replication replication;
        private final DayBook.Sums days;

        Player(Trial trial) {
            this.trial = trial;
            tally = new Tally(trial.wiring, trial.schedule);
            replication = new Replication(trial.wiring, trial.schedule, tally);
            days = trial.days.open();
        }

        void play(int number, long key) {
            trial.play(number, key, replication, tally, days);
        }
    }
}
