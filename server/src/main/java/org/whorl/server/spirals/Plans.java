package org.whorl.server.spirals;

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
        return new Plan(store.list(spiral));
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
