package org.whorl.server.shifts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to proposals to move resource. */
@Door
public class Shifts {

    private final ShiftStore store;
    private final VersionStore versions;
    private final Clock clock;

    Shifts(ShiftStore store, VersionStore versions, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.clock = clock;
    }

    /** All that were not set aside, the oldest first. */
    @Needs(Action.LOOK)
    public List<Shift> listAll() {
        return store.listAll();
    }

    /** One, if this partnership has it. */
    @Needs(Action.LOOK)
    public Optional<Shift> find(UUID id) {
        return store.find(id);
    }

    /** Keeps a new one. */
    @Needs(Action.KEEP_OPTION)
    public void keep(Shift shift) {
        Note.about("shift", shift.id(), "");
        store.add(
                Viewer.current().partnership().orElseThrow(),
                shift,
                Viewer.current().member());
    }

    /** Changes one; nothing is overwritten when somebody else has changed it first. */
    @Needs(Action.KEEP_OPTION)
    public Saved change(Shift shift) {
        return saved(
                shift.id(),
                "changed",
                versions.change(Shift.VERSIONED, shift.id(), shift.version(), ShiftStore.values(shift)));
    }

    /** What panels think of proposals that were not set aside, by the proposal. */
    @Needs(Action.LOOK)
    public Map<UUID, Judgement> listJudgements() {
        return store.listJudgements();
    }

    /** Keeps what a panel thinks of one. */
    @Needs(Action.KEEP_OPTION)
    public Saved judge(UUID id, int version, Judgement judgement) {
        return saved(id, "judged", versions.change(Shift.VERSIONED, id, version, ShiftStore.values(judgement)));
    }

    /** Sets one aside: it is no longer listed, and can be brought back by undoing that. */
    @Needs(Action.KEEP_OPTION)
    public Saved setAside(UUID id, int version) {
        Saved saved =
                versions.change(Shift.VERSIONED, id, version, Map.of("set_aside_at", Timestamp.from(clock.instant())));
        return saved(id, "set aside", saved);
    }

    /** Undoes a change, or brings back what was set aside, if nobody has changed it since. */
    @Needs(Action.KEEP_OPTION)
    public Saved undo(UUID id, int version) {
        return saved(id, "undone", versions.undo(Shift.VERSIONED, id, version));
    }

    private static Saved saved(UUID id, String why, Saved saved) {
        Note.saved("shift", id, why, saved);
        return saved;
    }
}
