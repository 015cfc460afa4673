package org.whorl.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.whorl.draw.Streams.Stream;

/**
 * Where stops lie in their layers, so that few streams cross and most run level.
 *
 * <p>The method is the usual one for layered pictures: a stream that passes a layer holds a slot in it; slots are put in
 * the order of the mean of their neighbours' places, to and fro a few times; then each moves towards its neighbours as
 * far as the slots beside it allow.
 *
 * @param stops the slot of each stop
 * @param ways the slots each stream passes between its two stops
 * @param scale units of height for one person a day
 * @param height of the tallest layer
 */
record FlowLayers(
        List<Slot> stops,
        Map<Stream, List<Slot>> ways,
        Map<Stream, Double> leaving,
        Map<Stream, Double> arriving,
        double scale,
        double height) {

    /** The height of all streams side by side where they are most. */
    private static final double TALLEST_STREAMS = 170;

    private static final double GAP = 16;
    private static final int SWEEPS = 8;

    /** Room in a layer, for a stop or for a stream passing by. */
    static final class Slot {
        private final int layer;
        private final double size;
        private final List<Slot> before = new ArrayList<>();
        private final List<Slot> after = new ArrayList<>();
        private double middle;
        private int place;

        Slot(int layer, double size) {
            this.layer = layer;
            this.size = size;
        }

        int layer() {
            return layer;
        }

        double middle() {
            return middle;
        }
    }

    static FlowLayers of(Streams streams, IntToDoubleFunction labelHeight) {
        double scale = scale(streams);
        List<List<Slot>> layers = new ArrayList<>();
        for (int l = 0; l < streams.depth(); l++) {
            layers.add(new ArrayList<>());
        }
        List<Slot> stops = new ArrayList<>();
        for (int i = 0; i < streams.stops().size(); i++) {
            double size = Math.max(streams.through(i) * scale, labelHeight.applyAsDouble(i));
            stops.add(new Slot(streams.layers()[i], size));
            layers.get(streams.layers()[i]).add(stops.getLast());
        }
        Map<Stream, List<Slot>> ways = new HashMap<>();
        for (Stream stream : streams.streams()) {
            if (!stream.returning()) {
                ways.put(stream, way(stream, streams, stops, layers, scale));
            }
        }
        double height = 0;
        for (List<Slot> layer : layers) {
            height = Math.max(height, tall(layer));
        }
        order(layers);
        place(layers, height);
        FlowLayers placed = new FlowLayers(List.copyOf(stops), ways, new HashMap<>(), new HashMap<>(), scale, height);
        placed.ports(streams);
        return placed;
    }

    /** Units of height for one person a day: the busiest layer is as tall as is good to look at. */
    static double scale(Streams streams) {
        double[] load = new double[streams.depth()];
        for (int i = 0; i < streams.stops().size(); i++) {
            load[streams.layers()[i]] += streams.through(i);
        }
        for (Stream stream : streams.streams()) {
            for (int l = streams.layers()[stream.from()] + 1; l < streams.layers()[stream.to()]; l++) {
                load[l] += stream.perDay();
            }
        }
        return TALLEST_STREAMS / Arrays.stream(load).max().orElse(1);
    }

    private static List<Slot> way(
            Stream stream, Streams streams, List<Slot> stops, List<List<Slot>> layers, double scale) {
        List<Slot> way = new ArrayList<>();
        Slot last = stops.get(stream.from());
        for (int l = last.layer + 1; l < streams.layers()[stream.to()]; l++) {
            Slot slot = new Slot(l, Math.max(1.5, stream.perDay() * scale));
            layers.get(l).add(slot);
            way.add(slot);
            join(last, slot);
            last = slot;
        }
        join(last, stops.get(stream.to()));
        return List.copyOf(way);
    }

    private static void join(Slot before, Slot after) {
        before.after.add(after);
        after.before.add(before);
    }

    private static double tall(List<Slot> layer) {
        return layer.stream().mapToDouble(slot -> slot.size).sum() + GAP * Math.max(0, layer.size() - 1);
    }

    private static void order(List<List<Slot>> layers) {
        layers.forEach(FlowLayers::number);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (List<Slot> layer : down ? layers : layers.reversed()) {
                Map<Slot, Double> wish = new HashMap<>();
                for (Slot slot : layer) {
                    List<Slot> neighbours = down ? slot.before : slot.after;
                    wish.put(
                            slot,
                            neighbours.stream().mapToInt(n -> n.place).average().orElse(slot.place));
                }
                layer.sort(Comparator.comparingDouble(slot -> wish.getOrDefault(slot, 0.0)));
                number(layer);
            }
        }
    }

    private static void number(List<Slot> layer) {
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).place = i;
        }
    }

    private static void place(List<List<Slot>> layers, double height) {
        for (List<Slot> layer : layers) {
            double y = (height - tall(layer)) / 2;
            for (Slot slot : layer) {
                slot.middle = y + slot.size / 2;
                y += slot.size + GAP;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (List<Slot> layer : down ? layers : layers.reversed()) {
                for (Slot slot : layer) {
                    List<Slot> neighbours = down ? slot.before : slot.after;
                    slot.middle = neighbours.stream()
                            .mapToDouble(n -> n.middle)
                            .average()
                            .orElse(slot.middle);
                }
                apart(layer, height);
            }
        }
    }

    /** Pushes slots apart, first downwards, then back up from the lower edge: both edges hold. */
    private static void apart(List<Slot> layer, double height) {
        double free = 0;
        for (Slot slot : layer) {
            slot.middle = Math.max(slot.middle, free + slot.size / 2);
            free = slot.middle + slot.size / 2 + GAP;
        }
        double limit = height;
        for (Slot slot : layer.reversed()) {
            slot.middle = Math.min(slot.middle, limit - slot.size / 2);
            limit = slot.middle - slot.size / 2 - GAP;
        }
    }

    /** Gives each stream its own part of the bars at its ends, in the order of where it goes and comes from. */
    private void ports(Streams streams) {
        for (int i = 0; i < stops.size(); i++) {
            int stop = i;
            side(
                    streams.streams().stream().filter(s -> s.from() == stop).toList(),
                    i,
                    stream -> ways.getOrDefault(stream, List.of()).stream()
                            .findFirst()
                            .orElse(stops.get(stream.to())),
                    leaving);
            side(
                    streams.streams().stream().filter(s -> s.to() == stop).toList(),
                    i,
                    stream -> {
                        List<Slot> way = ways.getOrDefault(stream, List.of());
                        return way.isEmpty() ? stops.get(stream.from()) : way.getLast();
                    },
                    arriving);
        }
    }

    private void side(List<Stream> streams, int stop, Function<Stream, Slot> other, Map<Stream, Double> ports) {
        List<Stream> sorted = new ArrayList<>(streams);
        // Returning streams run below everything, so they are lowest on the bar.
        sorted.sort(Comparator.comparing(Stream::returning).thenComparingDouble(s -> other.apply(s).middle));
        double sum = sorted.stream().mapToDouble(Stream::perDay).sum() * scale;
        double y = stops.get(stop).middle - sum / 2;
        for (Stream stream : Collections.unmodifiableList(sorted)) {
            ports.put(stream, y + stream.perDay() * scale / 2);
            y += stream.perDay() * scale;
        }
    }

    /** The height at which a stream leaves its first stop. */
    double leaves(Stream stream) {
        return leaving.getOrDefault(stream, 0.0);
    }

    /** The height at which a stream reaches its last stop. */
    double arrives(Stream stream) {
        return arriving.getOrDefault(stream, 0.0);
    }

    /** The slots a stream passes on its way. */
    List<Slot> way(Stream stream) {
        return ways.getOrDefault(stream, List.of());
    }
}
