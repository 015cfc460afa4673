package org.whorl.engine.model;

import java.util.List;

/**
 * Money from outside the partnership, such as a fund of the government. It pays for its services first, up to its sum;
 * each partner who would have paid is relieved in proportion. What the services do not use is not paid.
 *
 * @param id its name in paths
 * @param name what people call it
 * @param services what it may be spent on
 * @param pounds at most, a year
 */
public record Grant(String id, Name name, List<String> services, Parameter pounds) {

    public Grant {
        services = List.copyOf(services);
    }

    Grant map(String path, ParameterMap map) {
        return new Grant(id, name, services, map.parameter(path + ".pounds", Domain.NOT_NEGATIVE, pounds));
    }
}
