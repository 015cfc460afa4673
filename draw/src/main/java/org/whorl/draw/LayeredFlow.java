package org.whorl.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.whorl.draw.FlowLayers.Slot;
import org.whorl.draw.Streams.Stream;
import org.whorl.draw.Svg.Anchor;
import org.whorl.draw.Svg.Path;

/** Draws a {@link Flow} from left to right, layer by layer, with returning streams below. */
final class LayeredFlow {

    static final double BAR = 6;
    private static final double LABEL_GAP = 8;
    private static final double NARROWEST_LAYER = 112;
    private static final double WIDEST_LAST_LABEL = 130;
    private static final double TURN = 14;

    private final Flow flow;
    private final Streams streams;
    private final Canvas canvas;
    private final double left;
    private final double spacing;

    LayeredFlow(Flow flow, Streams streams, Canvas canvas) {
        this.flow = flow;
        this.streams = streams;
        this.canvas = canvas;
        this.left = turnRoom(streams);
        this.spacing = spacing(streams, canvas);
    }

    /** Whether the layers have room for their labels. */
    static boolean fits(Streams streams, Canvas canvas) {
        return streams.depth() > 1 && spacing(streams, canvas) >= NARROWEST_LAYER;
    }

    private static double spacing(Streams streams, Canvas canvas) {
        double last = 0;
        for (int i = 0; i < streams.stops().size(); i++) {
            if (streams.layers()[i] == streams.depth() - 1) {
                last = Math.max(last, Type.boldWidth(streams.stops().get(i).name(), canvas.type()));
                last = Math.max(last, canvas.textWidth("1,234.5 y dydd"));
            }
        }
        double right = BAR + Math.max(LABEL_GAP + Math.min(WIDEST_LAST_LABEL, last), turnRoom(streams));
        return (canvas.width() - turnRoom(streams) - right) / Math.max(1, streams.depth() - 1);
    }

    /** What a returning stream needs beside a stop to turn round in. */
    private static double turnRoom(Streams streams) {
        double room = 0;
        for (Stream stream : streams.streams()) {
            double width = Math.max(1.5, stream.perDay() * FlowLayers.scale(streams));
            // A curve reaches three quarters of the way to its handles.
            room = Math.max(room, stream.returning() ? 0.75 * handle(width) + width / 2 + 2 : 0);
        }
        return room;
    }

    /** How far aside the handles of a turn lie: a thick stream needs more room to turn. */
    private static double handle(double width) {
        return 1.4 * TURN + width / 2;
    }

    void draw() {
        FlowLayers layers = FlowLayers.of(streams, this::labelHeight);
        double top = canvas.y;
        double bottom = top + layers.height();
        double lowest = bottom + returningHeight(layers.scale());
        // The thinnest streams are drawn a little wider than their number.
        canvas.openPlot(0, top - 2, canvas.width(), lowest + 2);
        for (Stream stream : streams.streams()) {
            if (!stream.returning()) {
                forward(stream, layers, top);
            }
        }
        double lane = bottom + TURN;
        for (Stream stream : returning()) {
            double width = width(stream, layers);
            lane += width / 2;
            back(stream, layers, top, lane);
            lane += width / 2 + 4;
        }
        for (int i = 0; i < streams.stops().size(); i++) {
            Slot slot = layers.stops().get(i);
            double height = Math.max(3, streams.through(i) * layers.scale());
            canvas.svg
                    .tag("g")
                    .set("class", "w-mark")
                    .set("data-name", streams.stops().get(i).name());
            canvas.svg.set("data-value", number(i)).hold();
            canvas.svg.title(streams.stops().get(i).name() + ": " + number(i));
            canvas.svg
                    .rect(x(slot), top + slot.middle() - height / 2, BAR, height)
                    .set("rx", 2)
                    .ink(Ink.NODE)
                    .shut();
            canvas.svg.end("g");
        }
        canvas.closePlot();
        for (int i = 0; i < streams.stops().size(); i++) {
            label(i, layers.stops().get(i), top);
        }
        canvas.y = lowest + 4;
    }

