package org.whorl.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.whorl.engine.spc.ControlChart;

/**
 * A stretch of a chart that ends before the limits could be held on to.
 *
 * @param from its first day
 * @param points how many it has
 */
record ShortStretch(LocalDate from, int points) {

    /** Those of a chart that has fewer points in them than the limits should come from; none where all may come from all. */
    static List<ShortStretch> of(ControlChart chart) {
        int wanted = chart.settings().fixAfter().orElse(0);
        List<ShortStretch> all = new ArrayList<>();
        int stretch = -1;
        for (ControlChart.Point point : chart.points()) {
            if (all.isEmpty() || point.stretch() != stretch) {
                all.add(new ShortStretch(point.date(), 0));
            }
            stretch = point.stretch();
            ShortStretch last = all.removeLast();
            all.add(new ShortStretch(last.from(), last.points() + 1));
        }
        return all.stream().filter(each -> each.points() < wanted).toList();
    }
}
