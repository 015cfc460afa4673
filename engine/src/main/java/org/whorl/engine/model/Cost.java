package org.whorl.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * What a service costs, in pounds. A line that is null costs nothing.
 *
 * @param perPlaceDay for each staffed place and day, used or not
 * @param perUsedDay for each person and day
 * @param perStart for each person who starts
 * @param perVisit for each visit
 * @param fixed a year, whatever happens
 * @param step in steps, such as a ward or a round
 */
public record Cost(
        @Nullable Parameter perPlaceDay,
        @Nullable Parameter perUsedDay,
        @Nullable Parameter perStart,
        @Nullable Parameter perVisit,
        @Nullable Parameter fixed,
        @Nullable Step step) {

    /** Nothing is known to cost anything. */
    public static final Cost NONE = new Cost(null, null, null, null, null, null);

    /**
     * A block of capacity that opens and closes as a whole.
     *
     * @param places how many people one step serves
     * @param cost pounds a year for one step
     * @param months how long use must have stayed below a step before it can close
     */
    public record Step(Parameter places, Parameter cost, Parameter months) {}

    Cost map(String path, ParameterMap map) {
        return new Cost(
                line(path + ".per-place-day", perPlaceDay, map),
                line(path + ".per-used-day", perUsedDay, map),
                line(path + ".per-start", perStart, map),
                line(path + ".per-visit", perVisit, map),
                line(path + ".fixed", fixed, map),
                step == null
                        ? null
                        : new Step(
                                map.parameter(path + ".step.places", Domain.POSITIVE, step.places()),
                                map.parameter(path + ".step.cost", Domain.NOT_NEGATIVE, step.cost()),
                                map.parameter(path + ".step.months", Domain.NOT_NEGATIVE, step.months())));
    }

    private static @Nullable Parameter line(String path, @Nullable Parameter line, ParameterMap map) {
        return line == null ? null : map.parameter(path, Domain.NOT_NEGATIVE, line);
    }
}
