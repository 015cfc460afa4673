package org.whorl.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Grant;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Limits;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Observation;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Origin;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Pool;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Programme;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Rates;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Setting;
import org.whorl.engine.model.Sex;
import org.whorl.engine.model.Spread;
import org.whorl.engine.model.Visits;
import org.whorl.engine.model.WhileWaiting;

/** Models of every shape that can be written down, sensible or not, with names and texts that try to break YAML. */
final class RandomModels {
    private static final List<String> NAMES = List.of(
            "d2a",
            "tŷ-nyrsio",
            "home-care",
            "null",
            "on",
            "no",
            "true",
            "1",
            "2024-25",
            "x_y",
            "unlimited",
            "a",
            "zz9");
    private static final List<String> TEXTS = List.of(
            "Reablement",
            "it's \"quoted\" \\ here",
            "a: b # c",
            "- dash",
            "line\nbreak\r\n\ttab",
            "",
            " spaces ",
            "\u0001\u0085\u00a0\u2028\ufeff",
            "𝔚horl 👍",
            "2024/25",
            "1.5",
            "~",
            "{a: [b]}",
            "&anchor *alias !tag",
            "Un tîm, ŵ ŷ");

    private final Random random;

    RandomModels(long seed) {
        random = new Random(seed);
    }

    Model model() {
        return new Model(
                name("model"),
                new Horizon(date(), random.nextInt(1, 1000), random.nextInt(0, 400)),
                new Money(pick(List.of("2024/25", "2019")), parameter(false)),
                several(id -> new Partner(id, name(id), pick(List.of("", "health", "third sector")))),
                texts(1),
                several(this::arrival),
                atLeastOne(this::service),
                several(id -> new Opening(id, group(), maybe(this::duration), group(), group())),
                several(this::scenario),
                several(this::measure),
                observed(),
                agreements(),
                maybe(this::population),
                several(id -> new Driver(id, name(id), parameter(false), maybe(this::text))),
                several(this::need),
                several(id -> new Programme(
                        id,
                        name(id),
                        parameter(false),
                        parameter(false),
                        parameter(false),
                        parameter(false),
                        parameter(false),
                        effects())));
    }

    private SequencedMap<String, Programme.Effect> effects() {
        SequencedMap<String, Programme.Effect> effects = new LinkedHashMap<>();
        effects.put(text(), new Programme.Effect(parameter(false), parameter(false)));
        return effects;
    }

