package org.whorl.server.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whorl.engine.spc.ControlChart;
import org.whorl.server.stories.Released;

/**
 * The chart of a measure in one place, with what belongs beside it.
 *
 * @param measure of which measure
 * @param site where; blank where there is but one place
 * @param chart its points, limits and signals, of the figures as they may be shown
 * @param withheld days whose figure is withheld because it counts few people
 * @param rebases from when it is counted anew, the first first
 * @param starts what began meanwhile
 * @param told the stories at its points, as far as the viewer may hear them
 * @param suggestion a shift that meets a beginning, if there is one that nobody has answered
 */
public record Charted(
        Measure measure,
        String site,
        ControlChart chart,
        Set<LocalDate> withheld,
        List<Rebase> rebases,
        List<Logged.Start> starts,
        List<Told> told,
        Optional<Suggestion> suggestion) {

    /** Keeps copies. */
    public Charted {
        withheld = Set.copyOf(withheld);
        rebases = List.copyOf(rebases);
        starts = List.copyOf(starts);
        told = List.copyOf(told);
    }

    /**
     * A story at a point.
     *
     * @param day the day of the point
     * @param story what may be heard of it
     */
    public record Told(LocalDate day, Released story) {}

    /**
     * That people might count anew.
     *
     * @param from the first point of the shift
     * @param points how many it has
     * @param start the beginning it meets
     */
    public record Suggestion(LocalDate from, int points, Logged.Start start) {}
}
