package org.whorl.engine.model;

import static org.whorl.engine.model.Problems.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Says whether a model holds together, and if not, where and why. Whatever passes can be run: no engine needs to ask
 * these questions again.
 */
public final class Check {

    /** The longest time that can be asked for: a century. */
    private static final int LONGEST = 36_525;

    private static final double MOST_PEOPLE = 1e9;

    private static final List<String> SECTIONS = List.of(
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

    private final Model model;
    private final Problems problems = new Problems();

    private Check(Model model) {
        this.model = model;
    }

    /** All problems, in the order of the model; none when the model can be run. */
    public static List<Problem> of(Model model) {
        Check check = new Check(model);
        check.time();
        check.money();
        check.names();
        CheckNumbers numbers = new CheckNumbers(check.problems);
        model.map(numbers);
        model.arrivals().forEach(check::arrival);
        new CheckServices(model, check.problems).services();
        new CheckOpening(model, check.problems).opening();
        CheckScenarios scenarios = new CheckScenarios(model, check.problems);
        scenarios.scenarios();
        check.measures();
        check.observed();
        new CheckAgreements(model, check.problems).agreements();
        new CheckNeeds(model, check.problems).needs();
        check.programmes();
        if (check.problems.none()) {
            scenarios.outcomes();
        }
        return check.inOrder(check.problems.found());
    }

    /**
     * What is wrong with a change to a model that holds together itself; nothing when the changed model can be run.
     *
     * @param scenario a change the model need not know
     */
    public static List<Problem> of(Model model, Scenario scenario) {
        Check check = new Check(model);
        CheckScenarios scenarios = new CheckScenarios(model, check.problems);
        scenarios.scenario(scenario);
        if (check.problems.none()) {
            scenarios.outcome(scenario);
        }
        return check.problems.found();
    }

    /**
     * What a reader should know although the model can be run: a service without places, a change that comes too late.
     */
    public static List<Problem> warnings(Model model) {
        Check check = new Check(model);
        return check.inOrder(new Doubts(model).found());
    }

    private List<Problem> inOrder(List<Problem> unordered) {
        Map<String, Integer> rank = new LinkedHashMap<>();
        SECTIONS.forEach(section -> rank.put(section, rank.size()));
        model.arrivals().forEach(a -> rank.putIfAbsent("arrivals." + a.id(), rank.size()));
        model.services().forEach(s -> rank.putIfAbsent("services." + s.id(), rank.size()));
        model.opening().forEach(o -> rank.putIfAbsent("opening." + o.service(), rank.size()));
        model.scenarios().forEach(s -> rank.putIfAbsent("scenarios." + s.id(), rank.size()));
        model.measures().forEach(m -> rank.putIfAbsent("measures." + m.id(), rank.size()));
        return unordered.stream()
                .sorted(Comparator.comparingInt((Problem p) -> rank.getOrDefault(part(p.path(), 1), rank.size()))
                        .thenComparingInt(p -> rank.getOrDefault(part(p.path(), 2), -1)))
                .toList();
    }

    /** The first {@code count} words of a path. */
    private static String part(String path, int count) {
        int end = -1;
        for (int i = 0; i < count; i++) {
            end = path.indexOf('.', end + 1);
            if (end < 0) {
                int bracket = path.indexOf('[');
                return bracket < 0 ? path : path.substring(0, bracket);
            }
        }
        return path.substring(0, end);
    }

    private void time() {
        if (model.time().days() < 1 || model.time().days() > LONGEST) {
            problems.add(
                    "time.days",
                    "%d days cannot be run".formatted(model.time().days()),
                    "write a whole number from 1 to " + LONGEST);
        }
        if (model.time().warmUp() < 0 || model.time().warmUp() > LONGEST) {
            problems.add(
                    "time.warm-up",
                    "%d days cannot be run".formatted(model.time().warmUp()),
                    "write a whole number from 0 to " + LONGEST);
        }
    }

    private void money() {
        if (!Money.isYear(model.money().priceYear())) {
            problems.add(
                    "money.price-year",
                    "\"%s\" is not a year".formatted(model.money().priceYear()),
                    "write a year such as 2024/25");
        }
    }

    private void names() {
        problems.ids("partners", model.partners().stream().map(Partner::id).toList());
        problems.ids("exits", model.exits());
        problems.ids("arrivals", model.arrivals().stream().map(Arrival::id).toList());
        problems.ids("services", model.services().stream().map(Service::id).toList());
        problems.ids("opening", model.opening().stream().map(Opening::service).toList());
        problems.ids("scenarios", model.scenarios().stream().map(Scenario::id).toList());
        problems.ids("measures", model.measures().stream().map(Measure::id).toList());
        if (model.exits().isEmpty()) {
            problems.add("exits", "there is no way out", "write at least one, such as [home]");
        }
        if (model.services().isEmpty()) {
            problems.add("services", "there is no service", "name at least one");
        }
        for (Service service : model.services()) {
            if (model.exits().contains(service.id())) {
                problems.add(
                        "services." + service.id(),
                        "%s is the name of an exit too".formatted(service.id()),
                        "give one of them another name");
            } else if (service.id().equals(Measure.HOME) || service.id().equals(Measure.OUTSIDE)) {
                problems.add(
                        "services." + service.id(),
                        "%s is a word of its own: where people wait who have no place".formatted(service.id()),
                        "give the service another name");
            }
        }
    }

    private void arrival(Arrival arrival) {
        String path = "arrivals." + arrival.id();
        problems.known(path + ".to", "service", arrival.to(), ids(model));
        double people = arrival.rate().value() * model.time().end();
        if (people > MOST_PEOPLE) {
            problems.add(
                    path + ".rate",
                    "%s a day brings %s people in all"
                            .formatted(number(arrival.rate().value()), number(people)),
                    "ask for fewer than %s, or for fewer days".formatted(number(MOST_PEOPLE)));
        }
        double dispersion = arrival.dispersion().value();
        if (dispersion > 0 && dispersion < 1) {
            problems.add(
                    path + ".dispersion",
                    "%s is below 1, steadier than chance".formatted(number(dispersion)),
                    "write 1, or more where days vary more than chance makes them");
        }
        arrival.tags().forEach((tag, shares) -> {
            String at = path + ".tags." + tag;
            double sum = 0;
            for (double share : shares.values()) {
                if (!Domain.SHARE.holds(share)) {
                    problems.add(at, CheckNumbers.outside(Domain.SHARE, share), "write " + Domain.SHARE.words());
                    return;
                }
                sum += share;
            }
            problems.addToOne(at, "the shares", sum);
        });
    }

    private void programmes() {
        problems.ids(
                "programmes", model.programmes().stream().map(Programme::id).toList());
        List<String> streams = model.arrivals().stream().map(Arrival::id).toList();
        for (Programme programme : model.programmes()) {
            String path = "programmes." + programme.id() + ".effects";
            programme.effects().forEach((stream, effect) -> {
                problems.known(path + "." + stream, "stream of arrivals", stream, streams);
                if (effect.most() * programme.taken() >= 1) {
                    problems.add(
                            path + "." + stream, "nobody would be left who comes", "write a ratio above 0, or less of");
                }
            });
            if (programme.effects().isEmpty()) {
                problems.add(path, "it does nothing", "write effects: {falls: {ratio: 0.77}}");
            }
        }
    }

    private void measures() {
        SequencedMap<String, Set<String>> tags = tags(model);
        List<String> places = new ArrayList<>(ids(model));
        places.add(Measure.OUTSIDE);
        places.add(Measure.HOME);
        for (Measure measure : model.measures()) {
            String path = "measures." + measure.id();
            measure.in().forEach(in -> problems.known(path + ".in", "place", in, places));
            measure.waitingFor().forEach(s -> problems.known(path + ".for", "service", s, ids(model)));
            measure.where().forEach((tag, value) -> {
                String at = path + ".where." + tag;
                if (problems.known(at, "tag", tag, tags.keySet())) {
                    problems.known(at, "value of " + tag, value, tags.getOrDefault(tag, Set.of()));
                }
            });
            if (!Domain.NOT_NEGATIVE.holds(measure.longerThan())) {
                problems.add(
                        path + ".longer-than",
                        CheckNumbers.outside(Domain.NOT_NEGATIVE, measure.longerThan()),
                        "write a number of days from 0 up");
            }
            if (measure.crisis() != null && !Domain.NOT_NEGATIVE.holds(measure.crisis())) {
                problems.add(
                        path + ".crisis",
                        CheckNumbers.outside(Domain.NOT_NEGATIVE, measure.crisis()),
                        "write a number of people from 0 up");
            }
            if (measure.on() != null) {
                within(path + ".on.week", "week", measure.on().week(), 5, "write a week of the month from 1 to 5");
                within(
                        path + ".on.weekday",
                        "weekday",
                        measure.on().weekday(),
                        7,
                        "write a weekday from 1 (Monday) to 7 (Sunday)");
            }
        }
    }

    private void within(String path, String what, int value, int most, String right) {
        if (value < 1 || value > most) {
            problems.add(path, "there is no %s %d".formatted(what, value), right);
        }
    }

    private void observed() {
        List<String> measures = model.measures().stream().map(Measure::id).toList();
        for (int i = 0; i < model.observed().size(); i++) {
            Observation observation = model.observed().get(i);
            String path = "observed[%d]".formatted(i);
            problems.known(path, "measure", observation.measure(), measures);
            if (!Double.isFinite(observation.value())) {
                problems.add(path, number(observation.value()) + " is not a finite number", "write what was counted");
            }
        }
    }

    /** The ids of all services. */
    static List<String> ids(Model model) {
        return model.services().stream().map(Service::id).toList();
    }

    /** All tags anyone may carry, with all their values. */
    static SequencedMap<String, Set<String>> tags(Model model) {
        SequencedMap<String, Set<String>> tags = new LinkedHashMap<>();
        for (Arrival arrival : model.arrivals()) {
            arrival.tags()
                    .forEach((tag, shares) -> tags.computeIfAbsent(tag, _ -> new LinkedHashSet<>())
                            .addAll(shares.keySet()));
        }
        return tags;
    }
}
