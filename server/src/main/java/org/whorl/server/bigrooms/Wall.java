package org.whorl.server.bigrooms;

import java.util.List;
import java.util.Optional;
import org.whorl.files.report.Excerpt;
import org.whorl.server.experiments.Experiment;
import org.whorl.server.findings.Finding;
import org.whorl.server.measures.Measure;
import org.whorl.server.models.Kept;

/**
 * The measures on the wall.
 *
 * @param model whose they are; none where the room has chosen none
 * @param counts each measure with its interval, as the model stands
 * @param chart markup: the one the model is about, through the year, with its table; blank where there is none
 * @param measured what is measured for the room's question, measure by measure
 * @param running the experiments that run for it
 * @param findings what is to be known by which measure, and when
 */
public record Wall(
        Optional<Kept> model,
        List<Excerpt.Count> counts,
        String chart,
        List<Measured> measured,
        List<Experiment> running,
        List<Finding> findings) {

    /**
     * A measure in words and as a chart.
     *
     * @param measure which one
     * @param places what its charts say, place by place
     * @param picture markup: its chart, in the first place; blank where there are no figures, or too many charts on the wall
     */
    public record Measured(Measure measure, List<Place> places, String picture) {

        /** Keeps a copy. */
        public Measured {
            places = List.copyOf(places);
        }
    }

    /**
     * What a chart says, in the reader's language.
     *
     * @param site where; blank where there is but one place
     * @param newest its newest figure that may be shown, with its day; blank where there is none
     * @param says what that comes to
     */
    public record Place(String site, String newest, String says) {}

    /** Keeps copies. */
    public Wall {
        counts = List.copyOf(counts);
        measured = List.copyOf(measured);
        running = List.copyOf(running);
        findings = List.copyOf(findings);
    }

    /** Is there nothing on it? */
    public boolean isEmpty() {
        return counts.isEmpty() && chart.isBlank() && findings.isEmpty() && measured.isEmpty() && running.isEmpty();
    }
}
