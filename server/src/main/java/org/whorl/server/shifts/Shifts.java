package org.whorl.server.shifts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to proposals to move resource. */
@Door
public class Shifts {

    private final ShiftStore store;

    Shifts(ShiftStore store) {
        this.store = store;
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

    /** Changes one; false when somebody else has changed it first, and then nothing is overwritten. */
    @Needs(Action.KEEP_OPTION)
    public boolean change(Shift shift) {
        boolean changed = store.change(shift, Viewer.current().member());
        Note.about("shift", shift.id(), changed ? "changed" : "not saved: changed by somebody else first");
        return changed;
    }

    /** Sets one aside. */
    @Needs(Action.KEEP_OPTION)
    public boolean setAside(UUID id) {
        Note.about("shift", id, "set aside");
        return store.setAside(id);
    }
}
