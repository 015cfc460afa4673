package org.whorl.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * PathSimR's calendar template: {@code metric,node,start,end,value}, where the metric is {@code cap} (places) or
 * {@code ext_arr} (people from outside in a unit of time). Several rows for one node are a calendar that repeats.
 */
final class PathSimRCalendar {
    private static final List<String> COLUMNS = List.of("metric", "node", "start", "end", "value");
    private static final String PLACES = "cap";
    private static final String ARRIVALS = "ext_arr";

    private record Span(int row, double start, double end, double value) {}

    /** By service point, a number for each day of a pattern that repeats; one number where there is no pattern. */
    final Map<String, List<Double>> places = new LinkedHashMap<>();

    /** The same for the people who come from outside in a day. */
    final Map<String, List<Double>> arrivals = new LinkedHashMap<>();

    private final CsvRows rows;
    private final double unitsPerDay;

    /**
     * Reads a template; what is wrong with it is told.
     *
     * @param points the names of the service points
     * @param exits the names of the exits
     * @param unitsPerDay how many of the template's units of time make a day
     */
    PathSimRCalendar(Path file, Set<String> points, List<String> exits, double unitsPerDay, Faults faults) {
        this.rows = CsvRows.read(file, faults);
        this.unitsPerDay = unitsPerDay;
        if (rows.count() == 0) {
            return;
        }
        for (int column = 0; column < COLUMNS.size(); column++) {
            if (!rows.cell(0, column).equals(COLUMNS.get(column))) {
                rows.fault(
                        0,
                        "",
                        "this is not a calendar template: its columns are not " + String.join(",", COLUMNS),
                        "choose the calendar's file, after the network's");
                return;
            }
        }
        Map<String, List<Span>> capacities = new LinkedHashMap<>();
        Map<String, List<Span>> streams = new LinkedHashMap<>();
        for (int row = 1; row < rows.count(); row++) {
            read(row, points, exits, capacities, streams);
        }
        capacities.forEach((node, spans) -> places.put(node, pattern(node, spans)));
        streams.forEach((node, spans) -> arrivals.put(
                node,
                pattern(node, spans).stream().map(rate -> rate * unitsPerDay).toList()));
        for (String point : points) {
            if (!places.containsKey(point) && !points.isEmpty()) {
                rows.fault(
                        rows.count(),
                        point,
                        "nobody says how many places %s has".formatted(point),
                        "write a line cap,%s,0,,20".formatted(point));
            }
        }
    }

    private void read(
            int row,
            Set<String> points,
            List<String> exits,
            Map<String, List<Span>> capacities,
            Map<String, List<Span>> streams) {
        String metric = rows.cell(row, 0);
        String node = rows.cell(row, 1);
        if (!metric.equals(PLACES) && !metric.equals(ARRIVALS)) {
            rows.fault(row, "metric", "\"%s\" is not known here".formatted(metric), "write cap or ext_arr");
            return;
        }
        if (exits.contains(node)) {
            rows.fault(
                    row,
                    "node",
                    metric.equals(PLACES)
                            ? "people leave at %s; it has no places".formatted(node)
                            : "people leave at %s; nobody comes there from outside".formatted(node),
                    "name one of " + String.join(", ", points));
        } else if (!points.contains(node)) {
            rows.fault(
                    row,
                    "node",
                    "the network has no service point called \"%s\"".formatted(node),
                    "name one of " + String.join(", ", points));
        }
        OptionalDouble start =
                rows.number(row, 2, "start", 0, Double.MAX_VALUE, "write when this begins, the first at 0");
        OptionalDouble end = rows.cell(row, 3).isEmpty()
                ? OptionalDouble.of(Double.POSITIVE_INFINITY)
                : rows.number(row, 3, "end", 0, Double.POSITIVE_INFINITY, "write when this ends");
        OptionalDouble value = rows.number(
                row,
                4,
                "value",
                0,
                1e9,
                metric.equals(PLACES) ? "write a number of places" : "write people in a unit of time");
        if (start.isPresent() && end.isPresent() && end.getAsDouble() <= start.getAsDouble()) {
            rows.fault(
                    row,
                    "end",
                    "it ends at %s, before it begins at %s".formatted(rows.cell(row, 3), rows.cell(row, 2)),
                    "write an end after the start");
            return;
        }
        if (start.isPresent() && end.isPresent() && value.isPresent() && points.contains(node)) {
            (metric.equals(PLACES) ? capacities : streams)
                    .computeIfAbsent(node, _ -> new ArrayList<>())
                    .add(new Span(row, start.getAsDouble(), end.getAsDouble(), value.getAsDouble()));
        }
    }

    /** One number a day, of spans that follow each other without a gap and begin and end at midnight. */
    private List<Double> pattern(String node, List<Span> spans) {
        spans.sort(Comparator.comparingDouble(Span::start));
        double until = 0;
        for (Span span : spans) {
            if (span.start != until) {
                rows.fault(
                        span.row,
                        "start",
                        span.start > until
                                ? "nothing is said of %s from %s to %s"
                                        .formatted(node, Words.of(until), Words.of(span.start))
                                : "%s is said twice from %s on".formatted(node, Words.of(span.start)),
                        "let each line begin where the one before ends, the first at 0");
                return List.of(spans.getFirst().value);
            }
            until = span.end;
        }
        if (spans.stream().allMatch(span -> span.value == spans.getFirst().value)) {
            return List.of(spans.getFirst().value);
        }
        List<Double> days = new ArrayList<>();
        for (Span span : spans) {
            double length = (span.end - span.start) / unitsPerDay;
            if (Double.isInfinite(length)) {
                rows.fault(
                        span.row,
                        "end",
                        "the last of several lines has no end, so it is not said when the calendar begins again",
                        "write its end");
                return List.of(spans.getFirst().value);
            }
            if (length != Math.rint(length) || length > 3660) {
                rows.fault(
                        span.row,
                        "end",
                        "a change within a day cannot be said: here a number holds for whole days",
                        "choose the template's unit of time with --unit, or write whole days");
                return List.of(spans.getFirst().value);
            }
            for (int day = 0; day < length; day++) {
                days.add(span.value);
            }
        }
        return days;
    }
}