    private void label(int stop, Slot slot, double top) {
        List<String> name = name(stop);
        double x = x(slot) + BAR + LABEL_GAP;
        double y = top + slot.middle() - labelHeight(stop) / 2;
        canvas.lines(x, y, Anchor.START, Ink.LABEL, name);
        canvas.lines(x, y + name.size() * canvas.leading(), Anchor.START, Ink.LABEL_PLAIN, numberLines(stop));
    }

    private List<String> name(int stop) {
        return canvas.wrapStrong(streams.stops().get(stop).name(), room(stop));
    }

    private List<String> numberLines(int stop) {
        return canvas.wrap(number(stop), room(stop));
    }

    private double room(int stop) {
        boolean last = streams.layers()[stop] == streams.depth() - 1;
        return last
                ? canvas.width() - left - spacing * (streams.depth() - 1) - BAR - LABEL_GAP
                : spacing - BAR - 2 * LABEL_GAP;
    }

    private double labelHeight(int stop) {
        return (name(stop).size() + numberLines(stop).size()) * canvas.leading();
    }

    private String number(int stop) {
        return flow.words().aDay(flow.words().number(streams.through(stop)));
    }

    private double x(int stop) {
        return left + streams.layers()[stop] * spacing;
    }

    private double x(Slot slot) {
        return left + slot.layer() * spacing;
    }

    /** A ribbon, everywhere as tall as its number: a thick stroke would swell where it climbs. */
    private void forward(Stream stream, FlowLayers layers, double top) {
        double half = width(stream, layers) / 2;
        List<double[]> spots = new ArrayList<>();
        spots.add(new double[] {x(stream.from()) + BAR, top + layers.leaves(stream)});
        for (Slot slot : layers.way(stream)) {
            spots.add(new double[] {x(slot), top + slot.middle()});
            spots.add(new double[] {x(slot) + BAR, top + slot.middle()});
        }
        spots.add(new double[] {x(stream.to()), top + layers.arrives(stream)});
        Path path = new Path().move(spots.getFirst()[0], spots.getFirst()[1] - half);
        edge(path, spots, -half);
        path.line(spots.getLast()[0], spots.getLast()[1] + half);
        edge(path, spots.reversed(), half);
        canvas.svg.tag("path").set("d", path.close()).ink(Ink.STREAM);
        said(stream);
    }

    private static void edge(Path path, List<double[]> spots, double aside) {
        for (int i = 1; i < spots.size(); i++) {
            double[] here = spots.get(i - 1);
            double[] next = spots.get(i);
            double middle = (here[0] + next[0]) / 2;
            path.curve(middle, here[1] + aside, middle, next[1] + aside, next[0], next[1] + aside);
        }
    }

    /** Out to the right, round below everything, and in again from the left. */
    private void back(Stream stream, FlowLayers layers, double top, double lane) {
        double y = top + layers.leaves(stream);
        double x = x(stream.from()) + BAR;
        double toX = x(stream.to());
        double toY = top + layers.arrives(stream);
        double width = width(stream, layers);
        double turn = handle(width);
        Path path = new Path().move(x, y);
        path.curve(x + turn, y, x + turn, lane, x, lane);
        path.line(toX, lane);
        path.curve(toX - turn, lane, toX - turn, toY, toX, toY);
        canvas.svg.tag("path").set("d", path).set("stroke-width", width).ink(Ink.returning());
        said(stream);
    }

    private void said(Stream stream) {
        canvas.svg.set("data-value", flow.words().number(stream.perDay())).hold();
        canvas.svg.title(flow.said(stream.link())).end("path");
    }

    private List<Stream> returning() {
        List<Stream> back = new ArrayList<>(
                streams.streams().stream().filter(Stream::returning).toList());
        // The shortest way back lies innermost.
        back.sort(Comparator.comparingInt(stream -> streams.layers()[stream.from()] - streams.layers()[stream.to()]));
        return back;
    }

    private double returningHeight(double scale) {
        double height = 0;
        for (Stream stream : returning()) {
            height += Math.max(1.5, stream.perDay() * scale) + 4;
        }
        return height == 0 ? 0 : height + TURN;
    }

    private static double width(Stream stream, FlowLayers layers) {
        return Math.max(1.5, stream.perDay() * layers.scale());
    }
}
