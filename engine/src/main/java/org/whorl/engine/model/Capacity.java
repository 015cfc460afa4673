package org.whorl.engine.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many people a service can hold, or how many visits it can make, through time. */
public sealed interface Capacity {

    /** No limit. */
    record Unlimited() implements Capacity {}

    /** What is counted. */
    enum Unit {
        /** People at once. */
        PLACES,
        /** Visits a day. */
        VISITS
    }

    /**
     * A number that holds from a date until the next.
     *
     * @param unit what is counted
     * @param steps in order of time; the first may be without a date, which means always before the next
     */
    record Calendar(Unit unit, List<Step> steps) implements Capacity {
        public Calendar {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One step of a calendar.
     *
     * @param from the first day; null for the beginning of time
     * @param amount places or visits a day
     */
    record Step(@Nullable LocalDate from, Parameter amount) {}

    /**
     * A pattern that repeats, such as a week.
     *
     * @param unit what is counted
     * @param amounts one for each day of the pattern, whose first day is the model's start
     */
    record Cycle(Unit unit, List<Parameter> amounts) implements Capacity {
        public Cycle {
            amounts = List.copyOf(amounts);
        }
    }

    /** A constant number of places. */
    static Capacity places(double places) {
        return new Calendar(Unit.PLACES, List.of(new Step(null, Parameter.of(places))));
    }

    /** Whether there is no limit. */
    default boolean isUnlimited() {
        return this instanceof Unlimited;
    }

    /** Whether visits a day are counted rather than places. */
    default boolean countsVisits() {
        return switch (this) {
            case Unlimited _ -> false;
            case Calendar c -> c.unit() == Unit.VISITS;
            case Cycle c -> c.unit() == Unit.VISITS;
        };
    }

    /**
     * The amount on a day, as the parameters have it (places are rounded down by whoever uses them).
     *
     * @param horizon the model's time
     * @param clock the day, counted from the beginning of the warm-up
     * @return positive infinity when unlimited
     */
    default double amount(Horizon horizon, int clock) {
        return switch (this) {
            case Unlimited _ -> Double.POSITIVE_INFINITY;
            case Cycle c ->
                c.amounts()
                        .get(Math.floorMod(clock - horizon.warmUp(), c.amounts().size()))
                        .value();
            case Calendar c -> {
                double amount = c.steps().getFirst().amount().value();
                LocalDate date = horizon.date(clock);
                for (Step step : c.steps()) {
                    if (step.from() == null || !step.from().isAfter(date)) {
                        amount = step.amount().value();
                    }
                }
                yield amount;
            }
        };
    }

    /** This capacity with every number passed through {@code map}. */
    default Capacity map(String path, ParameterMap map) {
        String tail = countsVisits() ? ".visits" : "";
        return switch (this) {
            case Unlimited _ -> this;
            case Calendar c -> {
                List<Step> steps = new ArrayList<>();
                boolean one = c.steps().size() == 1 && c.steps().getFirst().from() == null;
                for (int i = 0; i < c.steps().size(); i++) {
                    Step step = c.steps().get(i);
                    String where = one ? path + tail : path + "[" + i + "]." + (countsVisits() ? "visits" : "places");
                    steps.add(new Step(step.from(), map.parameter(where, Domain.NOT_NEGATIVE, step.amount())));
                }
                yield new Calendar(c.unit(), steps);
            }
            case Cycle c -> {
                List<Parameter> amounts = new ArrayList<>();
                for (int i = 0; i < c.amounts().size(); i++) {
                    String where = path + "." + (countsVisits() ? "visits" : "places") + "[" + i + "]";
                    amounts.add(map.parameter(
                            where, Domain.NOT_NEGATIVE, c.amounts().get(i)));
                }
                yield new Cycle(c.unit(), amounts);
            }
        };
    }
}
