package org.whorl.engine.answer;

import java.util.List;
import org.whorl.engine.model.Name;

/**
 * What one scenario came to.
 *
 * @param scenario its id
 * @param name its name
 * @param figures averages over the measured time
 * @param series counts through time
 * @param notes warnings that belong to this scenario
 */
public record Outcome(String scenario, Name name, Figures figures, List<Series> series, List<Note> notes) {

    public Outcome {
        series = List.copyOf(series);
        notes = List.copyOf(notes);
    }
}
