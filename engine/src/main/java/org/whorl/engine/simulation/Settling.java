package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Timeline;

/**
 * How long a model as it stands takes to settle into its long run, where it has one: all its days are played a few hundred
 * times from the opening, and {@link Mser} chooses for each service how many days of its mean counts must be thrown away. The
 * slowest service decides.
 */
public final class Settling {

    /** Enough that the means through time are smoother than what they settle from. */
    private static final int REPLICATIONS = 400;

    private static final int WEEK = 7;
    private static final double ROUNDING = 1e-9;

    private Settling() {}

    /** What was found. */
    public sealed interface Found {

        /**
         * It settles.
         *
         * @param model with the warm-up that was chosen
         * @param note what an answer should say of it
         */
        record Settled(Model model, Note note) implements Found {}

        /**
         * Nobody can tell, or there is no long run to settle into.
         *
         * @param reasons at least one
         */
        record CannotTell(List<Note> reasons) implements Found {
            public CannotTell {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /**
     * Chooses a warm-up.
     *
     * @param model its warm-up and its days together are played to choose from, its days are then measured
     * @throws CancellationException if {@code progress} asked to stop
     */
    public static Found find(Model model, long seed, int threads, Progress progress) {
        Schedule schedule = new Schedule(model, Timeline.of(model));
        List<Note> reasons = new ArrayList<>(unsteady(model, schedule));
        Set<String> unstable = new LinkedHashSet<>(Preview.unstable(model));
        unstable.addAll(overfull(model, schedule));
        unstable.forEach(id -> reasons.add(new Note(
                Note.UNSTABLE,
                "services." + id,
                "Cannot tell a long run: at least as many people need this service as it has places, so its queue grows and"
                        + " never settles.")));
        if (!reasons.isEmpty()) {
            return new Found.CannotTell(reasons);
        }
        Horizon time = model.time();
        Model played = model.with(new Horizon(time.origin(), time.end(), 0));
        Plan plan = new Plan(List.of(), seed, new Plan.Stop.Replications(REPLICATIONS), threads);
        SequencedMap<String, Integer> chosen = new LinkedHashMap<>();
        for (Series series : Simulation.run(played, plan, progress).base().series()) {
            if (series.subject().group() == Subject.Group.SERVICES
                    && (series.field() == Field.WAITING || series.field() == Field.IN_PLACE)) {
                int days = Mser.warmUp(series.mean());
                if (days < 0) {
                    reasons.add(new Note(
                            "not-settled",
                            series.subject().path(),
                            "Cannot tell a long run: after half of the %d days played, %s of this service has not settled. Play more days."
                                    .formatted(time.end(), series.field().word())));
                }
                chosen.merge(series.subject().id(), days, Math::max);
            }
        }
        if (!reasons.isEmpty()) {
            return new Found.CannotTell(reasons);
        }
        String slowest = chosen.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        int warmUp = chosen.getOrDefault(slowest, 0);
        return new Found.Settled(
                model.with(new Horizon(time.start(), time.days(), warmUp)),
                new Note(
                        "warm-up-chosen",
                        "services." + slowest,
                        String.format(
                                Locale.ROOT,
                                "The warm-up of %d days was chosen by MSER-5: this service settles most slowly, as the mean of %d"
                                        + " replications of %d days shows.",
                                warmUp,
                                REPLICATIONS,
                                time.end())));
    }

    /** Services for which no number of days is enough: people come as fast as stays end or faster, and nobody gives up. */
    private static Set<String> overfull(Model model, Schedule schedule) {
        double[] flows = Flows.total(Flows.byStream(model), model.services().size());
        Set<String> ids = new LinkedHashSet<>();
        for (int s = 0; s < flows.length; s++) {
            Service service = model.services().get(s);
            boolean waitForEver =
                    service.queue().leaveAfter() == null && service.queue().limit() == null;
            double load = flows[s] * schedule.terms[0].meanStay[s];
            boolean counted = !service.capacity().countsVisits() && schedule.places[s][0] != Schedule.UNLIMITED;
            if (waitForEver && counted && load >= schedule.places[s][0] - ROUNDING) {
                ids.add(service.id());
            }
        }
        return ids;
    }

    /** What changes from one week to another: then there is no long run, but a course through the year. */
    private static List<Note> unsteady(Model model, Schedule schedule) {
        List<Note> reasons = new ArrayList<>();
        for (int a = 0; a < schedule.arrivals.length; a++) {
            boolean alike = true;
            for (int day = WEEK; day < schedule.time.end(); day++) {
                alike &= schedule.arrivals[a][day] == schedule.arrivals[a][day - WEEK];
            }
            if (!alike) {
                reasons.add(changes("arrivals." + model.arrivals().get(a).id()));
            }
        }
        List<Service> services = model.services();
        for (int s = 0; s < services.size(); s++) {
            boolean alike = true;
            for (int day = WEEK; day < schedule.time.end(); day++) {
                alike &= schedule.places[s][day] == schedule.places[s][day - WEEK];
            }
            if (!alike) {
                reasons.add(changes("services." + services.get(s).id()));
            }
        }
        return reasons;
    }

    private static Note changes(String path) {
        return new Note(
                "no-long-run",
                path,
                "There is no long run: this changes with the calendar. Leave --steady-state out, or give it one value for all weeks.");
    }
}
