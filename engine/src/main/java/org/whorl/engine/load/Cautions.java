package org.whorl.engine.load;

import java.util.ArrayList;
import java.util.List;
import org.whorl.engine.answer.Note;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Service;

/** What a reader must know before trusting a forecast. */
final class Cautions {

    /** Below this share of places needed hardly anybody waits, and how far off that is matters to nobody. */
    private static final double QUIET = 0.6;

    private final Forecast forecast;
    private final Schedule schedule;
    private final Model model;
    private final List<Note> notes = new ArrayList<>();

    private Cautions(Forecast forecast) {
        this.forecast = forecast;
        schedule = forecast.schedule;
        model = schedule.timeline.epochs().getFirst().model();
    }

    static List<Note> of(Forecast forecast) {
        Cautions cautions = new Cautions(forecast);
        cautions.mode();
        if (cautions.model.measures().stream().anyMatch(m -> m.crisis() != null)) {
            cautions.add(
                    "crisis-approximate",
                    "measures",
                    "How often a count passes its crisis is read from its mean and spread; rare crises are told too rare.");
        }
        if (cautions.model.measures().stream().anyMatch(m -> !m.where().isEmpty())) {
            cautions.add(
                    "tags-approximate", "measures", "People with a tag are taken to wait like everyone around them.");
        }
        if (cautions.model.services().stream().anyMatch(s -> s.cost().step() != null)) {
            cautions.add(
                    "steps-approximate",
                    "partners",
                    "How many steps of cost are open follows from mean use here, not from good and bad months; cash can differ"
                            + " from the simulation's by several steps.");
        }
        for (int s = 0; s < cautions.schedule.services(); s++) {
            cautions.load(s);
            cautions.approximations(s);
        }
        return cautions.notes;
    }

    private void mode() {
        switch (forecast.mode) {
            case STEADY ->
                add(
                        "steady-state",
                        "time",
                        "Every day is like the next, so these are the averages of the long run that the warm-up leads to.");
            case FROM_STEADY ->
                add(
                        "path",
                        "time",
                        "The days are followed one by one from the long run in which the warm-up ends; averages are over"
                                + " the measured days.");
            case PATH -> {
                boolean census = !model.opening().isEmpty();
                add(
                        "path",
                        "time",
                        "The days are followed one by one from %s; averages are over the measured days."
                                .formatted(census ? "the opening census" : "empty services"));
            }
        }
    }

    private void load(int s) {
        String path = "services." + model.services().get(s).id();
        int begin = schedule.time.warmUp();
        int over = 0;
        for (int day = begin; day < schedule.time.end(); day++) {
            over += forecast.offered.load[s][day + 1] > schedule.places[s][day] ? 1 : 0;
        }
        if (schedule.rounded[s]) {
            add("places-rounded", path, "The places of this service were not whole numbers and were rounded down.");
        }
        if (!forecast.stable[s]) {
            add(
                    "unstable",
                    path,
                    "More people need this service than it has places for. The queue grows for as long as that lasts and has"
                            + " no average; follow it through time instead.");
            return;
        }
        if (over > 0) {
            add(
                    "overloaded",
                    path,
                    "On %d of %d days more people need this service than it has places for."
                            .formatted(over, schedule.time.days()));
        }
        if (forecast.mode != Forecast.Mode.PATH && !schedule.unlimited(s, 0)) {
            shortHorizon(s, path);
            compared(s, path);
        }
    }

    /**
     * Where the formulas were more than a tenth off beside the simulation, and where they were never held against it. The
     * bounds are read from the table in docs/method/tiers.md.
     */
    private void compared(int s, String path) {
        int last = schedule.time.end() - 1;
        double places = schedule.places[s][last];
        double load = forecast.meanLoad[s] / places;
        double uneven = schedule.on(last).variability[s];
        double varied = schedule.on(last).stay[s].cs2;
        if (load < QUIET || model.services().get(s).capacity().countsVisits()) {
            return;
        }
        if (places < 5 || load > 0.985 || uneven > 2.2 || varied > 2.2) {
            add(
                    "instant-not-compared",
                    path,
                    "So few places, so full, or people or stays so uneven were not held against the simulation; check by"
                            + " simulation before you trust the wait.");
        } else if ((uneven > 1.4 && places < 30 && load < 0.85) || (varied > 1.5 && load < 0.88)) {
            add(
                    "instant-rough",
                    path,
                    "With people or stays as uneven as here and places left free, the formulas give waits up to a fifth too"
                            + " long.");
        }
    }

    private void shortHorizon(int s, String path) {
        double memory = forecast.memory(s);
        if (2 * memory > schedule.time.warmUp()) {
            add(
                    "short-horizon",
                    path,
                    "This service needs about %d days to forget how it began; after a warm-up of %d days the averages given here"
                                    .formatted(Math.round(2 * memory), schedule.time.warmUp())
                            + " still remember it.");
        }
    }

    /**
     * The services for which a warm-up is too short, where its days are there to forget how it began: not where people were
     * counted at the opening and the days are followed from there.
     */
    static List<Note> shortHorizons(Forecast forecast) {
        Cautions cautions = new Cautions(forecast);
        boolean followed =
                forecast.mode == Forecast.Mode.PATH && !cautions.model.opening().isEmpty();
        if (cautions.schedule.time.warmUp() > 0 && !followed) {
            for (int s = 0; s < cautions.schedule.services(); s++) {
                if (forecast.stable[s] && !cautions.schedule.unlimited(s, 0)) {
                    cautions.shortHorizon(
                            s, "services." + cautions.model.services().get(s).id());
                }
            }
        }
        return cautions.notes;
    }

    private void approximations(int s) {
        Service service = model.services().get(s);
        String path = "services." + service.id();
        if (service.capacity().countsVisits()) {
            add(
                    "visits-as-places",
                    path,
                    "Visits a day are counted here as the places they would serve on average; whether each person's own"
                            + " visits fit is left to the simulation.");
        }
        int room = schedule.wires.waitsIn[s];
        if (room >= 0 && !schedule.unlimited(room, 0)) {
            add(
                    "waiting-room-approximate",
                    path,
                    "How many of those who wait find room in %s is worked out from the average queue and its spread."
                            .formatted(model.services().get(room).id()));
        }
        if (service.queue().order() instanceof Queue.Order.ByTag) {
            add("priority-as-fifo", path, "Who is urgent changes who waits, not how many; here all wait alike.");
        }
        Duration leave = service.queue().leaveAfter();
        if (leave != null && leave.family() != Duration.Family.EXPONENTIAL) {
            add(
                    "leaving-approximate",
                    path,
                    "People are taken to leave the queue at a steady rate, whatever they have waited.");
        }
        if (service.whileWaiting().moves() != null) {
            add("moves-approximate", path, "Who waits long enough to change pathway is read from average waits.");
        }
        if (service.whileWaiting().stayGrows() != null) {
            add("stay-grows-approximate", path, "All stays grow by the average wait, not each by its own.");
        }
    }

    private void add(String code, String subject, String message) {
        notes.add(new Note(code, subject, message));
    }
}
