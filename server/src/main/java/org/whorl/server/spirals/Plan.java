package org.whorl.server.spirals;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps ahead, and where there are none.
 *
 * @param steps in any order
 * @param from the month it is meant to begin with; none while nobody has said
 * @param until the month it is meant to end with
 */
public record Plan(List<PlanStep> steps, Optional<YearMonth> from, Optional<YearMonth> until) {

    /** Keeps the steps in the order of their months, those that go on throughout last. */
    public Plan {
        steps = steps.stream()
                .sorted(Comparator.comparing(PlanStep::throughout)
                        .thenComparing(PlanStep::first)
                        .thenComparing(PlanStep::last)
                        .thenComparing(PlanStep::name))
                .toList();
    }

    /** A plan from its first step to its last. */
    public Plan(List<PlanStep> steps) {
        this(steps, Optional.empty(), Optional.empty());
    }

    /**
     * Months in a row in which nothing is planned.
     *
     * @param first the first of them
     * @param last the last of them
     * @param from which month of the plan the first is, counted from 1
     * @param to which the last is
     */
    public record Gap(YearMonth first, YearMonth last, long from, long to) {}

    /** The first month of the plan, whether meant or planned; none when nothing has a month. */
    public Optional<YearMonth> first() {
        return Stream.concat(from.stream(), dated().stream().map(PlanStep::first))
                .min(Comparator.naturalOrder());
    }

    /** The last month of the plan. */
    public Optional<YearMonth> last() {
        return Stream.concat(until.stream(), dated().stream().map(PlanStep::last))
                .max(Comparator.naturalOrder());
    }

    /** The steps under way in a month. */
    public List<PlanStep> in(YearMonth month) {
        return steps.stream()
                .filter(step -> step.throughout()
                        || (!step.first().isAfter(month) && !step.last().isBefore(month)))
                .toList();
    }

    /** The empty stretches from the first month to the last: at the beginning, in between and at the end. A step that goes on throughout fills none. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        Optional<YearMonth> begin = first();
        if (begin.isEmpty()) {
            return gaps;
        }
        YearMonth reached = begin.get();
        for (PlanStep step : dated()) {
            if (step.first().isAfter(reached)) {
                YearMonth last = step.first().minusMonths(1);
                gaps.add(new Gap(reached, last, number(begin.get(), reached), number(begin.get(), last)));
            }
            YearMonth after = step.last().plusMonths(1);
            if (after.isAfter(reached)) {
                reached = after;
            }
        }
        YearMonth end = last().orElse(reached);
        if (!reached.isAfter(end)) {
            gaps.add(new Gap(reached, end, number(begin.get(), reached), number(begin.get(), end)));
        }
        return gaps;
    }

    private List<PlanStep> dated() {
        return steps.stream().filter(step -> !step.throughout()).toList();
    }

    private static long number(YearMonth begin, YearMonth month) {
        return begin.until(month, ChronoUnit.MONTHS) + 1;
    }
}
