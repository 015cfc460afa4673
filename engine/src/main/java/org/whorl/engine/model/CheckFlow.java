package org.whorl.engine.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether everyone who enters a service stays for a time that is known, and can leave in the end. */
final class CheckFlow {
    private final Model model;
    private final Problems problems;
    private final List<String> services;

    CheckFlow(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
        this.services = Check.ids(model);
    }

    void flow() {
        needed().forEach((id, why) -> {
            if (model.findService(id).orElseThrow().lengthOfStay() == null) {
                problems.add(
                        "services." + id + ".length-of-stay",
                        "%s, and nobody says for how long".formatted(why),
                        "write one such as {lognormal: {mean: 10, sd: 7.7}}");
            }
        });
        waitingInARing();
        withoutExit();
    }

    /** The services where someone stays, each with who that is. */
    private Map<String, String> needed() {
        Map<String, String> needed = new LinkedHashMap<>();
        model.arrivals().forEach(a -> needed.putIfAbsent(a.to(), "people come here (arrivals.%s)".formatted(a.id())));
        for (Service service : model.services()) {
            String from = "services." + service.id();
            for (Route route : service.routes()) {
                needed.putIfAbsent(route.to(), "people are sent here (%s.routes)".formatted(from));
            }
            if (service.whileWaiting().moves() != null) {
                needed.putIfAbsent(
                        service.whileWaiting().moves().to(), "people move here (%s.while-waiting)".formatted(from));
            }
            if (service.queue().leaveTo() != null) {
                needed.putIfAbsent(service.queue().leaveTo(), "people leave to here (%s.queue)".formatted(from));
            }
        }
        model.opening()
                .forEach(o -> needed.putIfAbsent(
                        o.service(), "people are here at the opening (opening.%s)".formatted(o.service())));
        needed.keySet().retainAll(services);
        return needed;
    }

    private void waitingInARing() {
        Set<String> told = new HashSet<>();
        for (Service service : model.services()) {
            List<String> chain = new ArrayList<>();
            String at = service.id();
            while (at != null && !chain.contains(at) && !told.contains(at)) {
                chain.add(at);
                Service next = model.findService(at).orElse(null);
                at = next == null || at.equals(next.waitsIn()) ? null : next.waitsIn();
            }
            if (at != null && chain.contains(at)) {
                List<String> ring = chain.subList(chain.indexOf(at), chain.size());
                problems.add(
                        "services." + ring.getFirst() + ".waits-in",
                        "people wait in a ring: %s, %s".formatted(String.join(", ", ring), at),
                        "let one of them have no waits-in");
            }
            told.addAll(chain);
        }
    }

    /** Follows routes backwards from the exits; what is not reached goes round for ever. */
    private void withoutExit() {
        Set<String> leave = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Service service : model.services()) {
                if (!leave.contains(service.id()) && leadsOut(service, leave)) {
                    grew = leave.add(service.id());
                }
            }
        }
        Set<String> told = new HashSet<>();
        for (Service service : model.services()) {
            List<String> walk = new ArrayList<>();
            String at = service.id();
            while (!leave.contains(at) && !walk.contains(at) && !told.contains(at)) {
                walk.add(at);
                at = model.findService(at).orElseThrow().routes().stream()
                        .filter(r -> r.share().value() > 0)
                        .findFirst()
                        .orElseThrow()
                        .to();
            }
            if (walk.contains(at)) {
                List<String> ring = walk.subList(walk.indexOf(at), walk.size());
                problems.add(
                        "services." + ring.getFirst() + ".routes",
                        "nobody who comes here can ever leave: %s, %s".formatted(String.join(", ", ring), at),
                        "give one of them a route to an exit such as "
                                + (model.exits().isEmpty()
                                        ? "home"
                                        : model.exits().getFirst()));
            }
            told.addAll(walk);
        }
    }

    private boolean leadsOut(Service service, Set<String> leave) {
        boolean open = true;
        for (Route route : service.routes()) {
            if (route.share().value() > 0) {
                open = false;
                // An unknown name is told elsewhere; it must not look like a trap as well.
                if (!services.contains(route.to()) || leave.contains(route.to())) {
                    return true;
                }
            }
        }
        return open;
    }
}
