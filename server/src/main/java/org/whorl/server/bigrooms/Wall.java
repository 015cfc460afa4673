package org.whorl.server.bigrooms;

import java.util.List;
import java.util.Optional;
import org.whorl.files.report.Excerpt;
import org.whorl.server.findings.Finding;
import org.whorl.server.models.Kept;

/**
 * The measures on the wall.
 *
 * @param model whose they are; none where the room has chosen none
 * @param counts each measure with its interval, as the model stands
 * @param chart markup: the one the model is about, through the year, with its table; blank where there is none
 * @param findings what is to be known by which measure, and when
 */
public record Wall(Optional<Kept> model, List<Excerpt.Count> counts, String chart, List<Finding> findings) {

    /** Keeps copies. */
    public Wall {
        counts = List.copyOf(counts);
        findings = List.copyOf(findings);
    }

    /** Is there nothing on it? */
    public boolean isEmpty() {
        return counts.isEmpty() && chart.isBlank() && findings.isEmpty();
    }
}
