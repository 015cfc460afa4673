package org.whorl.server.shifts;

import java.util.List;
import org.whorl.files.report.Excerpt;

/**
 * What a shift does to people in each fifth of deprivation, the most deprived first.
 *
 * @param counted the measure that is counted for each
 * @param groups each fifth as it stands and with the shift, and by how much that may be off
 * @param gains people fewer in the count in each, by the middle estimates; below 0 more
 * @param chart markup: the change in each, with its interval
 * @param unclear in how many it cannot be told whether the count rises or falls
 */
public record Fair(String counted, List<Excerpt.Count> groups, List<Double> gains, String chart, int unclear) {

    /** Keeps copies. */
    public Fair {
        groups = List.copyOf(groups);
        gains = List.copyOf(gains);
    }
}
