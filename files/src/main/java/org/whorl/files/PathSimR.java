package org.whorl.files;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.load.Window;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Spread;
import org.whorl.engine.model.WhileWaiting;

/**
 * Makes a model of the two templates of PathSimR, a simulator of patient pathways (Tyler and others, 2022).
 *
 * <p>A service point becomes a service, its delay on the way to the next becomes a {@code transfer}, and an internal queue,
 * in which people wait out of their beds, becomes a room of so many places in which nobody stays.
 */
public final class PathSimR {

    private final Faults faults = new Faults();
    private final Path networkFile;
    private final Path calendarFile;
    private final double unitsPerDay;
    private final Horizon time;
    private final Ids ids = new Ids();

    /** The template's unit of time, which it does not name. */
    public enum Unit {
        MINUTES(1440),
        HOURS(24),
        DAYS(1),
        WEEKS(1.0 / 7);

        private final double perDay;

        Unit(double perDay) {
            this.perDay = perDay;
        }
    }

    private PathSimR(Path network, Path calendar, Unit unit, Horizon time) {
        networkFile = network;
        calendarFile = calendar;
        unitsPerDay = unit.perDay;
        this.time = time;
    }

    /**
     * Reads the templates. Every fault there is comes back at once.
     *
     * @param network the network template
     * @param calendar the calendar template
     * @param unit its unit of time
     * @param time what to simulate, which the templates do not say; the start is moved to the Monday on or after it
     */
    public static Imported read(Path network, Path calendar, Unit unit, Horizon time) {
        return new PathSimR(network, calendar, unit, time).read(unit);
    }

