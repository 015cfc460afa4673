package org.whorl.engine.load;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Timeline;

/** One model with its numbers fixed, ready to be forecast in any of its scenarios. */
final class World {

    private final Model model;
    private final Wires wires;
    private final Map<Distribution, StayKernel> kernels = Schedule.kernels();
    private final Schedule base;
    private final WarmUp warmUp;

    /**
     * Fixes what all scenarios share.
     *
     * @param longRun whether a warm-up whose days are all alike may be taken to have reached its long run
     */
    World(Model model, boolean longRun) {
        this.model = model;
        wires = new Wires(model);
        base = new Schedule(Timeline.of(model), wires, kernels);
        int days = model.time().warmUp();
        SteadyState.@Nullable Found steady =
                longRun && days > 0 && Forecast.isConstant(base, days) ? SteadyState.find(base) : null;
        warmUp = WarmUp.of(base, steady);
    }

    /** The model as it stands. */
    Forecast base() {
        return new Forecast(base, warmUp);
    }

    /** A change of it, known to the model or not. Several threads may ask. */
    Forecast forecast(Scenario scenario) {
        // A copy, because a slider makes new lengths of stay without end, and nobody comes back for most of them.
        Map<Distribution, StayKernel> own = new HashMap<>(kernels);
        return new Forecast(new Schedule(Timeline.of(model, scenario), wires, own), warmUp);
    }
}
