package org.whorl.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Grant;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Limits;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Pool;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Programme;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Visits;
import org.whorl.engine.model.WhileWaiting;

/** Models for tests, said in few words. Starts on Monday 6 April 2026. */
public final class Cases {

    public static final LocalDate MONDAY = LocalDate.of(2026, 4, 6);

    private LocalDate start = MONDAY;
    private int days = 365;
    private int warmUp;
    private double uplift;
    private final List<String> partners = new ArrayList<>(List.of("board", "council"));
    private final List<Programme> programmes = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Stop> services = new ArrayList<>();
    private final List<Opening> opening = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private Agreements agreements = Agreements.NONE;

    public static Cases model() {
        return new Cases();
    }

    public Cases days(int warmUpDays, int measuredDays) {
        warmUp = warmUpDays;
        days = measuredDays;
        return this;
    }

    public Cases arrive(String to, double rate) {
        return arrive(Arrival.of("to-" + to, to, rate));
    }

    public Cases arrive(Arrival arrival) {
        arrivals.add(arrival);
        return this;
    }

    public Stop service(String id) {
        Stop stop = new Stop(id);
        services.add(stop);
        return stop;
    }

    public Cases open(String service, int inPlace, int waiting, int blocked) {
        opening.add(new Opening(
                service, Opening.Group.of(inPlace), null, Opening.Group.of(waiting), Opening.Group.of(blocked)));
        return this;
    }

    /** People whose elapsed stays or waits are known; {@code null} for none of a group. */
    public Cases open(
            String service,
            @Nullable List<Double> inPlace,
            @Nullable List<Double> waiting,
            @Nullable List<Double> blocked) {
        return open(new Opening(service, known(inPlace), null, known(waiting), known(blocked)));
    }

    private static Opening.Group known(@Nullable List<Double> elapsed) {
        List<Double> all = elapsed == null ? List.of() : elapsed;
        return new Opening.Group(Parameter.of(all.size()), all);
    }

    public Cases open(Opening one) {
        opening.add(one);
        return this;
    }

    public Cases scenario(String id, Scenario.Change... changes) {
        scenarios.add(new Scenario(id, Name.of(id), List.of(changes)));
        return this;
    }

    public static Scenario.Change times(String path, double by) {
        return new Scenario.Change(path, Scenario.Operation.TIMES, Parameter.of(by), List.of(), null, null);
    }

    public static Scenario.Change add(String path, double by, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Scenario.Change(path, Scenario.Operation.ADD, Parameter.of(by), List.of(), from, until);
    }

    public static Scenario.Change set(String path, double to) {
        return new Scenario.Change(path, Scenario.Operation.SET, Parameter.of(to), List.of(), null, null);
    }

    /** The yearly rise of prices, by which prices of other years are brought to 2025/26. */
    public Cases uplift(double share) {
        uplift = share;
        return this;
    }

    /** A model that starts on another day than Monday 6 April 2026. */
    public Cases from(LocalDate first) {
        start = first;
        return this;
    }

    public Cases measure(Measure measure) {
        measures.add(measure);
        return this;
    }

    public static Measure waitingIn(String id, String place, double longerThan, @Nullable Double crisis) {
        return new Measure(
                id,
                Name.of(id),
                Measure.Count.WAITING,
                List.of(place),
                List.of(),
                new LinkedHashMap<>(),
                longerThan,
                null,
                crisis);
    }

    public Cases agreed(List<Contract> contracts, List<Pool> pools, List<Grant> grants) {
        agreements = new Agreements(contracts, pools, grants, agreements.settings(), agreements.limits());
        return this;
    }

    public Cases programme(Programme programme) {
        programmes.add(programme);
        return this;
    }

    public Cases limits(Limits limits) {
        agreements = new Agreements(
                agreements.contracts(), agreements.pools(), agreements.grants(), agreements.settings(), limits);
        return this;
    }

    public Model build() {
        return new Model(
                Name.of("case"),
                new Horizon(start, days, warmUp),
                new Money("2025/26", Parameter.of(uplift)),
                partners.stream().map(p -> new Partner(p, Name.of(p), "health")).toList(),
                List.of("home", "died"),
                arrivals,
                services.stream().map(Stop::build).toList(),
                opening,
                scenarios,
                measures,
                List.of(),
                agreements,
                null,
                List.of(),
                List.of(),
                programmes);
    }

    /** D2A-3, the common queueing model: three pathways after a hospital stay, whose waiting people stay in a bed. */
    public static Cases d2a3() {
        Cases cases = model().days(365, 365).arrive("p1", 8).arrive("p2", 1.6).arrive("p3", 0.8);
        cases.service("p1").places(120).lognormal(14, 10).waitsIn("acute");
        cases.service("p2").places(50).lognormal(28, 20).waitsIn("acute");
        cases.service("p3").places(40).lognormal(45, 35).waitsIn("acute");
        cases.service("acute").unlimited();
        return cases;
    }

