package org.whorl.server.spirals;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

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

    static final Versioned VERSIONED =
            new Versioned("plan-step", "plan_step", List.of("name", "first_month", "last_month", "throughout"));

    /** Refuses a step that ends before it begins. */
    public PlanStep {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("'%s' ends before it begins".formatted(name));
        }
    }

    /** A new step; throughout when neither month is given. */
    static PlanStep of(UUID id, String name, Optional<YearMonth> first, Optional<YearMonth> last, int version) {
        YearMonth whenever = YearMonth.of(1970, 1);
        return new PlanStep(id, name, first.orElse(whenever), last.orElse(whenever), first.isEmpty(), version);
    }
}
