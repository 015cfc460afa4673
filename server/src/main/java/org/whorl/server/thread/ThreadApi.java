package org.whorl.server.thread;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.server.design.Screen;

/** For programs: the thread. */
@RestController
@RequestMapping("/api/v1/p/{slug}/thread")
class ThreadApi {

    private final Threads threads;

    ThreadApi(Threads threads) {
        this.threads = threads;
    }

    /**
     * Something the thread runs through.
     *
     * @param kind what kind of thing
     * @param id which of its kind
     * @param title what it is called
     * @param page its page inside the partnership
     * @param day since when, as 2026-11-23; empty where that is not kept
     * @param steps how many ties away: fewer than 0 came before
     */
    record Node(String kind, String id, String title, String page, String day, int steps) {}

    /**
     * What led to what.
     *
     * @param fromKind the kind of what was first
     * @param fromId which it was
     * @param toKind the kind of what came of it
     * @param toId which that is
     * @param because how they belong together
     */
    record Link(String fromKind, String fromId, String toKind, String toId, String because) {}

    /**
     * A thing with what led to it and what came of it.
     *
     * @param self the thing
     * @param around what is near, up to three ties each way
     * @param links the ties between all of these
     * @param more was there more than is given?
     */
    record Threaded(Node self, List<Node> around, List<Link> links, boolean more) {}

    /** What led to a thing and what came of it, as far as the holder of the key may see. */
    @GetMapping("/{kind}")
    Threaded traceThread(Screen s, @PathVariable String kind, @RequestParam String id) {
        Trace trace = threads.trace(kind, id, s.language().code()).orElseThrow();
        return new Threaded(
                node(trace.self(), 0),
                trace.around().stream()
                        .map(near -> node(near.thing(), near.steps()))
                        .toList(),
                trace.links().stream()
                        .map(link -> new Link(
                                link.from().kind(),
                                link.from().id(),
                                link.to().kind(),
                                link.to().id(),
                                link.because()))
                        .toList(),
                trace.more());
    }

    private static Node node(Thing thing, int steps) {
        return new Node(
                thing.kind(),
                thing.id(),
                thing.title(),
                thing.path(),
                thing.day().map(Object::toString).orElse(""),
                steps);
    }
}
