package org.whorl.engine.allocation;

import java.util.List;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;

/** Changes of places, as anybody could write them into a model. */
public final class Places {

    private Places() {}

    /** So many places, or visits a day, more from the end of the warm-up; fewer below 0. */
    public static Scenario.Change change(String service, double places) {
        return new Scenario.Change(
                "services." + service + ".capacity",
                Scenario.Operation.ADD,
                Parameter.of(places),
                List.of(),
                null,
                null);
    }
}
