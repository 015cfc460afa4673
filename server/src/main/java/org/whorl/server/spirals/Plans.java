package org.whorl.server.spirals;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.news.Telling;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to plans. */
@Door
public class Plans {

    private final PlanStore store;
    private final VersionStore versions;
    private final Telling telling;

    Plans(PlanStore store, VersionStore versions, Telling telling) {
        this.store = store;
        this.versions = versions;
        this.telling = telling;
    }

    /** The plan of a spiral. */
    @Needs(Action.LOOK)
    public Plan plan(UUID spiral) {
        return store.find(spiral);
    }

    /** Says which months the plan is meant to fill. */
    @Needs(Action.PLAN)
    public void setSpan(UUID spiral, Optional<YearMonth> from, Optional<YearMonth> until) {
        store.setSpan(spiral, from, until);
        Note.about("spiral", spiral, "plan from " + from.orElse(null) + " until " + until.orElse(null));
    }

    /**
     * Begins with the four phases, one after another, if nothing is planned yet.
     *
     * @param names what each is called
     * @param months how long each is
     */
    @Needs(Action.PLAN)
    public void beginWithPhases(UUID spiral, List<String> names, YearMonth first, int months) {
        Note.about("spiral", spiral, "plan begins with the phases");
        if (!store.find(spiral).steps().isEmpty()) {
            return;
        }
        YearMonth begin = first;
        for (String name : names) {
            YearMonth end = begin.plusMonths(months - 1L);
            store.add(
                    Viewer.current().partnership().orElseThrow(),
                    spiral,
                    PlanStep.of(UUID.randomUUID(), name, Optional.of(begin), Optional.of(end), 1));
            begin = end.plusMonths(1);
        }
    }

    /** Adds a step. */
    @Needs(Action.PLAN)
    public void add(UUID spiral, PlanStep step) {
        store.add(Viewer.current().partnership().orElseThrow(), spiral, step);
        Note.about("plan-step", step.id(), "");
    }

    /** Changes a step from the version it carries. */
    @Needs(Action.PLAN)
    public Saved change(PlanStep wanted) {
        Saved saved = versions.change(PlanStep.VERSIONED, wanted.id(), wanted.version(), PlanStore.columns(wanted));
        Note.saved("plan-step", wanted.id(), "changed", saved);
        telling.changed(PlanStep.VERSIONED, wanted.id(), saved, "/plan");
        return saved;
    }

    /** Takes a step away. */
    @Needs(Action.PLAN)
    public Saved remove(UUID step, int version) {
        Saved saved = versions.remove(PlanStep.VERSIONED, step, version);
        Note.saved("plan-step", step, "removed", saved);
        telling.changed(PlanStep.VERSIONED, step, saved, "/plan");
        return saved;
    }

    /** Undoes the change that led to that version; a step that was taken away comes back. */
    @Needs(Action.PLAN)
    public Saved undo(UUID step, int version) {
        Saved saved = versions.undo(PlanStep.VERSIONED, step, version);
        Note.saved("plan-step", step, "undone", saved);
        telling.changed(PlanStep.VERSIONED, step, saved, "/plan");
        return saved;
    }
}
