package org.whorl.server.thread;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.draw.Lineage;
import org.whorl.server.design.Screen;

/** The thread as a page: what led here, and what came of it. */
@Controller
@RequestMapping("/p/{slug}/thread")
class ThreadPages {

    private static final int OF_EACH = 5;

    private final Threads threads;

    ThreadPages(Threads threads) {
        this.threads = threads;
    }

    /** Somewhere to begin. */
    @GetMapping
    ResponseEntity<String> begin(Screen s) {
        return s.show(
                "thread/begin",
                Map.of("newest", threads.newest(OF_EACH, s.language().code())));
    }

    @GetMapping("/{kind}")
    ResponseEntity<String> trace(Screen s, @PathVariable String kind, @RequestParam String id) {
        Trace trace = threads.trace(kind, id, s.language().code()).orElseThrow();
        return s.show("thread/trace", Map.of("trace", trace, "figure", picture(s, trace)));
    }

    /** Nothing to draw where nothing is tied to it. */
    private static Optional<String> picture(Screen s, Trace trace) {
        if (trace.around().isEmpty()) {
            return Optional.empty();
        }
        List<Lineage.Node> nodes = new ArrayList<>();
        nodes.add(node(s, trace.self(), 0));
        for (Trace.Near near : nearestFirst(trace.around())) {
            if (nodes.stream()
                    .noneMatch(node -> node.id().equals(id(near.thing().key())))) {
                nodes.add(node(s, near.thing(), near.steps()));
            }
        }
        List<Lineage.Link> links = trace.links().stream()
                .map(link -> new Lineage.Link(id(link.from()), id(link.to())))
                .distinct()
                .toList();
        return Optional.of(new Lineage(s.language().words(), s.say("thread.picture"), sentence(s, trace), nodes, links)
                .figure("thread"));
    }

    /** A picture has room for few in each step: so the nearest first, and of each step one of every kind before the next of any. */
    private static List<Trace.Near> nearestFirst(List<Trace.Near> around) {
        Map<List<Object>, Integer> before = new HashMap<>();
        Map<Trace.Near, Integer> turn = new HashMap<>();
        around.forEach(near ->
                turn.put(near, before.merge(List.of(near.steps(), near.thing().kind()), 1, Integer::sum)));
        return around.stream()
                .sorted(Comparator.comparingInt((Trace.Near near) -> Math.abs(near.steps()))
                        .thenComparing(turn::get))
                .toList();
    }

    private static Lineage.Node node(Screen s, Thing thing, int step) {
        return new Lineage.Node(id(thing.key()), s.say("thread.kind." + thing.kind()), thing.title(), step);
    }

    private static String id(Thing.Key key) {
        return key.kind() + " " + key.id();
    }

    private static String sentence(Screen s, Trace trace) {
        long before = trace.around().stream().filter(near -> near.steps() < 0).count();
        return s.count("thread.before", before) + " "
                + s.count("thread.after", trace.around().size() - before);
    }
}
