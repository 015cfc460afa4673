package org.whorl.server.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.spc.ControlChart;
import org.whorl.server.measures.Charted.Suggestion;

/** Whether a shift meets a beginning, so that people may want to count anew. It is asked, and never done by itself. */
final class Shift {

    /** So many points running on one side of the middle. */
    static final int ENOUGH = 8;

    /** So long after a beginning a shift may begin and still have to do with it. */
    static final int WEEKS = 6;

    private Shift() {}

    /**
     * The newest that nobody has answered.
     *
     * @param starts what began
     * @param rebases from when people count anew already
     */
    static Optional<Suggestion> find(ControlChart chart, List<Logged.Start> starts, List<Rebase> rebases) {
        Optional<Suggestion> found = Optional.empty();
        List<ControlChart.Point> points =
                chart.points().stream().filter(ControlChart.Point::isKnown).toList();
        int from = 0;
        for (int i = 0; i <= points.size(); i++) {
            if (i < points.size() && i > from && goesOn(points.get(i - 1), points.get(i))) {
                continue;
            }
            int length = i - from;
            if (length >= ENOUGH && points.get(from).side() != 0) {
                LocalDate first = points.get(from).date();
                Optional<Suggestion> here = starts.stream()
                        .filter(start -> !first.isBefore(start.day())
                                && !first.isAfter(start.day().plusWeeks(WEEKS)))
                        .filter(start ->
                                rebases.stream().noneMatch(each -> !each.day().isBefore(start.day())))
                        .findFirst()
                        .map(start -> new Suggestion(first, length, start));
                found = here.isPresent() ? here : found;
            }
            from = i;
        }
        return found;
    }

    private static boolean goesOn(ControlChart.Point before, ControlChart.Point point) {
        return point.side() == before.side() && point.stretch() == before.stretch();
    }
}
