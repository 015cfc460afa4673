package org.whorl.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How people move: from where they arrive, through services, to where they leave. A stream is as wide as the number of
 * people a day. People who come back to a service they have passed are drawn as dashed streams running back.
 *
 * <p>Wide, the picture runs from left to right in layers. Narrow, or with more layers than fit, it runs down the page.
 *
 * @param stops places people are at, in the order in which they should be read
 * @param links streams between them
 */
public record Flow(Words words, String title, String sentence, List<Stop> stops, List<Link> links) implements Chart {

    /** Refuses a chart without words, two stops with one id, and links to nowhere. */
    public Flow {
        Needed.words(title, sentence);
        stops = List.copyOf(stops);
        links = List.copyOf(links);
        Set<String> ids = new HashSet<>();
        for (Stop stop : stops) {
            if (!ids.add(stop.id())) {
                throw new IllegalArgumentException("two stops are called '%s'".formatted(stop.id()));
            }
        }
        for (Link link : links) {
            if (!ids.contains(link.from()) || !ids.contains(link.to())) {
                throw new IllegalArgumentException(
                        "the link from '%s' to '%s' names a stop that is not there".formatted(link.from(), link.to()));
            }
        }
    }

    /**
     * A place people arrive, are served or end at.
     *
     * @param id names it in links
     * @param name names it for people
     */
    public record Stop(String id, String name) {}

    /**
     * A stream of people.
     *
     * @param from the id of a stop
     * @param to the id of a stop, perhaps the same
     * @param perDay people a day; not drawn unless it is more than nothing
     */
    public record Link(String from, String to, double perDay) {
        boolean flows() {
            return perDay > 0 && Reading.drawable(perDay);
        }
    }

    @Override
    public String svg(Size size, String id) {
        if (links.stream().noneMatch(Link::flows)) {
            return Canvas.empty(this, size, id);
        }
        Streams streams = Streams.of(this);
        Canvas canvas = new Canvas(size);
        canvas.y = 4;
        if (size == Size.WIDE && LayeredFlow.fits(streams, canvas)) {
            new LayeredFlow(this, streams, canvas).draw();
        } else {
            new DescendingFlow(this, streams, canvas).draw();
        }
        if (streams.anyReturning()) {
            canvas.y += 8;
            canvas.paragraph(words.comingBack(), Ink.SOFT);
        }
        return canvas.finish(this, id);
    }

    @Override
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Link link : links) {
            rows.add(List.of(name(link.from()), name(link.to()), words.number(link.perDay())));
        }
        return new Table(title, List.of(words.from(), words.goingTo(), words.peopleADay()), rows);
    }

    String said(Link link) {
        return "%s → %s: %s".formatted(name(link.from()), name(link.to()), words.aDay(words.number(link.perDay())));
    }

    private String name(String id) {
        for (Stop stop : stops) {
            if (stop.id().equals(id)) {
                return stop.name();
            }
        }
        throw new IllegalStateException("no stop is called '" + id + "'");
    }
}
