package org.whorl.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Observation;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Origin;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;
import org.whorl.files.Written.Keyed;

/** Reads {@code model.yaml}, section by section, in the order of the format. */
final class ModelReader {
    private static final List<String> SECTIONS = List.of(
            "whorl",
            "name",
            "time",
            "money",
            "partners",
            "exits",
            "arrivals",
            "services",
            "opening",
            "scenarios",
            "measures",
            "observed",
            "agreements",
            "population",
            "drivers",
            "needs",
            "programmes");

    private final Reading reading;
    private final Numbers numbers;
    private TagReader tags;

    ModelReader(Reading reading) {
        this.reading = reading;
        this.numbers = new Numbers(reading);
        tags = new TagReader(reading, null, List.of());
    }

    /** The model; null when so much is missing that checking the rest would only make noise. */
    @Nullable
    Model read(Written root) {
        if (root.isNothing()) {
            reading.mismatch(0, "", "the file is empty", "begin with whorl: 1");
            return null;
        }
        Fields fields = Fields.of(reading, root, "", "begin with whorl: 1", SECTIONS);
        if (!(root instanceof Keyed)) {
            return null;
        }
        version(fields);
        Horizon time = time(fields.need("time", "write time: {start: 2026-04-01, days: 365}"));
        NeedReader needs = new NeedReader(reading);
        Population population = needs.population(section(fields, "population"));
        List<Driver> drivers = needs.drivers(section(fields, "drivers"));
        List<Need> needed = needs.needs(section(fields, "needs"));
        tags = new TagReader(reading, population, needed);
        Model model = new Model(
                name(fields, String.valueOf(reading.folder().getFileName())),
                time,
                money(section(fields, "money"), time),
                partners(section(fields, "partners")),
                exits(fields),
                arrivals(section(fields, "arrivals")),
                services(fields.need("services", "name at least one service")),
                opening(section(fields, "opening")),
                new ScenarioReader(reading).read(section(fields, "scenarios")),
                new MeasureReader(reading).read(section(fields, "measures")),
                observed(section(fields, "observed")),
                new AgreementsReader(reading).read(section(fields, "agreements")),
                population,
                drivers,
                needed,
                new ProgrammeReader(reading).read(section(fields, "programmes")));
        return model.services().isEmpty() ? null : model;
    }

    /** A model to which questions are put: more scenarios, and other days if need be. */
    Model asked(Model model, Written root) {
        Fields fields =
                Fields.of(reading, root, "", "write scenarios: {cut: {change: ...}}", List.of("time", "scenarios"));
        Model asked = fields.has("time") ? model.with(time(fields.find("time"))) : model;
        Written scenarios = fields.need("scenarios", "write scenarios: {cut: {change: ...}}");
        for (Scenario scenario : new ScenarioReader(reading).read(scenarios)) {
            if (model.findScenario(scenario.id()).isPresent()) {
                reading.mismatch(
                        scenarios == null ? 1 : scenarios.line(),
                        "scenarios." + scenario.id(),
                        "the model already has a scenario " + scenario.id(),
                        "give this one another id");
            }
            asked = asked.with(scenario);
        }
        return asked;
    }

    /** A section that may be left out, or left empty. */
    private static @Nullable Written section(Fields fields, String key) {
        Written written = fields.find(key);
        return written == null || written.isNothing() ? null : written;
    }

    private void version(Fields fields) {
        Written version = fields.find("whorl");
        if (version == null) {
            reading.wrong(1, "whorl", "the format's version is missing", "begin with whorl: 1");
        } else if (!(Reading.isNumber(version) && reading.number(version, "whorl", "1", 0) == 1)) {
            reading.wrong(
                    version.line(),
                    "whorl",
                    version.words() + " is not a version of the format known here",
                    "write whorl: 1");
        }
    }

    private Name name(Fields fields, String id) {
        return name(reading, fields, id);
    }

    /** The name of anything, which is its id if it is left out. */
    static Name name(Reading reading, Fields fields, String id) {
        Written written = fields.find("name");
        return written == null ? Name.of(id) : name(reading, written, fields.at("name"));
    }

    /** A name in one language or two. */
    static Name name(Reading reading, Written written, String path) {
        if (written instanceof Keyed) {
            Fields languages =
                    Fields.of(reading, written, path, "write {en: Reablement, cy: Ailalluogi}", List.of("en", "cy"));
            Written en = languages.find("en");
            Written cy = languages.find("cy");
            if (en == null && cy == null) {
                reading.wrong(languages.line(), path, "there is no name", "write en: or cy: or both");
                return Name.of("");
            }
            String right = "write a name";
            String first = reading.text(en == null ? cy : en, languages.at(en == null ? "cy" : "en"), right);
            String second = en == null || cy == null ? first : reading.text(cy, languages.at("cy"), right);
            return new Name(first, second);
        }
        return Name.of(reading.text(written, path, "write a name, or {en: Reablement, cy: Ailalluogi}"));
    }

    private Horizon time(@Nullable Written written) {
        String right = "write {start: 2026-04-01, days: 365}";
        if (written == null) {
            return new Horizon(LocalDate.EPOCH, 1, 0);
        }
        Fields fields = Fields.of(reading, written, "time", right, List.of("start", "days", "warm-up"));
        return new Horizon(
                reading.date(fields.need("start", "write the first day, such as 2026-04-01"), "time.start"),
                reading.whole(
                        fields.need("days", "write how many days, such as 365"),
                        "time.days",
                        "a whole number of days such as 365",
                        1),
                reading.whole(fields.find("warm-up"), "time.warm-up", "a whole number of days such as 90", 0));
    }

