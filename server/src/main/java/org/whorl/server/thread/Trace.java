package org.whorl.server.thread;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What led to a thing and what came of it, as far as the viewer may see.
 *
 * @param self the thing
 * @param around what is near it, with how many ties lie between: fewer than 0 before it, more after it
 * @param links the ties between all of these
 * @param more was there more in a step than is given?
 */
public record Trace(Thing self, List<Near> around, List<Link> links, boolean more) {

    /** Keeps copies. */
    public Trace {
        around = List.copyOf(around);
        links = List.copyOf(links);
    }

    /**
     * A thing that is near.
     *
     * @param thing what
     * @param steps how many ties away; fewer than 0 when it came before
     */
    public record Near(Thing thing, int steps) {}

    /**
     * One tie.
     *
     * @param from what was first
     * @param to what came of it
     * @param because how they belong together
     */
    public record Link(Thing.Key from, Thing.Key to, String because) {}

    /**
     * A thing one tie away, and what lies behind it.
     *
     * @param thing what
     * @param because how it belongs to the thing the trace is of
     * @param beyond what comes before it, or after it, where it is one of few
     */
    public record Step(Thing thing, String because, List<Thing> beyond) {}

    /** What led to it directly, by kind, in the order of time. */
    public Map<String, List<Step>> ledHere() {
        return byKind(-1);
    }

    /** What came of it directly, by kind, in the order of time. */
    public Map<String, List<Step>> cameOfIt() {
        return byKind(1);
    }

    private Map<String, List<Step>> byKind(int way) {
        Map<String, List<Step>> kinds = new LinkedHashMap<>();
        for (Link link : links) {
            Thing.Key here = way < 0 ? link.to() : link.from();
            Thing.Key there = way < 0 ? link.from() : link.to();
            if (here.equals(self.key())) {
                find(there)
                        .ifPresent(thing -> kinds.computeIfAbsent(thing.kind(), _ -> new ArrayList<>())
                                .add(new Step(thing, link.because(), beyond(thing, way))));
            }
        }
        kinds.values()
                .forEach(steps -> steps.sort(
                        Comparator.comparing((Step step) -> step.thing().day().orElse(LocalDate.MIN))
                                .thenComparing(step -> step.thing().title())));
        return kinds;
    }

    private List<Thing> beyond(Thing thing, int way) {
        return links.stream()
                .filter(link -> (way < 0 ? link.to() : link.from()).equals(thing.key()))
                .map(link -> way < 0 ? link.from() : link.to())
                .filter(key -> !key.equals(self.key()))
                .distinct()
                .flatMap(key -> find(key).stream())
                .toList();
    }

    private Optional<Thing> find(Thing.Key key) {
        return around.stream()
                .map(Near::thing)
                .filter(thing -> thing.key().equals(key))
                .findFirst();
    }
}
