package org.whorl.engine.model;

import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * People who come from outside.
 *
 * @param id its name in paths
 * @param name what people call it
 * @param to the service they come to
 * @param rate people a day, mean over the year
 * @param weekday seven factors, Monday first
 * @param month twelve factors, January first
 * @param dispersion variance / mean of a day's count; 1 is Poisson
 * @param origin the need these people come from, so that what changes it changes their number; null where nobody says
 * @param tags what these people carry: for each tag its possible values with their shares
 */
public record Arrival(
        String id,
        Name name,
        String to,
        Parameter rate,
        Profile weekday,
        Profile month,
        Parameter dispersion,
        @Nullable Origin origin,
        SequencedMap<String, SequencedMap<String, Double>> tags) {

    /** An arrival stream of which nobody says what need it comes from. */
    public Arrival(
            String id,
            Name name,
            String to,
            Parameter rate,
            Profile weekday,
            Profile month,
            Parameter dispersion,
            SequencedMap<String, SequencedMap<String, Double>> tags) {
        this(id, name, to, rate, weekday, month, dispersion, null, tags);
    }

    public Arrival {
        SequencedMap<String, SequencedMap<String, Double>> copy = new LinkedHashMap<>();
        tags.forEach((tag, shares) ->
                copy.put(tag, java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shares))));
        tags = java.util.Collections.unmodifiableSequencedMap(copy);
    }

    /** An arrival stream with nothing but a rate. */
    public static Arrival of(String id, String to, double rate) {
        return new Arrival(
                id,
                Name.of(id),
                to,
                Parameter.of(rate),
                Profile.flat(7),
                Profile.flat(12),
                Parameter.leftOut(1),
                noTags());
    }

    /** No tags. */
    public static SequencedMap<String, SequencedMap<String, Double>> noTags() {
        return new LinkedHashMap<>(Map.of());
    }

    /**
     * People expected on a date: the rate x the weekday's factor x the month's, each profile scaled to a mean of 1 (months
     * by their days in a year of 365).
     */
    public double meanOn(LocalDate date) {
        double week = weekday.factors().get(date.getDayOfWeek().getValue() - 1)
                / weekday.factors().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(1);
        double year = 0;
        for (Month m : Month.values()) {
            year += month.factors().get(m.getValue() - 1) * m.length(false) / 365;
        }
        return rate.value() * week * month.factors().get(date.getMonthValue() - 1) / year;
    }

    Arrival map(ParameterMap map) {
        String path = "arrivals." + id;
        return new Arrival(
                id,
                name,
                to,
                map.parameter(path + ".rate", Domain.NOT_NEGATIVE, rate),
                map.profile(path + ".weekday", weekday),
                map.profile(path + ".month", month),
                map.parameter(path + ".dispersion", Domain.POSITIVE, dispersion),
                origin,
                tags);
    }

    /** So many times as many people. */
    Arrival times(double factor) {
        return new Arrival(
                id, name, to, rate.withValue(rate.value() * factor), weekday, month, dispersion, origin, tags);
    }
}
