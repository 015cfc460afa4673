package org.whorl.server.spirals;

import java.time.YearMonth;
import java.util.UUID;

/**
 * A step of a plan.
 *
 * @param id which one
 * @param name what will be done
 * @param first its first month; means nothing for a step that goes on throughout
 * @param last its last month
 * @param throughout goes on all the time, and so fills no gap
 * @param version counts its changes, from 1
 */
public record PlanStep(UUID id, String name, YearMonth first, YearMonth last, boolean throughout, int version) {

    /** Refuses a step that ends before it begins. */
    public PlanStep {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("'%s' ends before it begins".formatted(name));
        }
    }
}
