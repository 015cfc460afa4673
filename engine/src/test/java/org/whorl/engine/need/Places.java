package org.whorl.engine.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Population.Group;
import org.whorl.engine.model.Population.Growth;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Rates;
import org.whorl.engine.model.Rates.Known.Counted;
import org.whorl.engine.model.Sex;
import org.whorl.engine.model.Spread;

/** Small places for tests, with figures that can be checked by hand. */
final class Places {
    static final Provenance SOURCE = new Provenance("a study", "2020", null, Quality.BORROWED);

    private Places() {}

    /** Two areas, two fifths, two ages: 1,000 young and 200 old people in each line. */
    static Population village(@Nullable Growth growth) {
        List<Group> groups = new ArrayList<>();
        for (String area : List.of("north", "south")) {
            for (int fifth : new int[] {1, 5}) {
                for (Sex sex : Sex.values()) {
                    groups.add(new Group(area, fifth, sex, List.of(1000.0, 200.0)));
                }
            }
        }
        SequencedMap<String, Name> areas = new LinkedHashMap<>();
        areas.put("north", Name.of("North"));
        areas.put("south", Name.of("South"));
        SequencedMap<String, Parameter> variants = new LinkedHashMap<>();
        if (growth != null) {
            growth.lines().forEach(l -> variants.putIfAbsent(l.variant(), Parameter.of(0)));
            variants.replaceAll((_, _) -> Parameter.of(1.0 / variants.size()));
        }
        return new Population(2021, areas, List.of(0, 65), groups, growth, variants, null, null, SOURCE);
    }

    static List<Driver> drivers(String... ids) {
        return Stream.of(ids)
                .map(id -> new Driver(id, Name.of(id), Parameter.leftOut(0), null))
                .toList();
    }

    static Parameter effect(double ratio, double low, double high) {
        return new Parameter(ratio, new Spread.Range(low, high), SOURCE, null);
    }

    /** One in ten young people and half the old ones in a year. */
    static Need need(String id, SequencedMap<String, Parameter> drivers) {
        return new Need(
                id,
                Name.of(id),
                Name.of("admissions a year"),
                new Rates(List.of(
                        new Rates.Line(0, null, 0, new Counted(1000, 10_000)),
                        new Rates.Line(65, null, 0, new Counted(5000, 10_000)))),
                null,
                null,
                Parameter.leftOut(0),
                Parameter.leftOut(1),
                null,
                null,
                drivers,
                List.of(),
                SOURCE);
    }

    static Model with(Model bare, Population population, List<Driver> drivers, List<Need> needs) {
        return new Model(
                bare.name(),
                bare.time(),
                bare.money(),
                bare.partners(),
                bare.exits(),
                bare.arrivals(),
                bare.services(),
                bare.opening(),
                bare.scenarios(),
                bare.measures(),
                bare.observed(),
                bare.agreements(),
                population,
                drivers,
                needs,
                bare.programmes());
    }
}