    /** Prices are those of the financial year (from April) in which the model starts, unless the file says otherwise. */
    private Money money(@Nullable Written written, Horizon time) {
        int year = time.start().getYear() - (time.start().getMonthValue() < 4 ? 1 : 0);
        String usual = "%04d/%02d".formatted(year, (year + 1) % 100);
        if (written == null) {
            return new Money(usual, Parameter.leftOut(0));
        }
        Fields fields = Fields.of(
                reading,
                written,
                "money",
                "write {price-year: 2024/25, uplift: 0.03}",
                List.of("price-year", "uplift"));
        Written priceYear = fields.find("price-year");
        return new Money(
                priceYear == null ? usual : reading.text(priceYear, "money.price-year", "write a year such as 2024/25"),
                numbers.find(fields, "uplift", "a share a year such as 0.03", 0));
    }

    private List<Partner> partners(@Nullable Written written) {
        return List.copyOf(reading.named(written, "partners", "write health-board: {kind: health}", (value, path) -> {
                    String id = path.substring("partners.".length());
                    if (value.isNothing()) {
                        return new Partner(id, Name.of(id), "");
                    }
                    Fields fields =
                            Fields.of(reading, value, path, "write {name: ..., kind: health}", List.of("name", "kind"));
                    return new Partner(
                            id,
                            name(fields, id),
                            reading.text(fields.find("kind"), fields.at("kind"), "write a word such as health"));
                })
                .values());
    }

    /** Everyone goes home where a model names no other way out. */
    private List<String> exits(Fields fields) {
        Written written = section(fields, "exits");
        if (written == null) {
            return List.of("home");
        }
        reading.items(written, "exits", "write a list such as [home, care-home, died]");
        return written instanceof Written.Many
                ? reading.texts(written, "exits", "write a word such as home")
                : List.of("home");
    }

    private List<Arrival> arrivals(@Nullable Written written) {
        return List.copyOf(reading.named(written, "arrivals", "write ready: {to: SERVICE, rate: 4}", this::arrival)
                .values());
    }

    private Arrival arrival(Written written, String path) {
        String id = path.substring("arrivals.".length());
        Fields fields = Fields.of(
                reading,
                written,
                path,
                "write {to: SERVICE, rate: 4}",
                List.of("name", "to", "rate", "weekday", "month", "dispersion", "need", "area", "tags"));
        Origin origin = new NeedReader(reading).origin(fields);
        return new Arrival(
                id,
                name(fields, id),
                reading.text(
                        fields.need("to", "write the service they come to"),
                        fields.at("to"),
                        "write the service they come to"),
                numbers.need(fields, "rate", "a number of people a day such as 4"),
                numbers.profile(fields, "weekday", 7, "write seven numbers, Monday first"),
                numbers.profile(fields, "month", 12, "write twelve numbers, January first"),
                numbers.find(fields, "dispersion", "the variance of a day's count over its mean, such as 1.3", 1),
                origin,
                tags.read(fields, origin));
    }

    private List<Service> services(@Nullable Written written) {
        if (written != null && written.isNothing()) {
            reading.unexpected(written, "services", "a block of keys", "name at least one service");
            return List.of();
        }
        if (written instanceof Keyed keyed && keyed.entries().isEmpty()) {
            reading.wrong(written.line(), "services", "there is no service", "name at least one");
        }
        ServiceReader services = new ServiceReader(reading);
        return List.copyOf(reading.named(written, "services", "write d2a: {partner: ..., capacity: 46}", services::read)
                .values());
    }

    private List<Opening> opening(@Nullable Written written) {
        return List.copyOf(reading.named(written, "opening", "write d2a: {in-place: 40, waiting: 6}", this::open)
                .values());
    }

    private Opening open(Written written, String path) {
        Fields fields = Fields.of(
                reading,
                written,
                path,
                "write {in-place: 40, waiting: 6}",
                List.of("in-place", "rest", "waiting", "blocked"));
        return new Opening(
                path.substring("opening.".length()),
                group(fields, "in-place"),
                new Times(reading).find(fields, "rest"),
                group(fields, "waiting"),
                group(fields, "blocked"));
    }

    private Opening.Group group(Fields around, String key) {
        Written written = around.find(key);
        String path = around.at(key);
        String right = "a number of people such as 40";
        if (written == null) {
            return Opening.Group.nobody();
        }
        if (!(written instanceof Keyed)) {
            return new Opening.Group(numbers.read(written, path, right), List.of());
        }
        Fields fields =
                Fields.of(reading, written, path, right, Numbers.concat(List.of("count", "elapsed"), Numbers.LONG));
        if (!fields.has("elapsed") && !fields.has("count")) {
            return new Opening.Group(numbers.read(fields, right, Provenance.UNSIGNED_GUESS), List.of());
        }
        fields.only("elapsed", List.of("count", "elapsed"));
        List<Double> elapsed = elapsed(fields);
        Parameter count = fields.has("count") ? numbers.need(fields, "count", right) : Parameter.of(elapsed.size());
        return new Opening.Group(count, elapsed);
    }

    private List<Double> elapsed(Fields fields) {
        Written written = fields.find("elapsed");
        String path = fields.at("elapsed");
        return written instanceof Keyed
                ? new Tables(reading).column(written, path, "days")
                : reading.numbers(written, path, "write days such as [0.5, 3, 12], or {file: elapsed.csv}");
    }

    private List<Observation> observed(@Nullable Written written) {
        return written == null ? new ArrayList<>() : new Tables(reading).observed(written, "observed");
    }
}