    /** One service of a case. */
    public static final class Stop {
        private final String id;
        private String partner = "board";
        private Capacity capacity = new Capacity.Unlimited();
        private @Nullable Duration stay;
        private @Nullable Visits visits;
        private Profile starts = Profile.flat(7);
        private Queue queue = Queue.PLAIN;
        private @Nullable String waitsIn;
        private WhileWaiting whileWaiting = WhileWaiting.NOTHING;
        private @Nullable Duration handOver;
        private final List<Route> routes = new ArrayList<>();
        private final SequencedMap<String, Duration> transfer = new LinkedHashMap<>();
        private Cost cost = Cost.NONE;
        private final SequencedMap<String, Parameter> funding = new LinkedHashMap<>();
        private @Nullable Parameter carers;

        private Stop(String id) {
            this.id = id;
        }

        public Stop partner(String owner) {
            partner = owner;
            return this;
        }

        public Stop places(double places) {
            capacity = Capacity.places(places);
            return this;
        }

        public Stop capacity(Capacity given) {
            capacity = given;
            return this;
        }

        /** So many places at first, and so many from this day of the model on. */
        public Stop places(int atFirst, int fromDay, int then) {
            return capacity(new Capacity.Calendar(
                    Capacity.Unit.PLACES,
                    List.of(
                            new Capacity.Step(null, Parameter.of(atFirst)),
                            new Capacity.Step(MONDAY.plusDays(fromDay), Parameter.of(then)))));
        }

        /** Visits a day. */
        public Stop visitsADay(double visits) {
            return capacity(new Capacity.Calendar(
                    Capacity.Unit.VISITS, List.of(new Capacity.Step(null, Parameter.of(visits)))));
        }

        public Stop unlimited() {
            capacity = new Capacity.Unlimited();
            return this;
        }

        public Stop stay(Duration length) {
            stay = length;
            return this;
        }

        public Stop lognormal(double mean, double sd) {
            return stay(Duration.of(Family.LOGNORMAL, mean, sd));
        }

        public Stop exponential(double mean) {
            return stay(Duration.of(Family.EXPONENTIAL, mean));
        }

        public Stop constant(double value) {
            return stay(Duration.of(Family.CONSTANT, value));
        }

        public Stop visits(double first, double last, double doubleHanded) {
            visits = new Visits(Parameter.of(first), Parameter.of(last), Parameter.of(doubleHanded));
            return this;
        }

        public Stop starts(Double... mondayFirst) {
            starts = new Profile(List.of(mondayFirst), Provenance.UNSIGNED_GUESS);
            return this;
        }

        public Stop queue(Queue given) {
            queue = given;
            return this;
        }

        public Stop limit(int limit) {
            queue = new Queue(
                    queue.order(), Parameter.of(limit), Queue.Overflow.LOST, queue.leaveAfter(), queue.leaveTo());
            return this;
        }

        /** At most so many from outside wait inside; the others stand outside. */
        public Stop limitInside(int limit) {
            queue = new Queue(
                    queue.order(), Parameter.of(limit), Queue.Overflow.OUTSIDE, queue.leaveAfter(), queue.leaveTo());
            return this;
        }

        /** By a tag, most urgent first. */
        public Stop first(String tag, String... values) {
            queue = new Queue(
                    new Queue.Order.ByTag(tag, List.of(values)),
                    queue.limit(),
                    queue.overflow(),
                    queue.leaveAfter(),
                    queue.leaveTo());
            return this;
        }

        /** Who has waited so many days moves, with this chance, to another service's queue. */
        public Stop moves(double after, String to, double share) {
            whileWaiting = new WhileWaiting(
                    whileWaiting.stayGrows(),
                    new WhileWaiting.Moves(Parameter.of(after), to, Parameter.of(share)),
                    whileWaiting.carers());
            return this;
        }

        public Stop stayGrows(double aDay) {
            whileWaiting = new WhileWaiting(Parameter.of(aDay), whileWaiting.moves(), whileWaiting.carers());
            return this;
        }

        public Stop leaveAfter(Duration patience, @Nullable String to) {
            queue = new Queue(queue.order(), queue.limit(), queue.overflow(), patience, to);
            return this;
        }

        public Stop waitsIn(String service) {
            waitsIn = service;
            return this;
        }

        public Stop whileWaiting(WhileWaiting what) {
            whileWaiting = what;
            return this;
        }

        public Stop handOver(Duration time) {
            handOver = time;
            return this;
        }

        public Stop to(String next, double share) {
            routes.add(new Route(next, Parameter.of(share)));
            return this;
        }

        /** A route that takes some days to be gone by, once there is a place. */
        public Stop to(String next, double share, Duration days) {
            transfer.put(next, days);
            return to(next, share);
        }

        public Stop cost(Cost given) {
            cost = given;
            return this;
        }

        public Stop fundedBy(Map<String, Double> shares) {
            shares.forEach((who, share) -> funding.put(who, Parameter.of(share)));
            return this;
        }

        public Stop carers(double hours) {
            carers = Parameter.of(hours);
            return this;
        }

        private Service build() {
            return new Service(
                    id,
                    Name.of(id),
                    partner,
                    capacity,
                    stay,
                    visits,
                    starts,
                    queue,
                    waitsIn,
                    whileWaiting,
                    handOver,
                    routes,
                    transfer,
                    cost,
                    funding,
                    carers);
        }
    }
}
