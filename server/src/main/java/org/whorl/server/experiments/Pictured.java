package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.whorl.server.measures.Measure;
import org.whorl.server.stories.Released;

/**
 * An experiment's own measure in one place, as its page shows it: the chart, what was expected, what has come, and what was told.
 *
 * @param measure what is measured
 * @param sites where there are figures; one blank name where there is but one place
 * @param site the place shown
 * @param chart the chart as a piece of page; blank while there are no figures
 * @param sentences what was expected, and what has come so far, a sentence each
 * @param remarks what must be known beside the chart, a sentence each
 * @param told the stories, the newest first
 */
public record Pictured(
        Measure measure,
        List<String> sites,
        String site,
        String chart,
        List<String> sentences,
        List<String> remarks,
        List<Told> told) {

    /** Keeps copies. */
    public Pictured {
        sites = List.copyOf(sites);
        sentences = List.copyOf(sentences);
        remarks = List.copyOf(remarks);
        told = List.copyOf(told);
    }

    /**
     * A story beside the chart.
     *
     * @param story what may be heard of it
     * @param point the day of the point it was told about; none where it is about the experiment
     * @param pinned did somebody put it beside the experiment?
     */
    public record Told(Released story, Optional<LocalDate> point, boolean pinned) {}
}
