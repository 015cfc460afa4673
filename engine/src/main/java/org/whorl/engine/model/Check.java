package org.whorl.engine.model;

import java.util.List;

/** Says whether a model holds together, and if not, where and why. */
public final class Check {

    private Check() {}

    /** All problems, in the order of the model; none when the model can be run. */
    public static List<Problem> of(Model model) {
        return List.of();
    }
}
