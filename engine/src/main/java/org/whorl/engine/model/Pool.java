package org.whorl.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Services whose cost the partners carry together, whoever owns them. Each pays what it has promised to put in; what the
 * services cost above or below all that is shared.
 *
 * @param id its name in paths
 * @param name what people call it
 * @param services the services in it; a service is in one pool at most
 * @param shares for each partner its share of what is above or below the sums put in; they add to 1
 * @param puts for each partner the pounds a year it puts in whatever happens; nobody when left out, and then the shares
 *     are shares of the whole cost
 */
public record Pool(
        String id,
        Name name,
        List<String> services,
        SequencedMap<String, Parameter> shares,
        SequencedMap<String, Parameter> puts) {

    public Pool {
        services = List.copyOf(services);
        shares = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shares));
        puts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(puts));
    }

    Pool map(String path, ParameterMap map) {
        SequencedMap<String, Parameter> mappedShares = new LinkedHashMap<>();
        shares.forEach(
                (who, share) -> mappedShares.put(who, map.parameter(path + ".shares." + who, Domain.SHARE, share)));
        SequencedMap<String, Parameter> mappedPuts = new LinkedHashMap<>();
        puts.forEach((who, pounds) ->
                mappedPuts.put(who, map.parameter(path + ".puts." + who, Domain.NOT_NEGATIVE, pounds)));
        return new Pool(id, name, services, mappedShares, mappedPuts);
    }
}
