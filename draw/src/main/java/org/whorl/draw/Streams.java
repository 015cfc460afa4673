package org.whorl.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whorl.draw.Flow.Link;
import org.whorl.draw.Flow.Stop;

/**
 * A flow as numbers: which streams run back, and in which layer each stop stands. A stop lies one layer after the last
 * of those that feed it; where people leave, all stand in the last layer. Stops nobody passes are left out.
 *
 * @param stops those with a stream
 * @param streams in the order of the links
 * @param layers of each stop, from 0
 * @param depth how many layers there are
 */
record Streams(List<Stop> stops, List<Stream> streams, int[] layers, int depth) {

    /** People on their way from one stop to another, by their places in the list. */
    record Stream(int from, int to, double perDay, boolean returning, Link link) {}

    static Streams of(Flow flow) {
        List<Link> links = flow.links().stream().filter(Link::flows).toList();
        List<Stop> stops = flow.stops().stream()
                .filter(stop -> links.stream()
                        .anyMatch(link ->
                                link.from().equals(stop.id()) || link.to().equals(stop.id())))
                .toList();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < stops.size(); i++) {
            places.put(stops.get(i).id(), i);
        }
        int[][] ends = new int[links.size()][2];
        List<List<Integer>> leaving = new ArrayList<>();
        stops.forEach(stop -> leaving.add(new ArrayList<>()));
        for (int i = 0; i < ends.length; i++) {
            ends[i][0] = places.getOrDefault(links.get(i).from(), 0);
            ends[i][1] = places.getOrDefault(links.get(i).to(), 0);
            leaving.get(ends[i][0]).add(i);
        }
        BitSet returning = returning(ends, leaving);
        List<Stream> streams = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            streams.add(new Stream(ends[i][0], ends[i][1], links.get(i).perDay(), returning.get(i), links.get(i)));
        }
        int[] layers = layers(stops.size(), streams);
        int depth = Arrays.stream(layers).max().orElse(0) + 1;
        return new Streams(stops, List.copyOf(streams), layers, depth);
    }

    boolean anyReturning() {
        return streams.stream().anyMatch(Stream::returning);
    }

    /** The larger of what comes in and what goes out, people a day. */
    double through(int stop) {
        double in = 0;
        double out = 0;
        for (Stream stream : streams) {
            in += stream.to() == stop ? stream.perDay() : 0;
            out += stream.from() == stop ? stream.perDay() : 0;
        }
        return Math.max(in, out);
    }

    /** The links that close a ring when stops are walked in their order; without them no ring is left. */
    private static BitSet returning(int[][] ends, List<List<Integer>> leaving) {
        int stops = leaving.size();
        BitSet returning = new BitSet();
        BitSet done = new BitSet();
        BitSet onTheWay = new BitSet();
        int[] next = new int[stops];
        List<Integer> starts = new ArrayList<>();
        BitSet fed = new BitSet();
        for (int[] end : ends) {
            if (end[0] != end[1]) {
                fed.set(end[1]);
            }
        }
        // First from where people arrive, so that a ring is cut where it comes back.
        for (int i = fed.nextClearBit(0); i < stops; i = fed.nextClearBit(i + 1)) {
            starts.add(i);
        }
        for (int i = 0; i < stops; i++) {
            starts.add(i);
        }
        for (int start : starts) {
            List<Integer> way = new ArrayList<>();
            if (!done.get(start)) {
                way.add(start);
                onTheWay.set(start);
            }
            while (!way.isEmpty()) {
                int here = way.getLast();
                if (next[here] == leaving.get(here).size()) {
                    done.set(here);
                    onTheWay.clear(here);
                    way.removeLast();
                    continue;
                }
                int link = leaving.get(here).get(next[here]++);
                int to = ends[link][1];
                if (onTheWay.get(to)) {
                    returning.set(link);
                } else if (!done.get(to)) {
                    way.add(to);
                    onTheWay.set(to);
                }
            }
        }
        return returning;
    }

    private static int[] layers(int stops, List<Stream> streams) {
        int[] layers = new int[stops];
        boolean moved = true;
        // Without rings this settles after as many rounds as the longest way has steps.
        while (moved) {
            moved = false;
            for (Stream stream : streams) {
                if (!stream.returning() && layers[stream.to()] <= layers[stream.from()]) {
                    layers[stream.to()] = layers[stream.from()] + 1;
                    moved = true;
                }
            }
        }
        int last = Arrays.stream(layers).max().orElse(0);
        BitSet leads = new BitSet();
        BitSet fed = new BitSet();
        for (Stream stream : streams) {
            if (!stream.returning()) {
                leads.set(stream.from());
                fed.set(stream.to());
            }
        }
        for (int i = 0; i < stops; i++) {
            if (!leads.get(i) && fed.get(i)) {
                layers[i] = last;
            }
        }
        return layers;
    }
}
