package org.whorl.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Origin;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Provenance;

/** Reads who lives in a place, what pushes their needs, and the needs. */
final class NeedReader {
    private static final String POPULATION = "write {table: population.csv, year: 2021}";
    private static final String NEED = "write {rates: rates.csv}";

    private final Reading reading;
    private final Numbers numbers;
    private final PeopleTables tables;

    NeedReader(Reading reading) {
        this.reading = reading;
        this.numbers = new Numbers(reading);
        this.tables = new PeopleTables(reading);
    }

    @Nullable
    Population population(@Nullable Written written) {
        if (written == null) {
            return null;
        }
        Fields fields = Fields.of(
                reading,
                written,
                "population",
                POPULATION,
                Numbers.concat(
                        List.of("table", "year", "areas", "growth", "variants", "healthy", "small-areas"),
                        Numbers.PROVENANCE));
        Population read = tables.population(fields.need("table", POPULATION), "population.table");
        Written growth = fields.find("growth");
        Written smallAreas = fields.find("small-areas");
        return new Population(
                reading.whole(
                        fields.need("year", "write the year for which people were counted, such as 2021"),
                        "population.year",
                        "a year such as 2021",
                        2021),
                areas(fields.find("areas"), read),
                read.ages(),
                read.groups(),
                growth == null ? null : tables.growth(growth, "population.growth"),
                reading.named(
                        fields.find("variants"),
                        "population.variants",
                        "write {principal: 0.6, high: 0.2, low: 0.2}",
                        (share, path) -> numbers.read(share, path, "a probability from 0 to 1")),
                numbers.find(fields, "healthy", "a share from 0 to 1"),
                smallAreas == null ? null : tables.smallAreas(smallAreas, "population.small-areas"),
                numbers.provenance(fields, Provenance.UNSIGNED_GUESS));
    }

    /** Every area of the table, by its id where nobody gives it a name. */
    private SequencedMap<String, Name> areas(@Nullable Written written, Population read) {
        SequencedMap<String, Name> areas = new LinkedHashMap<>();
        areas.putAll(reading.named(
                written,
                "population.areas",
                "write bridgend: {en: Bridgend, cy: Pen-y-bont ar Ogwr}",
                (name, path) -> ModelReader.name(reading, name, path)));
        read.groups().forEach(g -> areas.putIfAbsent(g.area(), Name.of(g.area())));
        return areas;
    }

    List<Driver> drivers(@Nullable Written written) {
        return List.copyOf(reading.named(written, "drivers", "write unemployment: {}", this::driver)
                .values());
    }

    private Driver driver(Written written, String path) {
        String id = path.substring("drivers.".length());
        if (written.isNothing()) {
            return new Driver(id, Name.of(id), Parameter.leftOut(0), null);
        }
        Fields fields = Fields.of(reading, written, path, "write {name: ...}", List.of("name", "level", "deviation"));
        Written deviation = fields.find("deviation");
        return new Driver(
                id,
                ModelReader.name(reading, fields, id),
                numbers.find(fields, "level", "standard deviations from where it is now, such as 0", 0),
                deviation == null
                        ? null
                        : reading.text(deviation, fields.at("deviation"), "write what one standard deviation is"));
    }

    List<Need> needs(@Nullable Written written) {
        return List.copyOf(reading.named(written, "needs", "write emergency: {rates: rates.csv}", this::need)
                .values());
    }

    private Need need(Written written, String path) {
        String id = path.substring("needs.".length());
        Fields fields = Fields.of(
                reading,
                written,
                path,
                NEED,
                Numbers.concat(
                        List.of(
                                "name",
                                "unit",
                                "rates",
                                "gradient",
                                "total",
                                "latent",
                                "propensity",
                                "met",
                                "not-medical",
                                "drivers",
                                "seen"),
                        Numbers.PROVENANCE));
        Written unit = fields.find("unit");
        Written gradient = fields.find("gradient");
        String share = "a share from 0 to 1";
        return new Need(
                id,
                ModelReader.name(reading, fields, id),
                unit == null
                        ? new Name("people a year", "o bobl y flwyddyn")
                        : ModelReader.name(reading, unit, fields.at("unit")),
                tables.rates(fields.need("rates", NEED), fields.at("rates")),
                gradient == null ? null : tables.rates(gradient, fields.at("gradient")),
                numbers.find(fields, "total", "how many were counted here in a year, such as 41000"),
                numbers.find(fields, "latent", share, 0),
                numbers.find(fields, "propensity", share, 1),
                numbers.find(fields, "met", share),
                numbers.find(fields, "not-medical", share),
                reading.named(
                        fields.find("drivers"),
                        fields.at("drivers"),
                        "write unemployment: {value: 1.24, low: 1.04, high: 1.41, source: ...}",
                        (ratio, where) -> numbers.read(ratio, where, "how many times as often, such as 1.24")),
                tables.seen(fields.find("seen"), fields.at("seen")),
                numbers.provenance(fields, Provenance.UNSIGNED_GUESS));
    }

    /** The need that arrivals come from. */
    @Nullable
    Origin origin(Fields fields) {
        Written need = fields.find("need");
        Written area = fields.find("area");
        if (need == null) {
            if (area != null) {
                reading.wrong(
                        area.line(),
                        fields.at("area"),
                        "an area without a need",
                        "write need: as well, or leave it out");
            }
            return null;
        }
        return new Origin(
                reading.text(need, fields.at("need"), "write the need they come from"),
                area == null
                        ? null
                        : reading.text(area, fields.at("area"), "write one of the areas of the population"));
    }
}
