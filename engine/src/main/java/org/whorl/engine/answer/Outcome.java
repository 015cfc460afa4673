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
 * @param quantiles what counts and waits can come to, not only on average; of the instant tier only where numbers were
 *     drawn, and for measures alone
 * @param notes warnings that belong to this scenario
 */
public record Outcome(
        String scenario, Name name, Figures figures, List<Series> series, List<Quantiles> quantiles, List<Note> notes) {

    public Outcome {
        series = List.copyOf(series);
        quantiles = List.copyOf(quantiles);
        notes = List.copyOf(notes);
    }
}
