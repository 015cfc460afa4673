package org.whorl.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Something people need. Three things that are often taken for one are kept apart: the need itself; the demand, which is the
 * need that comes to light and asks for help; and what is met of that.
 *
 * @param id its name in paths
 * @param name what people call it
 * @param unit what is counted, such as admissions a year
 * @param rates how often it is needed
 * @param gradient how its rates differ between fifths of deprivation at each age, where {@code rates} do not say it; null
 *     for not at all
 * @param total what was counted in this whole place in the year the model starts; null to take the rates as they are
 * @param latent the share that never comes to light
 * @param propensity the share of what comes to light that asks for help
 * @param met the share of demand that is met; null where nobody knows
 * @param notMedical the share that is not about medicine, or not only; null where nobody knows
 * @param drivers for each driver with a known effect: how many times as often for one standard deviation more
 * @param seen how many were counted in a year in neighbourhoods; may be empty
 * @param provenance where the rates come from
 */
public record Need(
        String id,
        Name name,
        Name unit,
        Rates rates,
        @Nullable Rates gradient,
        @Nullable Parameter total,
        Parameter latent,
        Parameter propensity,
        @Nullable Parameter met,
        @Nullable Parameter notMedical,
        SequencedMap<String, Parameter> drivers,
        List<Seen> seen,
        Provenance provenance) {

    public Need {
        drivers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(drivers));
        seen = List.copyOf(seen);
    }

    /**
     * What was counted in a neighbourhood in a year.
     *
     * @param smallArea its code
     * @param count how many
     */
    public record Seen(String smallArea, double count) {}

    /** The demand that comes of one needed thing: what comes to light and asks for help. */
    public double demandPerNeed() {
        return (1 - latent.value()) * propensity.value();
    }

    /** How many times as often it is needed because of where the drivers stand. */
    public double push(Map<String, Double> levels) {
        double push = 1;
        for (Map.Entry<String, Parameter> driver : drivers.entrySet()) {
            push *= Math.pow(driver.getValue().value(), levels.getOrDefault(driver.getKey(), 0.0));
        }
        return push;
    }

    Need map(ParameterMap map) {
        String path = "needs." + id;
        SequencedMap<String, Parameter> mapped = new LinkedHashMap<>();
        drivers.forEach((driver, ratio) ->
                mapped.put(driver, map.parameter(path + ".drivers." + driver, Domain.POSITIVE, ratio)));
        return new Need(
                id,
                name,
                unit,
                rates,
                gradient,
                total == null ? null : map.parameter(path + ".total", Domain.POSITIVE, total),
                map.parameter(path + ".latent", Domain.SHARE, latent),
                map.parameter(path + ".propensity", Domain.SHARE, propensity),
                met == null ? null : map.parameter(path + ".met", Domain.SHARE, met),
                notMedical == null ? null : map.parameter(path + ".not-medical", Domain.SHARE, notMedical),
                mapped,
                seen,
                provenance);
    }
}
