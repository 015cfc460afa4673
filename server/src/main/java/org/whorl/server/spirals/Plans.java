package org.whorl.server.spirals;

import java.time.YearMonth;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to plans. */
@Door
public class Plans {

    private final PlanStore store;

    Plans(PlanStore store) {
        this.store = store;
    }

    /** The plan of a spiral. */
    @Needs(Action.LOOK)
    public Plan plan(UUID spiral) {
        return new Plan(store.list(spiral));
    }

    /** Adds a step from one month to another. */
    @Needs(Action.PLAN)
    public void add(UUID spiral, String name, YearMonth first, YearMonth last) {
        add(spiral, new PlanStep(UUID.randomUUID(), name, first, last, false, 1));
    }

    /** Adds a step that goes on throughout. */
    @Needs(Action.PLAN)
    public void addThroughout(UUID spiral, String name) {
        YearMonth whenever = YearMonth.of(1970, 1);
        add(spiral, new PlanStep(UUID.randomUUID(), name, whenever, whenever, true, 1));
    }

    /** Takes a step away. */
    @Needs(Action.PLAN)
    public void remove(UUID step) {
        store.remove(step);
        Note.about("plan-step", step, "removed");
    }

    private void add(UUID spiral, PlanStep step) {
        store.add(Viewer.current().partnership().orElseThrow(), spiral, step);
        Note.about("plan-step", step.id(), "");
    }
}
