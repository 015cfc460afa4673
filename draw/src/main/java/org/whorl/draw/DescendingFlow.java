package org.whorl.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whorl.draw.Streams.Stream;
import org.whorl.draw.Svg.Anchor;
import org.whorl.draw.Svg.Path;

/**
 * Draws a {@link Flow} down the page: stops one below the other with their names beside them, and streams as arcs on
 * the left. Room enough for long names on a telephone, and for any number of layers.
 */
final class DescendingFlow {

    private static final double WIDEST_STOP = 40;
    private static final double BAR = 6;
    private static final double LABEL_GAP = 10;
    private static final double ROW_GAP = 26;
    private static final double MARGIN = 4;

    private final Flow flow;
    private final Streams streams;
    private final Canvas canvas;
    private final double spine;
    private final double scale;
    private final Map<Stream, Double> leaving = new HashMap<>();
    private final Map<Stream, Double> arriving = new HashMap<>();

    DescendingFlow(Flow flow, Streams streams, Canvas canvas) {
        this.flow = flow;
        this.streams = streams;
        this.canvas = canvas;
        this.spine = canvas.size == Size.WIDE ? 220 : 120;
        double most = 0;
        for (int i = 0; i < streams.stops().size(); i++) {
            most = Math.max(most, streams.through(i));
        }
        this.scale = WIDEST_STOP / most;
    }

    void draw() {
        List<Integer> order = order();
        Map<Integer, Integer> rank = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            rank.put(order.get(i), i);
        }
        double top = canvas.y;
        double y = top;
        Svg bars = new Svg();
        for (int stop : order) {
            List<String> name = name(stop);
            List<String> number = canvas.wrap(number(stop), room());
            double labels = (name.size() + number.size()) * canvas.leading();
            double ports = ports(stop, rank);
            double height = Math.max(labels, ports);
            portsAt(stop, rank, y + (height - ports) / 2);
            bars.tag("g")
                    .set("class", "w-mark")
                    .set("data-name", streams.stops().get(stop).name());
            bars.set("data-value", number(stop)).hold();
            bars.title(streams.stops().get(stop).name() + ": " + number(stop));
            double bar = Math.max(ports, 6);
            bars.rect(spine, y + (height - bar) / 2, BAR, bar)
                    .set("rx", 2)
                    .ink(Ink.NODE)
                    .shut()
                    .end("g");
            double textTop = y + (height - labels) / 2;
            double x = spine + BAR + LABEL_GAP;
            canvas.lines(x, textTop, Anchor.START, Ink.STRONG, name);
            canvas.lines(x, textTop + name.size() * canvas.leading(), Anchor.START, Ink.SOFT, number);
            y += height + ROW_GAP;
        }
        double bottom = y - ROW_GAP;
        canvas.openPlot(0, top, canvas.width(), bottom);
        double farthest = 1;
        for (Stream stream : streams.streams()) {
            farthest = Math.max(farthest, Math.abs(leaving(stream) - arriving(stream)));
        }
        for (Stream stream : streams.streams()) {
            arc(stream, farthest);
        }
        canvas.svg.add(bars.toString());
        canvas.closePlot();
        canvas.y = bottom + 4;
    }

    /** Layer by layer, and within a layer as the caller has them. */
    private List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < streams.stops().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> streams.layers()[i]));
        return order;
    }

    private List<String> name(int stop) {
        return canvas.wrapStrong(streams.stops().get(stop).name(), room());
    }

    private double room() {
        return canvas.width() - spine - BAR - LABEL_GAP;
    }

    private String number(int stop) {
        return flow.words().aDay(flow.words().number(streams.through(stop)));
    }

    private double ports(int stop, Map<Integer, Integer> rank) {
        double sum = 0;
        for (Port port : portsInOrder(stop, rank)) {
            sum += width(port.stream());
        }
        return sum;
    }

    private void portsAt(int stop, Map<Integer, Integer> rank, double top) {
        double y = top;
        for (Port port : portsInOrder(stop, rank)) {
            double width = width(port.stream());
            (port.leaves() ? leaving : arriving).put(port.stream(), y + width / 2);
            y += width;
        }
    }

    private record Port(Stream stream, boolean leaves, int distance) {}

    /**
     * Streams to and from above, the nearest first; then those to and from below, the farthest first: so arcs lie one
     * inside the other.
     */
    private List<Port> portsInOrder(int stop, Map<Integer, Integer> rank) {
        List<Port> above = new ArrayList<>();
        List<Port> below = new ArrayList<>();
        for (Stream stream : streams.streams()) {
            int distance = rank.getOrDefault(stream.to(), 0) - rank.getOrDefault(stream.from(), 0);
            if (stream.from() == stop) {
                (distance < 0 ? above : below).add(new Port(stream, true, Math.abs(distance)));
            }
            if (stream.to() == stop) {
                (distance < 0 ? below : above).add(new Port(stream, false, Math.abs(distance)));
            }
        }
        above.sort(Comparator.comparingInt(Port::distance));
        below.sort(Comparator.comparingInt(Port::distance).reversed());
        above.addAll(below);
        return above;
    }

    private void arc(Stream stream, double farthest) {
        double from = leaving(stream);
        double to = arriving(stream);
        double width = width(stream);
        // A curve reaches three quarters of the way to its handles.
        double room = (spine - MARGIN - width / 2) / 0.75;
        double share = Math.sqrt(Math.abs(to - from) / farthest);
        double reach = Math.min(room, Math.max(24, room * share));
        Path path = new Path().move(spine, from).curve(spine - reach, from, spine - reach, to, spine, to);
        canvas.svg.tag("path").set("d", path).set("stroke-width", width);
        canvas.svg.ink(stream.returning() ? Ink.returning() : Ink.flow(0));
        canvas.svg.set("data-value", flow.words().number(stream.perDay())).hold();
        canvas.svg.title(flow.said(stream.link())).end("path");
    }

    private double leaving(Stream stream) {
        return leaving.getOrDefault(stream, 0.0);
    }

    private double arriving(Stream stream) {
        return arriving.getOrDefault(stream, 0.0);
    }

    private double width(Stream stream) {
        return Math.max(1.5, stream.perDay() * scale);
    }
}
