package org.whorl.engine.model;

/**
 * The visits one person needs, falling evenly from the first day of the stay to the last.
 *
 * @param first visits on the first day
 * @param last visits on the last day
 * @param doubleHanded the share of people who need two carers at each visit
 */
public record Visits(Parameter first, Parameter last, Parameter doubleHanded) {

    Visits map(String path, ParameterMap map) {
        return new Visits(
                map.parameter(path + ".first", Domain.NOT_NEGATIVE, first),
                map.parameter(path + ".last", Domain.NOT_NEGATIVE, last),
                map.parameter(path + ".double-handed", Domain.SHARE, doubleHanded));
    }
}
