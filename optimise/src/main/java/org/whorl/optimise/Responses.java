package org.whorl.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.whorl.engine.allocation.Places;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Line;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.PlacePrice;
import org.whorl.engine.load.PreparedDraws;
import org.whorl.engine.model.Limits;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

/** Asks the instant tier what each service does at each level, in every draw of what is not known, and writes it down. */
final class Responses {

    /** Levels each way, evenly apart in whole places, beside leaving a service as it is. */
    private static final int EACH_WAY = 3;

    private final Model model;
    private final Limits limits;
    private final int draws;
    private final List<Part> parts;
    private final List<Line> lines = new ArrayList<>();

    /**
     * One part of the model, made ready.
     *
     * @param ready asked in every draw
     * @param services its services
     * @param overloadedToday in how many draws a service has too few places as things stand
     */
    private record Part(PreparedDraws ready, Set<String> services, Map<String, Integer> overloadedToday) {}

    /**
     * Makes a model ready to be asked.
     *
     * @param model all of whose measures may be asked for
     * @param watch is told how many of the draws are made, and may stop the work
     */
    Responses(Model model, int draws, long seed, Progress watch) {
        this.model = model;
        this.draws = draws;
        limits = model.agreements().limits();
        limits.aim().keySet().forEach(measure -> lines.add(new Line(Subject.measure(measure), Field.MEAN)));
        model.partners().forEach(p -> lines.add(new Line(Subject.partner(p.id()), Field.CASH)));
        List<Model> pieces = Parts.of(model);
        parts = new ArrayList<>();
        for (Model piece : pieces) {
            Set<String> services = new LinkedHashSet<>();
            piece.services().forEach(service -> services.add(service.id()));
            boolean asked = limits.choices().stream().anyMatch(choice -> services.contains(choice.service()));
            if (asked) {
                PreparedDraws ready = new PreparedDraws(piece, draws, seed, watch);
                parts.add(new Part(
                        ready,
                        services,
                        ready.drawn(new Scenario("today", Name.of("today"), List.of()), List.of())
                                .overloaded()));
            }
        }
    }

    /**
     * One change as it comes out.
     *
     * @param gain in each draw
     * @param net each partner's cash more in the mean of the draws
     * @param others in each draw, what else was asked for
     * @param overloads whether it leaves a service with too few places, oftener than is borne
     */
    record Response(double[] gain, double[] net, double[][] others, boolean overloads) {}

    /** Asks about a change of the places of services. */
    Response ask(Scenario scenario) {
        return ask(scenario, List.of());
    }

    /**
     * Asks about a change of the places of services.
     *
     * @param others what else is asked for
     */
    Response ask(Scenario scenario, List<Line> others) {
        List<Line> asked = new ArrayList<>(lines);
        asked.addAll(others);
        double[][] sums = new double[asked.size()][draws];
        boolean overloads = false;
        for (Part part : parts) {
            List<Scenario.Change> here = scenario.changes().stream()
                    .filter(change -> part.services().contains(change.path().split("\\.", 3)[1]))
                    .toList();
            if (!here.isEmpty()) {
                PreparedDraws.Drawn drawn =
                        part.ready().drawn(new Scenario(scenario.id(), scenario.name(), here), asked);
                for (int i = 0; i < sums.length; i++) {
                    for (int d = 0; d < draws; d++) {
                        sums[i][d] += drawn.differences()[i][d];
                    }
                }
                overloads |= drawn.overloaded().entrySet().stream()
                        .anyMatch(e -> e.getValue() > limits.overload() * draws
                                && e.getValue() > part.overloadedToday().getOrDefault(e.getKey(), 0));
            }
        }
        List<Double> worths = List.copyOf(limits.aim().values());
        double[] gain = new double[draws];
        for (int i = 0; i < worths.size(); i++) {
            for (int d = 0; d < draws; d++) {
                gain[d] -= worths.get(i) * sums[i][d];
            }
        }
        double[] net = new double[model.partners().size()];
        for (int p = 0; p < net.length; p++) {
            net[p] = Arrays.stream(sums[worths.size() + p]).average().orElse(0);
        }
        return new Response(gain, net, Arrays.copyOfRange(sums, lines.size(), sums.length), overloads);
    }

