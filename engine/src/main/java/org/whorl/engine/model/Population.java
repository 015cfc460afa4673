package org.whorl.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Who lives in a place.
 *
 * @param year for which they were counted
 * @param areas councils or other parts of the place, with what people call them
 * @param ages the lowest age of each column of the table, ascending; the last reaches up to any age
 * @param groups the table's lines
 * @param growth how many there may be in other years; null where nobody says
 * @param variants the variants of growth with the probability of each; they add to 1
 * @param healthy the share of added years of life that are spent in good health
 * @param smallAreas neighbourhoods; may be empty
 * @param provenance where the table comes from
 */
public record Population(
        int year,
        SequencedMap<String, Name> areas,
        List<Integer> ages,
        List<Group> groups,
        @Nullable Growth growth,
        SequencedMap<String, Parameter> variants,
        @Nullable Parameter healthy,
        @Nullable SmallAreas smallAreas,
        Provenance provenance) {

    /** How many fifths of deprivation there are; 1 is the most deprived. */
    public static final int FIFTHS = 5;

    public Population {
        areas = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(areas));
        ages = List.copyOf(ages);
        groups = List.copyOf(groups);
        variants = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variants));
    }

    /**
     * One line: people of one sex in one fifth of one area.
     *
     * @param area one of the areas
     * @param fifth of deprivation, 1 (most) to 5 (least deprived)
     * @param sex as counted
     * @param people one number for each of the ages
     */
    public record Group(String area, int fifth, Sex sex, List<Double> people) {
        public Group {
            people = List.copyOf(people);
        }

        /** All of them. */
        public double all() {
            return people.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * A projection in several variants. Only ratios of its numbers are used, so that it may be about a larger place.
     *
     * @param ages the lowest age of each column
     * @param lines for each variant, year and sex
     */
    public record Growth(List<Integer> ages, List<Projected> lines) {
        public Growth {
            ages = List.copyOf(ages);
            lines = List.copyOf(lines);
        }

        /**
         * One variant's people of one sex in one year.
         *
         * @param people one number for each of the ages
         */
        public record Projected(String variant, int year, Sex sex, List<Double> people) {
            public Projected {
                people = List.copyOf(people);
            }
        }
    }

    /**
     * Neighbourhoods with their people.
     *
     * @param ages the lowest age of each column
     * @param lines one for each neighbourhood
     */
    public record SmallAreas(List<Integer> ages, List<Neighbourhood> lines) {
        public SmallAreas {
            ages = List.copyOf(ages);
            lines = List.copyOf(lines);
        }

        /**
         * One neighbourhood.
         *
         * @param id its code
         * @param name what people call it
         * @param area in which of the areas it lies
         * @param fifth of deprivation, 1 (most) to 5 (least deprived)
         * @param people one number for each of the ages
         */
        public record Neighbourhood(String id, String name, String area, int fifth, List<Double> people) {
            public Neighbourhood {
                people = List.copyOf(people);
            }
        }
    }

    Population map(ParameterMap map) {
        SequencedMap<String, Parameter> mapped = new LinkedHashMap<>();
        variants.forEach((id, probability) ->
                mapped.put(id, map.parameter("population.variants." + id, Domain.SHARE, probability)));
        return new Population(
                year,
                areas,
                ages,
                groups,
                growth,
                mapped,
                healthy == null ? null : map.parameter("population.healthy", Domain.SHARE, healthy),
                smallAreas,
                provenance);
    }
}
