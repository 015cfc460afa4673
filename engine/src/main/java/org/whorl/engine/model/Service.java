package org.whorl.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere people stay or are cared for: an acute bed, a reablement team, a care home.
 *
 * @param id its name in paths
 * @param name what people call it
 * @param partner who owns it
 * @param capacity places or visits through time
 * @param lengthOfStay days; null for a service people only wait in
 * @param visits what one person needs when capacity is counted in visits
 * @param starts for each weekday, the share of a day's usual starts that can happen
 * @param queue how people wait for it
 * @param waitsIn the service whose places people from outside hold while they wait; null for at home
 * @param whileWaiting what waiting does
 * @param handOver days in which the old place and this one are both held; null for none
 * @param routes where people go when their stay is over; empty: everyone leaves by the first exit
 * @param transfer for some of those routes, the days between there being a place and being gone. The place here is held
 *     all that time and the one in the next service is kept, whose stay begins after it
 * @param cost pounds
 * @param funding who pays, as shares; empty: the owner
 * @param carers unpaid carers' hours a day while a person is here; null for none known. Those of people who wait for it
 *     at home are in {@code whileWaiting}
 */
public record Service(
        String id,
        Name name,
        String partner,
        Capacity capacity,
        @Nullable Duration lengthOfStay,
        @Nullable Visits visits,
        Profile starts,
        Queue queue,
        @Nullable String waitsIn,
        WhileWaiting whileWaiting,
        @Nullable Duration handOver,
        List<Route> routes,
        SequencedMap<String, Duration> transfer,
        Cost cost,
        SequencedMap<String, Parameter> funding,
        @Nullable Parameter carers) {

    public Service {
        routes = List.copyOf(routes);
        transfer = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(transfer));
        funding = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(funding));
    }

    /** Whether anything is known of unpaid carers' hours. */
    public boolean hasCarers() {
        return carers != null || whileWaiting.carers() != null;
    }

    /**
     * Unpaid carers' hours.
     *
     * @param inPlace days people were here
     * @param atHome days people waited for it at home
     */
    public double carersHours(double inPlace, double atHome) {
        Parameter waiting = whileWaiting.carers();
        return (carers == null ? 0 : carers.value() * inPlace) + (waiting == null ? 0 : waiting.value() * atHome);
    }

    /** A service with places and a length of stay and nothing else. */
    public static Service of(String id, String partner, Capacity capacity, @Nullable Duration lengthOfStay) {
        return new Service(
                id,
                Name.of(id),
                partner,
                capacity,
                lengthOfStay,
                null,
                Profile.flat(7),
                Queue.PLAIN,
                null,
                WhileWaiting.NOTHING,
                null,
                List.of(),
                new LinkedHashMap<>(),
                Cost.NONE,
                new LinkedHashMap<>(),
                null);
    }

    Service map(ParameterMap map) {
        String path = "services." + id;
        List<Route> mappedRoutes = new ArrayList<>();
        for (Route route : routes) {
            mappedRoutes.add(
                    new Route(route.to(), map.parameter(path + ".routes." + route.to(), Domain.SHARE, route.share())));
        }
        SequencedMap<String, Duration> mappedTransfer = new LinkedHashMap<>();
        transfer.forEach((to, days) -> mappedTransfer.put(to, days.map(path + ".transfer." + to, map)));
        SequencedMap<String, Parameter> mappedFunding = new LinkedHashMap<>();
        funding.forEach(
                (who, share) -> mappedFunding.put(who, map.parameter(path + ".funding." + who, Domain.SHARE, share)));
        return new Service(
                id,
                name,
                partner,
                capacity.map(path + ".capacity", map),
                lengthOfStay == null ? null : lengthOfStay.map(path + ".length-of-stay", map),
                visits == null ? null : visits.map(path + ".visits", map),
                map.profile(path + ".starts.weekday", starts),
                queue.map(path + ".queue", map),
                waitsIn,
                whileWaiting.map(path + ".while-waiting", map),
                handOver == null ? null : handOver.map(path + ".hand-over", map),
                mappedRoutes,
                mappedTransfer,
                cost.map(path + ".cost", map),
                mappedFunding,
                carers == null ? null : map.parameter(path + ".carers", Domain.NOT_NEGATIVE, carers));
    }
}
