package org.whorl.server.experiments;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to experiments: writing one, beginning it, and saying what comes of it. */
@Door
public class Experiments {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String KIND = Experiment.VERSIONED.kind();

    private final ExperimentStore store;
    private final AlongsideStore alongside;
    private final VersionStore versions;
    private final Telling telling;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Experiments(
            ExperimentStore store,
            AlongsideStore alongside,
            VersionStore versions,
            Telling telling,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.alongside = alongside;
        this.versions = versions;
        this.telling = telling;
        this.events = events;
        this.clock = clock;
    }

    /** All of them, the newest first. */
    @Needs(Action.LOOK)
    public List<Experiment> list() {
        return store.list().stream().map(Experiments::asSeen).toList();
    }

    /** One of them. */
    @Needs(Action.LOOK)
    public Optional<Experiment> find(UUID id) {
        return store.find(id).map(Experiments::asSeen);
    }

    /** What it could notice; of the measure's figures no more is told than how far they stray. */
    @Needs(Action.LOOK)
    public Chance chance(Experiment experiment) {
        return Chance.of(
                experiment,
                experiment
                        .measure()
                        .flatMap(id -> store.findKnown(id, experiment))
                        .orElse(Chance.Known.NOTHING));
    }

    /**
     * Writes one down; it has not begun yet.
     *
     * @param noted what it came of, where somebody noted it elsewhere; whoever keeps that is told
     */
    @Needs(Action.KEEP_EXPERIMENT)
    public void begin(Experiment experiment, Optional<UUID> noted) {
        Note.about(KIND, experiment.id(), "written down");
        store.add(here(), experiment, Viewer.current().member());
        telling.tell(experiment.id(Field.OWNER), What.GIVEN, path(experiment.id()));
        noted.ifPresent(each -> events.publishEvent(new Begun(experiment.id(), each)));
    }

    /**
     * Changes one part of it, as far as it can still be changed. Nothing is overwritten when somebody else was first.
     *
     * @param said the fields of that part
     */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved change(UUID id, int version, Part part, Map<Field, String> said) {
        Optional<Experiment> before = store.hold(id)
                .filter(each ->
                        part != Part.END && each.isOpen(part) && part.fields().containsAll(said.keySet()));
        if (before.isEmpty()) {
            return noted(id, "changed", new Saved.Gone());
        }
        Map<String, Object> values = changed(said);
        if (part == Part.PREDICTION) {
            values.put("predicted_by", Viewer.current().member());
            if (!before.get().foretells(said)) {
                values.put("predicted_on", Date.valueOf(today()));
            }
        }
        Saved saved = noted(id, "changed", versions.change(Experiment.VERSIONED, id, version, values));
        telling.changed(Experiment.VERSIONED, id, saved, path(id));
        if (saved instanceof Saved.Yes && said.containsKey(Field.OWNER)) {
            Optional<UUID> owner = store.find(id).flatMap(each -> each.id(Field.OWNER));
            telling.tell(
                    owner.filter(each -> !before.get().id(Field.OWNER).equals(Optional.of(each))),
                    What.GIVEN,
                    path(id));
        }
        return saved;
    }

    /**
     * Begins it: from now on what was expected, how it is seen and what stops it stand.
     *
     * @throws IllegalStateException if something is missing without which it does not begin
     */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved start(UUID id, int version) {
        Optional<Experiment> draft = store.hold(id).filter(each -> each.state() == Experiment.State.DRAFT);
        draft.filter(each -> !each.missing(Field.Need.START).isEmpty()).ifPresent(each -> {
            throw new IllegalStateException("it does not begin without " + each.missing(Field.Need.START));
        });
        boolean begun = draft.isPresent() && store.start(id, version, today(), clock.instant());
        Note.about(KIND, id, begun ? "begun" : "not begun: somebody changed it");
        if (!begun) {
            return new Saved.Gone();
        }
        Experiment experiment = draft.get();
        telling.tell(experiment.id(Field.OWNER), What.EXPERIMENT_BEGUN, path(id));
        telling.tell(experiment.id(Field.STOPPER), What.EXPERIMENT_BEGUN, path(id));
        return new Saved.Yes(version + 1);
    }

