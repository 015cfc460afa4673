package org.whorl.engine.simulation;

import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.model.Model;

/** The exact tier. */
public final class Simulation {

    private Simulation() {}

    /**
     * Plays a model and the scenarios asked for.
     *
     * @throws IllegalArgumentException if a scenario is unknown or the model does not hold together
     * @throws java.util.concurrent.CancellationException if {@code progress} asked to stop
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static Answer run(Model model, Plan plan, Progress progress) {
        throw new UnsupportedOperationException("not written yet");
    }
}
