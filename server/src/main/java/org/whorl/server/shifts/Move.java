package org.whorl.server.shifts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Scenario.Operation;

/**
 * Places that a service gets or gives.
 *
 * @param service whose
 * @param places how many more; fewer when below 0
 * @param from the first day; the model's first measured day where it is before that
 * @param months over how many months they come, in steps as even as whole places allow; 0 or 1 for all at once. A service that gives
 *     later than another gets is run twice for a while, and both are paid for
 */
public record Move(String service, int places, LocalDate from, int months) {

    /** What it changes in a model. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        int steps = Math.max(1, months);
        int before = 0;
        for (int step = 1; step <= steps; step++) {
            int now = (int) Math.round((double) places * step / steps);
            if (now != before) {
                changes.add(new Change(
                        "services." + service + ".capacity",
                        Operation.ADD,
                        Parameter.of(now - before),
                        List.of(),
                        from.plusMonths(step - 1L),
                        null));
            }
            before = now;
        }
        return changes;
    }
}
