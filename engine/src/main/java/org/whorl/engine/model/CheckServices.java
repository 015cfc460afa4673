package org.whorl.engine.model;

import static org.whorl.engine.model.Problems.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether each service stands. */
final class CheckServices {
    private static final double MOST_PLACES = 1e9;

    private final Model model;
    private final Problems problems;
    private final CheckNumbers numbers;
    private final List<String> services;
    private final List<String> partners;
    private final List<String> ways;

    CheckServices(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
        this.numbers = new CheckNumbers(problems);
        this.services = Check.ids(model);
        this.partners = model.partners().stream().map(Partner::id).toList();
        this.ways = new ArrayList<>(services);
        this.ways.addAll(model.exits());
    }

    void services() {
        for (Service service : model.services()) {
            String path = "services." + service.id();
            problems.known(path + ".partner", "partner", service.partner(), partners);
            capacity(path, service);
            time(path + ".length-of-stay", service.lengthOfStay());
            time(path + ".hand-over", service.handOver());
            time(path + ".queue.leave-after", service.queue().leaveAfter());
            queue(path + ".queue", service.queue());
            waiting(path, service);
            routes(path + ".routes", service);
            transfer(path + ".transfer", service);
            money(path, service);
        }
        new CheckFlow(model, problems).flow();
    }

    private void time(String path, @Nullable Duration time) {
        if (time != null) {
            numbers.time(path, time);
        }
    }

    private void capacity(String path, Service service) {
        String at = path + ".capacity";
        double most = 0;
        switch (service.capacity()) {
            case Capacity.Unlimited _ -> most = Double.POSITIVE_INFINITY;
            case Capacity.Calendar calendar -> {
                if (calendar.steps().isEmpty()) {
                    problems.add(at, "there is no number", "write at least one");
                }
                dates(at, calendar.steps());
                for (Capacity.Step step : calendar.steps()) {
                    most = Math.max(most, step.amount().value());
                }
            }
            case Capacity.Cycle cycle -> {
                if (cycle.amounts().isEmpty()) {
                    problems.add(at, "there is no number", "write one for each day of the pattern");
                }
                for (Parameter amount : cycle.amounts()) {
                    most = Math.max(most, amount.value());
                }
            }
        }
        if (most > MOST_PLACES && Double.isFinite(most)) {
            problems.add(
                    at, number(most) + " is too many", "write up to %s, or unlimited".formatted(number(MOST_PLACES)));
        }
        visits(path, service, most);
    }

    private void dates(String path, List<Capacity.Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            LocalDate before = steps.get(i - 1).from();
            LocalDate from = steps.get(i).from();
            String at = path + "[" + i + "]";
            if (from == null) {
                problems.add(at, "this step has no date", "write from: with the day it begins");
            } else if (before != null && !from.isAfter(before)) {
                problems.add(
                        at + ".from",
                        "%s does not come after %s".formatted(from, before),
                        "write the steps in the order of their dates");
            }
        }
    }

    private void visits(String path, Service service, double most) {
        Visits visits = service.visits();
        if (!service.capacity().countsVisits()) {
            return;
        }
        if (visits == null) {
            problems.add(
                    path + ".visits",
                    "capacity is counted in visits, and nobody says how many a person needs",
                    "write {first: 4, last: 1}");
            return;
        }
        double needed = Math.max(visits.first().value(), visits.last().value())
                * (visits.doubleHanded().value() > 0 ? 2 : 1);
        if (most > 0 && needed > most) {
            problems.add(
                    path + ".visits",
                    "one person may need %s visits a day and there are never more than %s"
                            .formatted(number(needed), number(most)),
                    "write fewer visits for a person, or more in capacity");
        }
    }

    private void queue(String path, Queue queue) {
        if (queue.order() instanceof Queue.Order.ByTag(String tag, List<String> first)) {
            Map<String, Set<String>> tags = Check.tags(model);
            if (problems.known(path + ".order.by", "tag", tag, tags.keySet())) {
                first.forEach(v ->
                        problems.known(path + ".order.first", "value of " + tag, v, tags.getOrDefault(tag, Set.of())));
            }
        }
        if (queue.limit() != null
                && queue.limit().value() != Math.rint(queue.limit().value())) {
            problems.add(
                    path + ".limit",
                    number(queue.limit().value()) + " is not a whole number",
                    "write a whole number of people");
        }
        if (queue.target() != null && !Domain.NOT_NEGATIVE.holds(queue.target())) {
            problems.add(
                    path + ".target",
                    CheckNumbers.outside(Domain.NOT_NEGATIVE, queue.target()),
                    "write " + Domain.NOT_NEGATIVE.words());
        }
        if (queue.leaveTo() != null) {
            problems.known(path + ".leave-to", "exit or service", queue.leaveTo(), ways);
            if (queue.leaveAfter() == null) {
                problems.add(
                        path + ".leave-to",
                        "nobody leaves, because leave-after is not given",
                        "write leave-after: {exponential: {mean: 30}}, or leave leave-to out");
            }
        }
    }

    private void waiting(String path, Service service) {
        String in = service.waitsIn();
        if (in != null) {
            if (in.equals(service.id())) {
                problems.add(
                        path + ".waits-in",
                        "people cannot wait for %s in %s itself".formatted(in, in),
                        "name another service");
            } else {
                problems.known(path + ".waits-in", "service", in, services);
            }
        }
        WhileWaiting.Moves moves = service.whileWaiting().moves();
        if (moves != null) {
            String at = path + ".while-waiting.moves.to";
            if (moves.to().equals(service.id())) {
                problems.add(at, "people already wait for " + service.id(), "name another service");
            } else {
                problems.known(at, "service", moves.to(), services);
            }
        }
    }

    private void routes(String path, Service service) {
        Set<String> seen = new HashSet<>();
        double sum = 0;
        for (Route route : service.routes()) {
            problems.known(path + "." + route.to(), "service or exit", route.to(), ways);
            if (!seen.add(route.to())) {
                problems.add(path + "." + route.to(), "there are two routes to " + route.to(), "keep one");
            }
            sum += route.share().value();
        }
        if (!service.routes().isEmpty() && Double.isFinite(sum)) {
            problems.addToOne(path, "the routes", sum);
        }
    }

    private void transfer(String path, Service service) {
        List<String> routes = service.routes().stream().map(Route::to).toList();
        service.transfer().forEach((to, days) -> {
            problems.known(path + "." + to, "route of " + service.id(), to, routes);
            time(path + "." + to, days);
        });
    }

    private void money(String path, Service service) {
        double sum = 0;
        for (Map.Entry<String, Parameter> share : service.funding().entrySet()) {
            problems.known(path + ".funding." + share.getKey(), "partner", share.getKey(), partners);
            sum += share.getValue().value();
        }
        if (!service.funding().isEmpty() && Double.isFinite(sum)) {
            problems.addToOne(path + ".funding", "the shares", sum);
        }
        if (service.cost().perVisit() != null && service.visits() == null) {
            problems.add(
                    path + ".cost.per-visit",
                    "visits cost money, and nobody says how many a person needs",
                    "write visits: {first: 4, last: 1}");
        }
    }
}
