package org.whorl.engine.model;

import static org.whorl.engine.model.Problems.number;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a reader should know of a model that can be run all the same. */
final class Doubts {
    private final Model model;
    private final Problems problems = new Problems();

    Doubts(Model model) {
        this.model = model;
    }

    List<Problem> found() {
        Set<String> used = used();
        for (Service service : model.services()) {
            String path = "services." + service.id();
            if (!used.contains(service.id())) {
                problems.add(path, "nobody ever comes here", "point an arrival or a route to it, or leave it out");
            }
            places(path + ".capacity", service);
        }
        for (Scenario scenario : model.scenarios()) {
            for (int i = 0; i < scenario.changes().size(); i++) {
                late(
                        "scenarios." + scenario.id() + ".change[" + i + "]",
                        scenario.changes().get(i));
            }
        }
        model.agreements().limits().choices().forEach(this::floor);
        return problems.found();
    }

    /** Somebody may well ask what fewer places than agreed would do; it is not theirs to change the agreement. */
    private void floor(Limits.Choice choice) {
        Optional<Capacity> capacity =
                model.findService(choice.service()).map(Service::capacity).filter(c -> !c.isUnlimited());
        if (capacity.isEmpty()) {
            return;
        }
        double today = capacity.get().amount(model.time(), model.time().warmUp());
        if (choice.least() > today) {
            problems.add(
                    "agreements.limits.services." + choice.service() + ".least",
                    "there are %s today, fewer than %s".formatted(number(today), number(choice.least())),
                    "agree on a lower floor, or on more places");
        }
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>();
        model.arrivals().forEach(a -> used.add(a.to()));
        model.opening().forEach(o -> used.add(o.service()));
        for (Service service : model.services()) {
            service.routes().forEach(r -> used.add(r.to()));
            if (service.waitsIn() != null) {
                used.add(service.waitsIn());
            }
            if (service.whileWaiting().moves() != null) {
                used.add(service.whileWaiting().moves().to());
            }
            if (service.queue().leaveTo() != null) {
                used.add(service.queue().leaveTo());
            }
        }
        return used;
    }

    private void places(String path, Service service) {
        List<Parameter> amounts = switch (service.capacity()) {
            case Capacity.Unlimited _ -> List.of();
            case Capacity.Calendar c ->
                c.steps().stream().map(Capacity.Step::amount).toList();
            case Capacity.Cycle c -> c.amounts();
        };
        if (!amounts.isEmpty() && amounts.stream().allMatch(a -> a.value() == 0)) {
            problems.add(
                    path,
                    "there is never a place, so that everyone who needs %s waits for ever".formatted(service.id()),
                    "check that 0 is meant");
        }
        if (!service.capacity().countsVisits()) {
            amounts.stream()
                    .filter(a -> a.value() != Math.floor(a.value()))
                    .findFirst()
                    .ifPresent(a -> problems.add(
                            path,
                            "%s places count as %s".formatted(number(a.value()), number(Math.floor(a.value()))),
                            "places are rounded down to whole ones"));
        }
    }

    private void late(String path, Scenario.Change change) {
        Horizon time = model.time();
        if (change.from() != null && time.clock(change.from()) >= time.end()) {
            problems.add(
                    path,
                    "it begins on %s, after the last day".formatted(change.from()),
                    "the scenario will look as if it changed nothing");
        } else if (change.until() != null && !change.until().isAfter(time.start())) {
            problems.add(
                    path,
                    "it ends on %s, before the first day".formatted(change.until()),
                    "the scenario will look as if it changed nothing");
        }
    }
}
