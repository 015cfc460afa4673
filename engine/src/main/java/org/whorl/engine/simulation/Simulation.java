package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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

    private Simulation(Model model, Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        Wiring wiring = new Wiring(model);
        int scenarios = plan.scenarios().size() + 1;
        boolean controlled = plan.stop() instanceof Plan.Stop.Precision;
        trials.put(Scenario.BASE, new Trial(wiring, Timeline.of(model), scenarios, controlled));
        for (String id : plan.scenarios()) {
            if (!id.equals(Scenario.BASE)) {
                trials.put(id, new Trial(wiring, Timeline.of(model, model.scenario(id)), scenarios, controlled));
            }
        }
    }

    /**
     * Plays a model and the scenarios asked for.
     *
     * @throws IllegalArgumentException if a scenario is unknown
     * @throws CancellationException if {@code progress} asked to stop
     */
    public static Answer run(Model model, Plan plan, Progress progress) {
        Simulation simulation = new Simulation(model, plan, progress);
        List<Note> notes = switch (plan.stop()) {
            case Plan.Stop.Replications fixed -> {
                simulation.playUpTo(fixed.count(), fixed.count());
                yield List.of();
            }
            case Plan.Stop.Precision precise -> simulation.playUntil(precise);
        };
        return simulation.answer(model, notes);
    }

    private List<Note> playUntil(Plan.Stop.Precision precise) {
        int next = Math.min(precise.floor(), precise.cap());
        boolean ahead = false;
        while (true) {
            playUpTo(next, next);
            double worst = trials.values().stream()
                    .mapToDouble(Trial::worstPrecision)
                    .max()
                    .orElse(0);
            if (worst <= precise.halfWidth()) {
                if (ahead || next == precise.cap()) {
                    return List.of();
                }
                // Whoever stops at the first narrow interval stops too often where chance made it narrow: look ahead.
                ahead = true;
                next = Math.min(precise.cap(), (int) Math.ceil(LOOK_AHEAD * next));
                continue;
            }
            ahead = false;
            if (next == precise.cap()) {
                return List.of(new Note(
                        "precision-not-reached",
                        "",
                        "After %d replications, the most allowed, the least certain headline figure is known to %.0f %%, not %.0f %%."
                                .formatted(next, 100 * worst, 100 * precise.halfWidth())));
            }
            // Half-widths shrink with the root of the number; go most of the way there, then look again.
            double needed = next * Math.pow(worst / precise.halfWidth(), 2);
            next = (int) Math.min(precise.cap(), Math.max(next + 10, Math.min(4.0 * next, Math.ceil(0.9 * needed))));
        }
    }

    /** Plays replications until there are {@code count} of them. */
    private void playUpTo(int count, int expected) {
        trials.values().forEach(trial -> trial.expect(count));
        AtomicInteger next = new AtomicInteger(played);
        AtomicInteger done = new AtomicInteger(played);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                List<Player> players = trials.values().stream().map(Player::new).toList();
                for (int r = next.getAndIncrement(); r < count; r = next.getAndIncrement()) {
                    if (progress.cancelled() || failure.get() != null) {
                        return;
                    }
                    long key = Streams.child(Streams.mix(plan.seed()), r);
                    for (Player player : players) {
                        player.play(r, key);
                    }
                    progress.at(done.incrementAndGet(), expected);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < Math.min(plan.threads(), count - played); i++) {
            helpers.add(Thread.ofPlatform().daemon().name("whorl-" + i).start(work));
        }
        work.run();
        for (Thread helper : helpers) {
            join(helper);
        }
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (progress.cancelled()) {
            throw new CancellationException("stopped after %d of %d replications".formatted(done.get(), expected));
        }
        played = count;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(Model model, List<Note> notes) {
        SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
        SequencedMap<String, Figures> differences = new LinkedHashMap<>();
        Trial base = trials.firstEntry().getValue();
        trials.forEach((id, trial) -> {
            Name name = model.findScenario(id).map(Scenario::name).orElse(model.name());
            outcomes.put(id, trial.outcome(id, name));
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