    private Imported read(Unit unit) {
        PathSimRNetwork network = new PathSimRNetwork(networkFile, unitsPerDay, faults);
        PathSimRCalendar calendar =
                new PathSimRCalendar(calendarFile, network.points.keySet(), network.exits, unitsPerDay, faults);
        if (!faults.none()) {
            return new Imported.Bad(faults.inOrder());
        }
        List<Service> services = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (PathSimRNetwork.Point point : network.points.values()) {
            service(services, point, network, calendar.places.get(point.name()));
            List<Double> coming = calendar.arrivals.getOrDefault(point.name(), List.of());
            if (coming.stream().anyMatch(rate -> rate > 0)) {
                arrivals.add(arrival(point, coming));
            }
        }
        if (!faults.none()) {
            return new Imported.Bad(faults.inOrder());
        }
        String title = String.valueOf(networkFile.getFileName()).replaceFirst("(?i)\\.csv$", "");
        Horizon monday = new Horizon(
                time.start().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)), time.days(), time.warmUp());
        Model model = new Model(
                Name.of(title.replace('_', ' ')),
                monday,
                new Money(Integer.toString(monday.start().getYear()), Parameter.leftOut(0)),
                List.of(new Partner("network", Name.of("network"), "")),
                network.exits.stream().map(ids::of).toList(),
                arrivals,
                services,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return faults.imported(model, notes(network, unit));
    }

    private void service(
            List<Service> services,
            PathSimRNetwork.Point point,
            PathSimRNetwork network,
            @Nullable List<Double> places) {
        List<Route> routes = new ArrayList<>();
        SequencedMap<String, Duration> transfer = new LinkedHashMap<>();
        point.routes().forEach((next, share) -> {
            PathSimRNetwork.Point to = network.points.get(next);
            String way = to != null && to.inside() > 0 ? room(to) : ids.of(next);
            routes.add(new Route(way, from(point, share)));
            Duration delay = point.delays().get(next);
            if (delay != null) {
                transfer.put(way, signed(point, delay));
            }
        });
        if (point.inside() > 0) {
            services.add(new Service(
                    room(point),
                    Name.of("Waiting for " + point.name()),
                    "network",
                    Double.isInfinite(point.inside())
                            ? new Capacity.Unlimited()
                            : capacity(point, List.of(point.inside())),
                    new Duration(Family.CONSTANT, List.of(from(point, 0)), List.of(), Provenance.UNSIGNED_GUESS),
                    null,
                    Profile.flat(7),
                    Queue.PLAIN,
                    null,
                    WhileWaiting.NOTHING,
                    null,
                    List.of(new Route(ids.of(point.name()), from(point, 1))),
                    new LinkedHashMap<>(),
                    Cost.NONE,
                    new LinkedHashMap<>(),
                    null));
        }
        services.add(new Service(
                ids.of(point.name()),
                Name.of(point.name()),
                "network",
                capacity(point, places == null ? List.of(0.0) : places),
                signed(point, point.stay()),
                null,
                Profile.flat(7),
                Double.isInfinite(point.outside())
                        ? Queue.PLAIN
                        : new Queue(
                                new Queue.Order.Fifo(), from(point, point.outside()), Queue.Overflow.LOST, null, null),
                null,
                WhileWaiting.NOTHING,
                null,
                routes,
                transfer,
                Cost.NONE,
                new LinkedHashMap<>(),
                null));
    }

    private String room(PathSimRNetwork.Point point) {
        return "waiting-for-" + ids.of(point.name());
    }

    private Capacity capacity(PathSimRNetwork.Point point, List<Double> places) {
        List<Parameter> amounts = places.stream().map(p -> from(point, p)).toList();
        return amounts.size() == 1
                ? new Capacity.Calendar(Capacity.Unit.PLACES, List.of(new Capacity.Step(null, amounts.getFirst())))
                : new Capacity.Cycle(Capacity.Unit.PLACES, amounts);
    }

    private Arrival arrival(PathSimRNetwork.Point point, List<Double> coming) {
        String file = String.valueOf(calendarFile.getFileName());
        if (coming.size() > 1 && coming.size() != 7) {
            faults.add(
                    file,
                    0,
                    "ext_arr," + point.name(),
                    "arrivals that repeat every %d days cannot be said".formatted(coming.size()),
                    "let them repeat every 7 days, or be the same throughout");
        }
        double mean = coming.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        Provenance source = new Provenance(file, null, null, Quality.GUESS);
        return new Arrival(
                "to-" + ids.of(point.name()),
                Name.of("From outside to " + point.name()),
                ids.of(point.name()),
                new Parameter(mean, Spread.UNSAID, source, null),
                coming.size() == 7
                        ? new Profile(coming.stream().map(rate -> rate / mean).toList(), source)
                        : Profile.flat(7),
                Profile.flat(12),
                Parameter.leftOut(1),
                Arrival.noTags());
    }

    private Parameter from(PathSimRNetwork.Point point, double value) {
        return new Parameter(value, Spread.UNSAID, source(point), null);
    }

    private Duration signed(PathSimRNetwork.Point point, Duration time) {
        return new Duration(
                time.family(),
                time.parameters().stream().map(p -> from(point, p.value())).toList(),
                List.of(),
                Provenance.UNSIGNED_GUESS);
    }

    /** The template does not say where a number comes from, so it counts as a guess; where it was read is known. */
    private Provenance source(PathSimRNetwork.Point point) {
        return new Provenance("%s, %s".formatted(networkFile.getFileName(), point.name()), null, null, Quality.GUESS);
    }

    private List<String> notes(PathSimRNetwork network, Unit unit) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Made of %s and %s, templates of PathSimR, whose unit of time was taken to be %s. Nobody says there where the"
                                .formatted(
                                        networkFile.getFileName(),
                                        calendarFile.getFileName(),
                                        unit.name().toLowerCase(Locale.ROOT))
                        + " numbers come from, so they count as guesses. The templates name no warm-up and no period either:"
                        + " here they are %d and %d days.".formatted(time.warmUp(), time.days()));
        if (unit != Unit.DAYS) {
            notes.add("Times were turned into days, rates into people a day.");
        }
        List<String> shown = new ArrayList<>();
        for (PathSimRNetwork.Point point : network.points.values()) {
            double mean = point.stay().distribution().mean();
            double seen = Window.meanOfWholeStays(point.stay().distribution(), time.days());
            if (seen < 0.99 * mean) {
                shown.add("%s %s days for a true %s".formatted(point.name(), figure(seen), figure(mean)));
            }
        }
        if (!shown.isEmpty()) {
            notes.add(
                    "PathSimR counts a stay only if it begins and ends within the period, which leaves out long ones. Of %d days it would show: %s. Here a stay counts whenever it is: compare people in place and the length of queues, not PathSimR's stays."
                            .formatted(time.days(), String.join("; ", shown)));
        }
        List<String> loops = network.points.keySet().stream()
                .filter(name -> reaches(network, name, name, new ArrayList<>()))
                .toList();
        if (!loops.isEmpty()) {
            notes.add(
                    "People can come back to %s. PathSimR joins the two visits of one person with each other, so its waits and stays there, which are counted by person, are wrong; its queues and occupancies are not."
                            .formatted(String.join(", ", loops)));
        }
        if (network.points.values().stream().anyMatch(p -> p.inside() > 0)) {
            notes.add("An internal queue is a service of its own here, called \"Waiting for\", in which nobody stays.");
        }
        return notes;
    }

    private static String figure(double days) {
        return String.format(Locale.ROOT, "%.2f", days);
    }

    private static boolean reaches(PathSimRNetwork network, String from, String to, List<String> seen) {
        PathSimRNetwork.Point point = network.points.get(from);
        if (point == null || seen.contains(from)) {
            return false;
        }
        seen.add(from);
        return point.routes().keySet().stream().anyMatch(next -> next.equals(to) || reaches(network, next, to, seen));
    }
}