    /** The whole problem; levels that would overload a service are left out. */
    Problem problem(Progress watch) {
        List<Problem.Choice> choices = new ArrayList<>();
        List<Level> levels = new ArrayList<>();
        for (Limits.Choice choice : limits.choices()) {
            for (double places : places(choice)) {
                levels.add(new Level(choice, places));
            }
        }
        AtomicInteger done = new AtomicInteger();
        List<Response> responses = IntStream.range(0, levels.size())
                .parallel()
                .mapToObj(i -> {
                    if (watch.cancelled()) {
                        throw new CancellationException("stopped while asking what each level does");
                    }
                    Response response = ask(levels.get(i).scenario());
                    watch.at(done.incrementAndGet(), levels.size());
                    return response;
                })
                .toList();
        for (Limits.Choice choice : limits.choices()) {
            SequencedMap<Double, Response> kept = new LinkedHashMap<>();
            for (int i = 0; i < levels.size(); i++) {
                Level level = levels.get(i);
                if (level.choice().equals(choice)
                        && (level.places() == 0 || !responses.get(i).overloads())) {
                    kept.put(level.places(), responses.get(i));
                }
            }
            choices.add(choice(choice, kept));
        }
        return new Problem(
                choices,
                byPartner(limits.budgets(), 0),
                byPartner(limits.worse(), 0),
                byPartner(limits.staff(), Double.POSITIVE_INFINITY),
                limits.transfers());
    }

    /** One level to ask about. */
    private record Level(Limits.Choice choice, double places) {
        Scenario scenario() {
            return new Scenario("level", Name.of("level"), List.of(Places.change(choice.service(), places)));
        }
    }

    /** Whole places from the ramp down, never below the floor, to the ramp up; 0 among them. */
    private List<Double> places(Limits.Choice choice) {
        Service service = model.findService(choice.service()).orElseThrow();
        double today = service.capacity().amount(model.time(), model.time().warmUp());
        double fewer = Math.floor(Math.max(0, Math.min(choice.fewer(), today - choice.least())));
        double more = Math.floor(choice.more());
        TreeSet<Double> places = new TreeSet<>(List.of(0.0));
        for (int i = 1; i <= EACH_WAY; i++) {
            places.add(-Math.rint(fewer * i / EACH_WAY) + 0.0);
            places.add(Math.rint(more * i / EACH_WAY));
        }
        return List.copyOf(places);
    }

    private Problem.Choice choice(Limits.Choice choice, SequencedMap<Double, Response> levels) {
        Service service = model.findService(choice.service()).orElseThrow();
        OptionalDouble price = PlacePrice.inMeasuredTime(model, service);
        double[] money = new double[model.partners().size()];
        int owner = 0;
        for (int p = 0; p < money.length; p++) {
            String partner = model.partners().get(p).id();
            owner = service.partner().equals(partner) ? p : owner;
            money[p] = price.orElse(0) * share(service, partner);
        }
        List<Response> responses = List.copyOf(levels.values());
        return new Problem.Choice(
                choice.service(),
                owner,
                levels.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                responses.stream().map(Response::gain).toArray(double[][]::new),
                responses.stream().map(Response::net).toArray(double[][]::new),
                money,
                choice.staff());
    }

    /** Who puts the money in: a pool's members, those who fund the service, or its owner. */
    private double share(Service service, String partner) {
        SequencedMap<String, Parameter> shares = model.agreements().pools().stream()
                .filter(pool -> pool.services().contains(service.id()))
                .findFirst()
                .map(pool -> pool.shares())
                .orElse(service.funding());
        if (shares.isEmpty()) {
            return service.partner().equals(partner) ? 1 : 0;
        }
        Parameter share = shares.get(partner);
        return share == null ? 0 : share.value();
    }

    private double[] byPartner(Map<String, Double> amounts, double leftOut) {
        return model.partners().stream()
                .map(Partner::id)
                .mapToDouble(id -> amounts.getOrDefault(id, leftOut))
                .toArray();
    }
}
