package org.whorl.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * A circumstance that may push needs: unemployment, the cost of living, people who live alone.
 *
 * @param id its name in paths
 * @param name what people call it
 * @param level how far it stands from where it is now, in standard deviations
 * @param deviation what one standard deviation is, in words; null where nobody says
 */
public record Driver(
        String id, Name name, Parameter level, @Nullable String deviation) {

    Driver map(ParameterMap map) {
        return new Driver(id, name, map.parameter("drivers." + id + ".level", Domain.ANY, level), deviation);
    }
}