    private Agreements agreements() {
        if (random.nextBoolean()) {
            return Agreements.NONE;
        }
        List<Agreements.Placed> settings = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            texts(0).forEach(service -> settings.add(new Agreements.Placed(service, setting)));
        }
        return new Agreements(
                several(id -> new Contract(
                        id,
                        name(id),
                        text(),
                        text(),
                        random.nextBoolean()
                                ? new Contract.Terms.Block(parameter(true))
                                : new Contract.Terms.Activity(parameter(true), pick(List.of(Contract.Unit.values()))))),
                several(id -> new Pool(id, name(id), texts(1), shares(), shares())),
                several(id -> new Grant(id, name(id), texts(1), parameter(true))),
                settings,
                new Limits(
                        bare(),
                        several(id -> new Limits.Choice(id, number(), number(), number(), number())),
                        bare(),
                        bare(),
                        bare(),
                        number(),
                        random.nextBoolean()));
    }

    private SequencedMap<String, Parameter> shares() {
        SequencedMap<String, Parameter> shares = new LinkedHashMap<>();
        several(who -> who).forEach(who -> shares.put(who, parameter(false)));
        return shares;
    }

    private SequencedMap<String, Double> bare() {
        SequencedMap<String, Double> bare = new LinkedHashMap<>();
        several(id -> id).forEach(id -> bare.put(id, number()));
        return bare;
    }

    private Population population() {
        List<Population.Group> groups = atLeastOne(area -> new Population.Group(
                area, random.nextInt(1, 6), pick(List.of(Sex.values())), List.of(people(), people())));
        SequencedMap<String, Name> areas = new LinkedHashMap<>();
        several(area -> areas.put(area, name(area)));
        groups.forEach(g -> areas.putIfAbsent(g.area(), Name.of(g.area())));
        SequencedMap<String, Parameter> variants = new LinkedHashMap<>();
        several(variant -> variants.put(variant, parameter(false)));
        return new Population(
                random.nextInt(2000, 2030),
                areas,
                List.of(0, 65),
                groups,
                maybe(() -> new Population.Growth(
                        List.of(0, 1, 90),
                        atLeastOne(variant -> new Population.Growth.Projected(
                                variant,
                                random.nextInt(2000, 2050),
                                pick(List.of(Sex.values())),
                                List.of(people(), people(), people()))))),
                variants,
                maybe(() -> parameter(false)),
                maybe(() -> new Population.SmallAreas(
                        List.of(0),
                        atLeastOne(id -> new Population.SmallAreas.Neighbourhood(
                                id, pick(NAMES), pick(NAMES), random.nextInt(1, 6), List.of(people()))))),
                provenance());
    }

    private double people() {
        return Math.abs(number());
    }

    private Need need(String id) {
        SequencedMap<String, Parameter> drivers = new LinkedHashMap<>();
        several(driver -> drivers.put(driver, parameter(false)));
        return new Need(
                id,
                name(id),
                name("people a year"),
                rates(random.nextInt(2) * 3),
                maybe(() -> rates(2)),
                maybe(() -> parameter(false)),
                parameter(false),
                parameter(false),
                maybe(() -> parameter(false)),
                maybe(() -> parameter(false)),
                drivers,
                several(area -> new Need.Seen(area, people())),
                provenance());
    }

    private Rates rates(int fifth) {
        Sex sex = maybe(() -> pick(List.of(Sex.values())));
        boolean counted = random.nextBoolean();
        return new Rates(atLeastOne(_ -> {
            double rate = random.nextInt(1000) / 8.0;
            return new Rates.Line(
                    random.nextInt(100),
                    sex,
                    fifth,
                    counted
                            ? new Rates.Known.Counted(people(), 1 + people())
                            : new Rates.Known.Told(rate / 1000, rate / 2000, rate / 500));
        }));
    }

    private @Nullable Origin origin() {
        return maybe(() -> new Origin(text(), maybe(this::text)));
    }

    private Arrival arrival(String id) {
        SequencedMap<String, SequencedMap<String, Double>> tags = new LinkedHashMap<>();
        several(tag -> tag).forEach(tag -> {
            SequencedMap<String, Double> shares = new LinkedHashMap<>();
            atLeastOne(value -> value).forEach(value -> shares.put(value, number()));
            tags.put(tag, shares);
        });
        return new Arrival(
                id, name(id), text(), parameter(false), profile(7), profile(12), parameter(false), origin(), tags);
    }

    private Service service(String id) {
        List<Route> routes = several(to -> new Route(to, parameter(false)));
        SequencedMap<String, Duration> transfer = new LinkedHashMap<>();
        several(to -> to).forEach(to -> transfer.put(to, duration()));
        SequencedMap<String, Parameter> funding = new LinkedHashMap<>();
        several(who -> who).forEach(who -> funding.put(who, parameter(false)));
        return new Service(
                id,
                name(id),
                text(),
                capacity(),
                maybe(this::duration),
                maybe(() -> new Visits(parameter(false), parameter(false), parameter(false))),
                profile(7),
                queue(),
                maybe(this::text),
                new WhileWaiting(
                        maybe(() -> parameter(false)),
                        maybe(() -> new WhileWaiting.Moves(parameter(false), text(), parameter(false))),
                        maybe(() -> parameter(false))),
                maybe(this::duration),
                routes,
                transfer,
                new Cost(
                        maybe(() -> parameter(true)),
                        maybe(() -> parameter(true)),
                        maybe(() -> parameter(true)),
                        maybe(() -> parameter(true)),
                        maybe(() -> parameter(true)),
                        maybe(() -> new Cost.Step(parameter(false), parameter(true), parameter(false)))),
                funding,
                maybe(() -> parameter(false)));
    }

    private Capacity capacity() {
        Capacity.Unit unit = pick(List.of(Capacity.Unit.values()));
        List<Parameter> amounts = atLeastOne(_ -> parameter(false));
        return switch (random.nextInt(4)) {
            case 0 -> new Capacity.Unlimited();
            case 1 -> new Capacity.Cycle(unit, amounts);
            case 2 -> new Capacity.Calendar(unit, List.of(new Capacity.Step(null, amounts.getFirst())));
            default ->
                new Capacity.Calendar(
                        unit,
                        amounts.stream()
                                .map(a -> new Capacity.Step(random.nextInt(3) == 0 ? null : date(), a))
                                .toList());
        };
    }

    private Queue queue() {
        return new Queue(
                random.nextBoolean() ? new Queue.Order.Fifo() : new Queue.Order.ByTag(text(), texts(0)),
                maybe(() -> parameter(false)),
                pick(List.of(Queue.Overflow.values())),
                maybe(this::duration),
                maybe(this::text),
                maybe(() -> random.nextInt(9) / 4.0));
    }

    private Duration duration() {
        Duration.Family family = pick(List.of(Duration.Family.values()));
        if (family == Duration.Family.EMPIRICAL) {
            return Duration.empirical(sample(), provenance());
        }
        List<Parameter> parameters =
                family.names().stream().map(_ -> parameter(false)).toList();
        return new Duration(family, parameters, List.of(), Provenance.UNSIGNED_GUESS);
    }

    private List<Double> sample() {
        List<Double> sample = new ArrayList<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            sample.add(Math.abs(number()));
        }
        return sample;
    }

    private Opening.Group group() {
        return new Opening.Group(parameter(false), random.nextBoolean() ? List.of() : sample());
    }

    private Scenario scenario(String id) {
        return new Scenario(
                id,
                name(id),
                several(path -> new Scenario.Change(
                        "services." + path + ".capacity",
                        pick(List.of(Scenario.Operation.TIMES, Scenario.Operation.ADD)),
                        parameter(false),
                        List.of(),
                        maybe(this::date),
                        maybe(this::date))));
    }

    private Measure measure(String id) {
        SequencedMap<String, String> where = new LinkedHashMap<>();
        several(tag -> tag).forEach(tag -> where.put(tag, text()));
        return new Measure(
                id,
                name(id),
                pick(List.of(Measure.Count.values())),
                texts(0),
                texts(0),
                where,
                random.nextBoolean() ? 0 : number(),
                maybe(() -> new Measure.CensusDay(random.nextInt(1, 6), random.nextInt(1, 8))),
                maybe(this::number));
    }

    private List<Observation> observed() {
        List<Observation> observed = new ArrayList<>();
        several(measure -> observed.add(new Observation(measure, date(), Math.abs(number()), text())));
        return observed;
    }

    private Parameter parameter(boolean price) {
        Spread spread = switch (random.nextInt(6)) {
            case 0 -> new Spread.Deviation(number());
            case 1 -> new Spread.Range(number(), number());
            case 2 -> new Spread.Distributed(distribution());
            default -> Spread.UNSAID;
        };
        return new Parameter(number(), spread, provenance(), price && random.nextBoolean() ? "2017/18" : null);
    }

    private Distribution distribution() {
        return switch (random.nextInt(8)) {
            case 0 -> new Distribution.Lognormal(positive(), positive());
            case 1 -> new Distribution.Gamma(positive(), positive());
            case 2 -> new Distribution.Weibull(positive(), positive());
            case 3 -> new Distribution.Exponential(positive());
            case 4 -> new Distribution.Constant(number());
            case 5 -> new Distribution.Uniform(number(), number());
            case 6 -> new Distribution.Triangular(number(), number(), number());
            default ->
                new Distribution.Empirical(
                        sample().stream().mapToDouble(Double::doubleValue).toArray());
        };
    }

    private Profile profile(int length) {
        if (random.nextBoolean()) {
            return Profile.flat(length);
        }
        List<Double> factors = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            factors.add(number());
        }
        return new Profile(factors, provenance());
    }

    private Provenance provenance() {
        return random.nextBoolean()
                ? Provenance.UNSIGNED_GUESS
                : new Provenance(
                        maybe(this::text), maybe(this::text), maybe(this::text), pick(List.of(Quality.values())));
    }

    private double number() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextInt(-5, 100);
            case 2 -> -0.0;
            case 3 -> Math.scalb(random.nextDouble(), random.nextInt(-1000, 1000));
            case 4 -> random.nextInt(1000) / 100.0;
            default -> random.nextGaussian() * 1e4;
        };
    }

    private double positive() {
        return 0.1 + 10 * random.nextDouble();
    }

    private LocalDate date() {
        return LocalDate.of(2026, 4, 1).plusDays(random.nextInt(-400, 800));
    }

    private Name name(String id) {
        return switch (random.nextInt(3)) {
            case 0 -> Name.of(id);
            case 1 -> Name.of(text());
            default -> new Name(text(), text());
        };
    }

    private String text() {
        return random.nextBoolean() ? pick(TEXTS) : pick(NAMES);
    }

    private List<String> texts(int least) {
        List<String> texts = new ArrayList<>(several(_ -> text()));
        while (texts.size() < least) {
            texts.add(text());
        }
        return texts;
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? null : value.get();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Up to three things, each with its own name. */
    private <T> List<T> several(Function<String, T> make) {
        return make(random.nextInt(4), make);
    }

    private <T> List<T> atLeastOne(Function<String, T> make) {
        return make(random.nextInt(1, 4), make);
    }

    private <T> List<T> make(int count, Function<String, T> make) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return names.subList(0, count).stream().map(make).toList();
    }
}
