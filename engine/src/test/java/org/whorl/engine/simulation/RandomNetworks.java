package org.whorl.engine.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.Cases;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Scenario;

/** Small networks with a bit of everything, the same for the same seed. */
final class RandomNetworks {

    private static final List<String> TAGS = List.of("red", "green", "blue");

    private final SplittableRandom random;
    private final int services;
    private boolean tagged;
    private boolean branches;

    private RandomNetworks(long seed) {
        random = new SplittableRandom(seed);
        services = 2 + random.nextInt(5);
    }

    static Model of(long seed) {
        return new RandomNetworks(seed).model();
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    @SafeVarargs
    private <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Numbers people write: a quarter of them whole. */
    private double number(double low, double high) {
        double value = between(low, high);
        return chance(0.25) ? Math.max(1, Math.rint(value)) : value;
    }

    private String name(int service) {
        return "s" + service;
    }

    private Model model() {
        Cases cases = Cases.model().days(chance(0.5) ? 0 : 1 + random.nextInt(20), 20 + random.nextInt(60));
        LocalDate start = Cases.MONDAY.plusDays(random.nextInt(7));
        cases.from(start);
        int streams = chance(0.1) ? 0 : 1 + random.nextInt(3);
        for (int a = 0; a < streams; a++) {
            cases.arrive(arrival("from" + a));
        }
        boolean[] visits = new boolean[services];
        for (int s = 0; s < services; s++) {
            visits[s] = s > 0 && chance(0.12);
        }
        for (int s = 0; s < services; s++) {
            service(cases, s, visits, start);
            if (chance(0.5)) {
                open(cases, s);
            }
        }
        measures(cases);
        scenario(cases, start);
        return cases.build();
    }

    private Arrival arrival(String id) {
        SequencedMap<String, SequencedMap<String, Double>> tags = Arrival.noTags();
        if (!tagged || chance(0.7)) {
            tagged = true;
            SequencedMap<String, Double> colour = new LinkedHashMap<>();
            double red = between(0, 0.6);
            colour.put("red", red);
            colour.put("green", 0.4);
            colour.put("blue", 0.6 - red);
            tags.put("colour", colour);
            if (chance(0.4)) {
                SequencedMap<String, Double> place = new LinkedHashMap<>();
                place.put("near", 0.25);
                place.put("far", 0.75);
                tags.put("place", place);
            }
        }
        return new Arrival(
                id,
                Name.of(id),
                name(random.nextInt(services)),
                Parameter.of(between(0.2, 4)),
                profile(7),
                profile(12),
                Parameter.of(chance(0.5) ? 1 : between(1, 3)),
                tags);
    }

    private Profile profile(int length) {
        return chance(0.5)
                ? Profile.flat(length)
                : new Profile(
                        IntStream.range(0, length).mapToObj(_ -> between(0, 2)).toList(), Provenance.UNSIGNED_GUESS);
    }

    private Duration time(double mean) {
        Family family = oneOf(Family.values());
        return switch (family) {
            case LOGNORMAL, GAMMA, WEIBULL -> Duration.of(family, mean, mean * between(0.2, 2));
            case LOGNORMAL_BY_MEDIAN -> Duration.of(family, mean, mean * between(0.4, 0.95));
            case EXPONENTIAL -> Duration.of(family, mean);
            case CONSTANT -> Duration.of(family, chance(0.1) ? 0 : Math.rint(4 * mean) / 4);
            case UNIFORM -> Duration.of(family, 0, 2 * mean);
            case TRIANGULAR -> Duration.of(family, 0.1 * mean, 0.5 * mean, 2 * mean);
            case EMPIRICAL ->
                Duration.empirical(List.of(0.5 * mean, mean, 1.25 * mean, Math.ceil(mean)), Provenance.UNSIGNED_GUESS);
        };
    }

    private void service(Cases cases, int s, boolean[] visits, LocalDate start) {
        Cases.Stop stop = cases.service(name(s));
        stop.partner(chance(0.5) ? "board" : "council").stay(time(between(1, 8)));
        boolean visited = visits[s];
        if (visits[s]) {
            stop.visitsADay(10 + random.nextInt(30)).visits(number(1, 4), number(0, 2), chance(0.5) ? 0.2 : 0);
        } else {
            stop.capacity(places(start));
            visited = chance(0.2);
            if (visited) {
                stop.visits(number(1, 4), number(0, 2), 0.1);
            }
        }
        if (chance(0.25)) {
            stop.starts(IntStream.range(0, 7)
                    .mapToObj(_ -> chance(0.4) ? between(0, 0.9) : 1.0)
                    .map(f -> f < 0.2 ? 0.0 : f)
                    .toArray(Double[]::new));
        }
        routes(stop, s);
        int room = random.nextInt(services);
        if (room < s && !visits[room] && chance(0.6)) {
            stop.waitsIn(name(room));
        }
        stop.queue(queue(s));
        if (chance(0.2)) {
            stop.moves(Math.rint(between(0, 6)), name(other(s)), between(0, 1));
        }
        if (chance(0.2)) {
            stop.stayGrows(between(0, 0.1));
        }
        if (chance(0.2)) {
            stop.handOver(time(between(0.2, 1)));
        }
        stop.cost(cost(visited));
        if (chance(0.5)) {
            stop.fundedBy(java.util.Map.of("board", 0.25, "council", 0.75));
        }
    }

    private int other(int s) {
        int next = random.nextInt(services - 1);
        return next < s ? next : next + 1;
    }

    private Capacity places(LocalDate start) {
        double kind = random.nextDouble();
        if (kind < 0.15) {
            return new Capacity.Unlimited();
        }
        if (kind < 0.3) {
            return new Capacity.Calendar(
                    Capacity.Unit.PLACES,
                    List.of(
                            new Capacity.Step(null, Parameter.of(random.nextInt(9))),
                            new Capacity.Step(start.plusDays(15), Parameter.of(random.nextInt(9)))));
        }
        if (kind < 0.4) {
            return new Capacity.Cycle(
                    Capacity.Unit.PLACES,
                    List.of(Parameter.of(random.nextInt(9)), Parameter.of(random.nextInt(9)), Parameter.of(4)));
        }
        return Capacity.places(random.nextInt(9) + (chance(0.1) ? 0.5 : 0));
    }

    private void routes(Cases.Stop stop, int s) {
        double left = 1;
        for (int to = 0; to < services; to++) {
            if (chance(to == s ? 0.15 : 0.4)) {
                double share = left * between(0.1, 0.7);
                to(stop, name(to), share);
                left -= share;
            }
        }
        branches = s == 1 ? left < 1 : branches;
        to(stop, "home", left);
    }

    private void to(Cases.Stop stop, String next, double share) {
        if (chance(0.15)) {
            stop.to(next, share, time(between(0.2, 2)));
        } else {
            stop.to(next, share);
        }
    }

    private Queue queue(int s) {
        boolean leaves = chance(0.25);
        return new Queue(
                tagged && chance(0.35)
                        ? new Queue.Order.ByTag("colour", List.of("blue", "red"))
                        : new Queue.Order.Fifo(),
                chance(0.35) ? Parameter.of(random.nextInt(6)) : null,
                chance(0.5) ? Queue.Overflow.LOST : Queue.Overflow.OUTSIDE,
                leaves ? time(between(1, 10)) : null,
                leaves && chance(0.5) ? name(other(s)) : null);
    }

    private Cost cost(boolean visited) {
        return new Cost(
                maybe(100),
                maybe(50),
                maybe(200),
                visited ? maybe(20) : null,
                maybe(100_000),
                chance(0.5)
                        ? null
                        : new Cost.Step(
                                Parameter.of(1 + random.nextInt(4)),
                                Parameter.of(50_000),
                                Parameter.of(random.nextInt(3))));
    }

    private @Nullable Parameter maybe(double scale) {
        return chance(0.5) ? Parameter.of(between(0, scale)) : null;
    }

    private void open(Cases cases, int s) {
        if (chance(0.5)) {
            cases.open(new Opening(
                    name(s),
                    Opening.Group.of(random.nextInt(8)),
                    chance(0.3) ? time(between(1, 10)) : null,
                    Opening.Group.of(random.nextInt(5)),
                    Opening.Group.of(0)));
        } else {
            cases.open(name(s), elapsed(8), elapsed(5), null);
        }
    }

    private List<Double> elapsed(int most) {
        List<Double> days = new ArrayList<>();
        int count = random.nextInt(most);
        for (int i = 0; i < count; i++) {
            days.add(number(0, 6));
        }
        return days;
    }

    private void measures(Cases cases) {
        for (int m = 0; m < 4; m++) {
            SequencedMap<String, String> where = new LinkedHashMap<>();
            List<String> in = new ArrayList<>();
            List<String> wanted = new ArrayList<>();
            if (chance(0.6)) {
                in.add(name(random.nextInt(services)));
            }
            if (chance(0.3)) {
                in.add(chance(0.5) ? Measure.OUTSIDE : Measure.HOME);
            }
            if (chance(0.4)) {
                wanted.add(name(random.nextInt(services)));
            }
            if (tagged && chance(0.4)) {
                where.put("colour", TAGS.get(random.nextInt(3)));
            }
            cases.measure(new Measure(
                    "m" + m,
                    Name.of("m" + m),
                    oneOf(Measure.Count.values()),
                    in,
                    wanted,
                    where,
                    chance(0.5) ? 0 : number(0, 4),
                    chance(0.2) ? new Measure.CensusDay(1 + random.nextInt(4), 1 + random.nextInt(7)) : null,
                    chance(0.5) ? (double) random.nextInt(5) : null));
        }
    }

    private void scenario(Cases cases, LocalDate start) {
        LocalDate from = chance(0.5) ? null : start.plusDays(5 + random.nextInt(10));
        LocalDate until = chance(0.5) ? null : start.plusDays(16 + random.nextInt(10));
        List<Scenario.Change> changes = new ArrayList<>();
        changes.add(new Scenario.Change(
                "services.s0.length-of-stay",
                Scenario.Operation.TIMES,
                Parameter.of(between(0.5, 1.5)),
                List.of(),
                from,
                until));
        if (branches) {
            changes.add(new Scenario.Change(
                    "services.s1.routes.home",
                    Scenario.Operation.TIMES,
                    Parameter.of(between(0.5, 1.5)),
                    List.of(),
                    from,
                    until));
        }
        changes.add(new Scenario.Change(
                "services.s1.length-of-stay", Scenario.Operation.TIMES, Parameter.of(0.8), List.of(), null, until));
        cases.scenario("other", changes.toArray(Scenario.Change[]::new));
    }
}
