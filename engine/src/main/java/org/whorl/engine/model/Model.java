package org.whorl.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A whole model: who there is, who comes, where they stay, what might be changed and what is watched.
 *
 * @param name what people call it
 * @param time the days it plays in
 * @param money its prices
 * @param partners who pays or provides
 * @param exits the ways out: home, a care home, death
 * @param arrivals people who come from outside
 * @param services where they stay
 * @param opening who is there when the clock starts
 * @param scenarios changes to weigh
 * @param measures counts to watch
 * @param observed what was really seen
 * @param agreements what the partners have agreed about money
 * @param population who lives in the place; null where the model does not say
 * @param drivers circumstances that may push needs
 * @param needs what people need
 * @param programmes what is done beforehand so that fewer people come
 */
public record Model(
        Name name,
        Horizon time,
        Money money,
        List<Partner> partners,
        List<String> exits,
        List<Arrival> arrivals,
        List<Service> services,
        List<Opening> opening,
        List<Scenario> scenarios,
        List<Measure> measures,
        List<Observation> observed,
        Agreements agreements,
        @Nullable Population population,
        List<Driver> drivers,
        List<Need> needs,
        List<Programme> programmes) {

    public Model {
        partners = List.copyOf(partners);
        exits = List.copyOf(exits);
        arrivals = List.copyOf(arrivals);
        services = List.copyOf(services);
        opening = List.copyOf(opening);
        scenarios = List.copyOf(scenarios);
        measures = List.copyOf(measures);
        observed = List.copyOf(observed);
        drivers = List.copyOf(drivers);
        needs = List.copyOf(needs);
        programmes = List.copyOf(programmes);
    }

    /** A model whose partners have agreed nothing, and which says nothing of who lives there and what they need either. */
    public Model(
            Name name,
            Horizon time,
            Money money,
            List<Partner> partners,
            List<String> exits,
            List<Arrival> arrivals,
            List<Service> services,
            List<Opening> opening,
            List<Scenario> scenarios,
            List<Measure> measures,
            List<Observation> observed) {
        this(
                name,
                time,
                money,
                partners,
                exits,
                arrivals,
                services,
                opening,
                scenarios,
                measures,
                observed,
                Agreements.NONE);
    }

    /** A model that says nothing of who lives there, what they need and what is done beforehand. */
    public Model(
            Name name,
            Horizon time,
            Money money,
            List<Partner> partners,
            List<String> exits,
            List<Arrival> arrivals,
            List<Service> services,
            List<Opening> opening,
            List<Scenario> scenarios,
            List<Measure> measures,
            List<Observation> observed,
            Agreements agreements) {
        this(
                name,
                time,
                money,
                partners,
                exits,
                arrivals,
                services,
                opening,
                scenarios,
                measures,
                observed,
                agreements,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** The service with this id, if there is one. */
    public Optional<Service> findService(String id) {
        return services.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The scenario with this id, if there is one. */
    public Optional<Scenario> findScenario(String id) {
        return scenarios.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The scenario with this id; an error that names those there are. */
    public Scenario scenario(String id) {
        return findScenario(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no scenario %s; there are: base%s"
                        .formatted(
                                id, scenarios.stream().map(s -> ", " + s.id()).collect(Collectors.joining()))));
    }

    /** The partner with this id, if there is one. */
    public Optional<Partner> findPartner(String id) {
        return partners.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /**
     * What need is worked out from, and nothing else of this model.
     *
     * @param people who lives there
     * @param asked the needs to look at
     */
    public Model ofNeed(Population people, List<Need> asked) {
        return new Model(
                name,
                time,
                money,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Agreements.NONE,
                people,
                drivers,
                asked,
                List.of());
    }

    /** This model played in other days. */
    public Model with(Horizon other) {
        return but(other, arrivals, services, scenarios, measures, observed);
    }

    /** This model with one more scenario; one of the same id is replaced. */
    public Model with(Scenario scenario) {
        List<Scenario> all = new ArrayList<>(scenarios);
        all.removeIf(s -> s.id().equals(scenario.id()));
        all.add(scenario);
        return but(time, arrivals, services, all, measures, observed);
    }

    /** This model with these measures watched instead of its own. */
    public Model watching(List<Measure> watched) {
        return but(time, arrivals, services, scenarios, watched, List.of());
    }

    /** This model with other services. */
    Model withServices(List<Service> others) {
        return but(time, arrivals, others, scenarios, measures, observed);
    }

    /** This model with other arrivals. */
    Model withArrivals(List<Arrival> others) {
        return but(time, others, services, scenarios, measures, observed);
    }

    private Model but(
            Horizon played,
            List<Arrival> comers,
            List<Service> places,
            List<Scenario> changes,
            List<Measure> watched,
            List<Observation> seen) {
        return new Model(
                name,
                played,
                money,
                partners,
                exits,
                comers,
                places,
                opening,
                changes,
                watched,
                seen,
                agreements,
                population,
                drivers,
                needs,
                programmes);
    }

    /** The need with this id, if there is one. */
    public Optional<Need> findNeed(String id) {
        return needs.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    /** The place of a service in {@link #services()}, or -1. */
    public int indexOf(String service) {
        for (int i = 0; i < services.size(); i++) {
            if (services.get(i).id().equals(service)) {
                return i;
            }
        }
        return -1;
    }

    /** This model with every number passed through {@code map}. */
    public Model map(ParameterMap map) {
        return new Model(
                name,
                time,
                new Money(money.priceYear(), map.parameter("money.uplift", Domain.NOT_NEGATIVE, money.uplift())),
                partners,
                exits,
                arrivals.stream().map(a -> a.map(map)).toList(),
                services.stream().map(s -> s.map(map)).toList(),
                opening.stream().map(o -> o.map(map)).toList(),
                scenarios,
                measures,
                observed,
                agreements.map(map),
                population == null ? null : population.map(map),
                drivers.stream().map(d -> d.map(map)).toList(),
                needs.stream().map(n -> n.map(map)).toList(),
                programmes.stream().map(p -> p.map(map)).toList());
    }

    /** Every number somebody wrote, by its path, in the order of the file. */
    public SequencedMap<String, Parameter> parameters() {
        SequencedMap<String, Parameter> found = new LinkedHashMap<>();
        map((path, _, parameter) -> {
            if (parameter.isWritten()) {
                found.put(path, parameter);
            }
            return parameter;
        });
        return found;
    }

    /** How many parameters there are of each quality. */
    public Map<Quality, Integer> parametersByQuality() {
        Map<Quality, Integer> counts = new java.util.EnumMap<>(Quality.class);
        for (Quality quality : Quality.values()) {
            counts.put(quality, 0);
        }
        parameters().values().forEach(p -> counts.merge(p.provenance().quality(), 1, Integer::sum));
        return counts;
    }

    /** The model with these parameters set to new values, by path; an unknown path is an error. */
    public Model withValues(Map<String, Double> values) {
        List<String> unknown = new ArrayList<>(values.keySet());
        Model changed = map((path, _, parameter) -> {
            Double value = values.get(path);
            unknown.remove(path);
            return value == null ? parameter : parameter.withValue(value);
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The model has no parameter " + unknown);
        }
        return changed;
    }
}
