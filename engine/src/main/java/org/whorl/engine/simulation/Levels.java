package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.load.ParameterDraws;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.random.Streams;

/**
 * The exact tier on two levels: the numbers that nobody knows for sure are drawn, and with each draw people are played, the
 * same people with all draws and in all scenarios. So what chance does to an answer and what not knowing the numbers does are
 * told apart. An answer depends on the model, the scenarios, the seed and the two counts, not on the number of threads.
 */
public final class Levels {

    /** With fewer draws an interval from a fortieth to thirty-nine of them is a guess. */
    public static final int LEAST_DRAWS = 10;

    /** With fewer replications of each draw nobody can tell how much chance there is. */
    public static final int LEAST_REPLICATIONS = 3;

    private final int draws;
    private final int replications;
    private final Plan plan;
    private final Progress progress;
    private final ParameterDraws numbers;
    private final SequencedMap<String, Trial> trials = new LinkedHashMap<>();

    private Levels(Model model, Plan plan, int draws, int replications, Progress progress) {
        this.plan = plan;
        this.draws = draws;
        this.replications = replications;
        this.progress = progress;
        numbers = new ParameterDraws(model, draws, plan.seed());
        Wiring wiring = new Wiring(model);
        Set<String> ids = new LinkedHashSet<>(List.of(Scenario.BASE));
        ids.addAll(plan.scenarios());
        for (String id : ids) {
            Trial trial = new Trial(wiring, timeline(model, id), ids.size(), false);
            trial.expect(draws * replications);
            trials.put(id, trial);
        }
    }

    private static Timeline timeline(Model model, String id) {
        return id.equals(Scenario.BASE) ? Timeline.of(model) : Timeline.of(model, model.scenario(id));
    }

    /**
     * Plays so many replications with each of so many draws of the model's numbers, in every scenario.
     *
     * @param plan with a fixed number of replications, those of each draw
     * @param draws of the model's numbers
     * @return means over draws and replications, with intervals for both kinds of uncertainty together; its
     *     {@link Answer#sources} take the headline figures' apart
     * @throws IllegalArgumentException if a scenario is unknown, if no number has an interval to draw from, if there are
     *     fewer than {@link #LEAST_DRAWS} draws or {@link #LEAST_REPLICATIONS} replications, or a precision is asked for
     * @throws CancellationException if {@code progress} asked to stop
     */
    public static Answer run(Model model, Plan plan, int draws, Progress progress) {
        int replications = plan.stop() instanceof Plan.Stop.Replications(int count) ? count : 0;
        if (draws < LEAST_DRAWS || replications < LEAST_REPLICATIONS) {
            throw new IllegalArgumentException(
                    "%d draws or more, and a fixed number of replications of each, %d or more"
                            .formatted(LEAST_DRAWS, LEAST_REPLICATIONS));
        }
        if (model.parameters().values().stream().noneMatch(Parameter::hasInterval)) {
            throw new IllegalArgumentException("No number of the model has an interval, so there is nothing to draw");
        }
        Levels levels = new Levels(model, plan, draws, replications, progress);
        levels.play();
        return new Apportioned(model, plan, draws, replications, levels.trials).answer(levels.numbers);
    }

    /** Pieces of draws, so small that all threads have work to the end; a draw is made anew for each of its pieces. */
    private void play() {
        int pieces = Math.clamp(4L * plan.threads() / draws + 1, 1, replications);
        AtomicInteger done = new AtomicInteger();
        Crew.each(
                0,
                draws * pieces,
                plan.threads(),
                () -> {
                    List<DayBook.Sums> days = trials.values().stream()
                            .map(trial -> trial.days.open())
                            .toList();
                    return piece -> {
                        int part = piece % pieces;
                        play(
                                piece / pieces,
                                part * replications / pieces,
                                (part + 1) * replications / pieces,
                                days,
                                done);
                    };
                },
                progress::cancelled);
        if (progress.cancelled()) {
            throw new CancellationException(
                    "stopped after %d of %d replications".formatted(done.get(), draws * replications));
        }
    }

    private void play(int draw, int from, int to, List<DayBook.Sums> days, AtomicInteger done) {
        Model drawn = numbers.draw(draw);
        Wiring wiring = new Wiring(drawn);
        List<Drawn> players = new ArrayList<>();
        trials.forEach((id, trial) -> players.add(new Drawn(trial, wiring, id, days.get(players.size()))));
        for (int r = from; r < to && !progress.cancelled(); r++) {
            long key = Streams.child(Streams.mix(plan.seed()), r);
            for (Drawn player : players) {
                // Draws lie side by side, so that the few hundred replications whose days are kept come from all of
                // them.
                player.play(r * draws + draw, key);
            }
            progress.at(done.incrementAndGet(), draws * replications);
        }
    }

    /** One scenario with the numbers of one draw. */
    private static final class Drawn {
        private final Trial trial;
        private final Tally tally;
        private final Scores scores;
        private final Replication replication;
        private final DayBook.Sums days;

        Drawn(Trial trial, Wiring wiring, String id, DayBook.Sums days) {
            this.trial = trial;
            this.days = days;
            Schedule schedule = new Schedule(wiring.model, timeline(wiring.model, id));
            tally = new Tally(wiring, schedule);
            scores = new Scores(wiring.model, schedule);
            replication = new Replication(wiring, schedule, tally);
        }

        void play(int number, long key) {
            replication.play(key);
            trial.keep(number, tally, scores, days);
        }
    }
}
