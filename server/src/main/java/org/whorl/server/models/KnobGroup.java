package org.whorl.server.models;

import java.util.List;

/**
 * Sliders under one heading.
 *
 * @param title the heading; empty for the ones that lead
 * @param knobs the sliders
 * @param open are they shown at once?
 */
public record KnobGroup(String title, List<Knob> knobs, boolean open) {

    /** Keeps a copy. */
    public KnobGroup {
        knobs = List.copyOf(knobs);
    }
}