    /**
     * Says what came of it, and what follows from that; then it is over.
     *
     * @param said what came
     * @throws IllegalStateException if it ends before its day and nobody says why, or goes on and nobody says until when
     */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved end(UUID id, int version, Map<Field, String> said) {
        Optional<Experiment> running = store.hold(id).filter(each -> each.isOpen(Part.END));
        if (running.isEmpty() || !Part.END.fields().containsAll(said.keySet())) {
            return noted(id, "ended", new Saved.Gone());
        }
        if (running.get().isBeforeItsDay(today())
                && said.getOrDefault(Field.EARLY_WHY, "").isBlank()) {
            throw new IllegalStateException("it does not end before its day without a reason");
        }
        if (Experiment.goesOn(said.getOrDefault(Field.OUTCOME, ""))
                && said.getOrDefault(Field.NEXT_BY, "").isBlank()) {
            throw new IllegalStateException("what comes next has a day");
        }
        Map<String, Object> values = changed(said);
        String outcome = said.getOrDefault(Field.OUTCOME, "");
        values.put("state", Experiment.State.ENDED.key());
        values.put("ended_on", Date.valueOf(today()));
        boolean stays = List.of("adopt", "adapt", "amplify").contains(outcome);
        values.put("practice", outcome.equals("adopt") || outcome.equals("amplify") ? "agreed" : "tried");
        // Whether it is still done is asked half a year later, by itself.
        values.put("check_on", stays ? Optional.of(Date.valueOf(today().plusMonths(6))) : Optional.empty());
        Saved saved = noted(id, "ended: " + outcome, versions.change(Experiment.VERSIONED, id, version, values));
        telling.changed(Experiment.VERSIONED, id, saved, path(id));
        return saved;
    }

    /** Tells owner and helpers of every day of an experiment that has come; once for each day. */
    @Needs(Action.REMIND_EXPERIMENTS)
    public int remind(LocalDate today) {
        int told = 0;
        for (Due due : Due.values()) {
            for (Experiment experiment : store.listDue(due, today)) {
                if (store.tellOf(experiment.id(), due)) {
                    told++;
                    Note.each(KIND, experiment.id(), "reminded: " + due);
                    telling.tell(experiment.id(Field.OWNER), due.what(), path(experiment.id()));
                    alongside
                            .listHelpers(experiment.id())
                            .forEach(member -> telling.tell(Optional.of(member), due.what(), path(experiment.id())));
                }
            }
        }
        if (told == 0) {
            Note.about(KIND, "-", "no day has come");
        }
        return told;
    }

    /**
     * Says whether what worked is still done.
     *
     * @param still is it?
     * @param words how it is
     */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved sayStill(UUID id, int version, boolean still, String words, String language) {
        boolean asked = store.hold(id)
                .filter(each -> each.state() == Experiment.State.ENDED)
                .isPresent();
        Map<String, Object> values = new HashMap<>();
        values.put("changed_at", Timestamp.from(clock.instant()));
        values.put("check_on", Optional.empty());
        if (still) {
            values.put("practice", "still");
        }
        Saved saved = asked ? versions.change(Experiment.VERSIONED, id, version, values) : new Saved.Gone();
        if (saved instanceof Saved.Yes) {
            alongside.add(
                    here(),
                    id,
                    new Entry(Entry.Kind.STILL_USED, words, language, today(), ""),
                    Viewer.current().member(),
                    clock.instant());
        }
        return noted(id, still ? "still done" : "no longer done", saved);
    }

    /** Puts one aside that has not begun; it can be brought back by undoing that. */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved setAside(UUID id, int version) {
        boolean draft = store.hold(id)
                .filter(each -> each.state() == Experiment.State.DRAFT)
                .isPresent();
        return noted(
                id,
                "put aside",
                draft
                        ? versions.change(
                                Experiment.VERSIONED, id, version, Map.of("state", Experiment.State.ASIDE.key()))
                        : new Saved.Gone());
    }

    /** Undoes a change, if nobody has changed it since; that it has begun is not undone. */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved undo(UUID id, int version) {
        return noted(id, "undone", versions.undo(Experiment.VERSIONED, id, version));
    }

    private Map<String, Object> changed(Map<Field, String> said) {
        Map<String, Object> values = new HashMap<>(ExperimentStore.written(said));
        values.put("changed_at", Timestamp.from(clock.instant()));
        return values;
    }

    private static Saved noted(UUID id, String why, Saved saved) {
        Note.saved(KIND, id, why, saved);
        return saved;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    private static Experiment asSeen(Experiment experiment) {
        return Viewer.current().may(Action.SEE_PEOPLE) ? experiment : experiment.withoutNames();
    }

    private static String path(UUID id) {
        return "/experiments/" + id;
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
