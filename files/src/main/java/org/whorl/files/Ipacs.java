package org.whorl.files;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Operation;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Spread;
import org.whorl.engine.model.Visits;
import org.whorl.engine.model.WhileWaiting;
import org.whorl.engine.random.Normal;

/**
 * Makes a model of the workbook of IPACS, which simulates intermediate care after hospital (NHS Bristol, North Somerset and
 * South Gloucestershire, 2023). Each of its nodes becomes a service; whoever waits for one does so in an acute bed. Its
 * scenarios are every combination of the arrivals, capacities and lengths of stay it names; the first of each is the base.
 */
public final class Ipacs {
    private static final String ACUTE = "acute";
    private static final int RESTS = 32;

    private final String file;
    private final Faults faults = new Faults();
    private final Ids ids = new Ids();

    /** What one sheet says of a node: something for each of its scenarios. */
    private final Map<String, SequencedMap<String, Arriving>> arrivals = new LinkedHashMap<>();

    private final Map<String, SequencedMap<String, Double>> capacities = new LinkedHashMap<>();
    private final Map<String, SequencedMap<String, Stay>> stays = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> opening = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> costs = new LinkedHashMap<>();
    private LocalDate start = LocalDate.EPOCH;
    private int days = 1;

    /** People a day: the mean, and factors from Monday on. */
    private record Arriving(double mean, List<Double> weekday) {}

    /** A length of stay and, for a service that visits, how many visits a day at first and at last. */
    private record Stay(Duration length, double first, double last, boolean cut) {
        boolean visits() {
            return first > 0;
        }
    }

    private Ipacs(Path workbook) {
        file = String.valueOf(workbook.getFileName());
    }

    /** Reads the workbook. Every fault there is comes back at once. */
    public static Imported read(Path workbook) {
        return new Ipacs(workbook).imported(workbook);
    }

    private Imported imported(Path workbook) {
        List<WorkbookSheet> sheets = WorkbookSheet.read(
                workbook,
                faults,
                List.of(
                        List.of("arrivals", "node", "arrivals", "scenario", "date"),
                        List.of("initial conditions", "node", "measure", "value"),
                        List.of("capacity", "node", "scenario", "capacity"),
                        List.of("los", "node", "scenario", "median", "mean_los", "los_dist"),
                        List.of("costs", "node", "community_cost", "acute_dtoc")));
        if (!faults.none()) {
            return new Imported.Bad(faults.inOrder());
        }
        arrivals(sheets.get(0));
        opening(sheets.get(1));
        capacities(sheets.get(2));
        stays(sheets.get(3));
        costs(sheets.get(4));
        SequencedSet<String> nodes = new LinkedHashSet<>(capacities.keySet());
        nodes.addAll(arrivals.keySet());
        nodes.addAll(stays.keySet());
        for (String node : nodes) {
            present(sheets.get(0), node, arrivals);
            present(sheets.get(2), node, capacities);
            present(sheets.get(3), node, stays);
        }
        if (!faults.none()) {
            return new Imported.Bad(faults.inOrder());
        }
        return faults.imported(model(List.copyOf(nodes)), notes(nodes));
    }

    private static void present(WorkbookSheet sheet, String node, Map<String, ?> known) {
        if (!known.containsKey(node)) {
            sheet.fault("nothing is said of the node " + node, "write a row for it");
        }
    }

    // ---- the sheets ----

    private void arrivals(WorkbookSheet sheet) {
        Map<String, SequencedMap<String, TreeMap<LocalDate, Integer>>> rows = new LinkedHashMap<>();
        for (int row = 0; row < sheet.count(); row++) {
            LocalDate date = sheet.date(row, "date");
            Integer before = rows.computeIfAbsent(sheet.text(row, "node"), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(sheet.text(row, "scenario"), _ -> new TreeMap<>())
                    .put(date, row);
            if (before != null) {
                sheet.fault(row, "date", date + " is there twice for one node and scenario", "keep one");
            }
        }
        rows.forEach((node, scenarios) -> scenarios.forEach((scenario, dates) -> {
            start = dates.firstKey();
            days = dates.size();
            if (!dates.lastKey().equals(start.plusDays(days - 1L))) {
                sheet.fault(
                        dates.firstEntry().getValue(),
                        "date",
                        "some days are missing between %s and %s".formatted(start, dates.lastKey()),
                        "write a row for each day");
            }
            arrivals.computeIfAbsent(node, _ -> new LinkedHashMap<>()).put(scenario, weekly(sheet, dates));
        }));
    }

    private Arriving weekly(WorkbookSheet sheet, java.util.SortedMap<LocalDate, Integer> dates) {
        double[] byWeekday = new double[7];
        boolean[] known = new boolean[7];
        for (Map.Entry<LocalDate, Integer> entry : dates.entrySet()) {
            int weekday = entry.getKey().getDayOfWeek().getValue() - 1;
            double people = sheet.number(entry.getValue(), "arrivals", 0);
            if (known[weekday] && Math.abs(byWeekday[weekday] - people) > 1e-9) {
                sheet.fault(
                        entry.getValue(),
                        "arrivals",
                        "%s people on %s and %s on an earlier %s: arrivals that differ otherwise than by the day of the week cannot be said"
                                .formatted(
                                        Words.of(people), entry.getKey(), Words.of(byWeekday[weekday]), day(weekday)),
                        "write one number for each day of the week");
                break;
            }
            known[weekday] = true;
            byWeekday[weekday] = people;
        }
        double sum = 0;
        for (double people : byWeekday) {
            sum += people;
        }
        double mean = sum / 7;
        List<Double> factors = new ArrayList<>();
        for (double people : byWeekday) {
            factors.add(mean > 0 ? people / mean : 1);
        }
        return new Arriving(mean, factors);
    }

    private static String day(int weekday) {
        return DayOfWeek.of(weekday + 1).getDisplayName(java.time.format.TextStyle.FULL, Locale.ROOT);
    }

    private void opening(WorkbookSheet sheet) {
        for (int row = 0; row < sheet.count(); row++) {
            String measure = sheet.text(row, "measure");
            if (!measure.equals("occ") && !measure.equals("dtoc")) {
                sheet.fault(row, "measure", "\"%s\" is not known here".formatted(measure), "write occ or dtoc");
            }
            opening.computeIfAbsent(sheet.text(row, "node"), _ -> new LinkedHashMap<>())
                    .put(measure, sheet.number(row, "value", 0));
        }
    }

    private void capacities(WorkbookSheet sheet) {
        for (int row = 0; row < sheet.count(); row++) {
            capacities
                    .computeIfAbsent(sheet.text(row, "node"), _ -> new LinkedHashMap<>())
                    .put(sheet.text(row, "scenario"), sheet.number(row, "capacity", 0));
        }
    }

    private void stays(WorkbookSheet sheet) {
        for (int row = 0; row < sheet.count(); row++) {
            String family = sheet.text(row, "los_dist");
            if (!family.equals("lnorm")) {
                sheet.fault(row, "los_dist", "\"%s\" is not known here".formatted(family), "write lnorm");
            }
            double mean = sheet.number(row, "mean_los", 0);
            boolean spread = sheet.has(row, "sd_los");
            Duration length = spread
                    ? lasting(Family.LOGNORMAL, mean, sheet.number(row, "sd_los", 0))
                    : lasting(Family.LOGNORMAL_BY_MEDIAN, mean, sheet.number(row, "median", 0));
            boolean visited = sheet.has(row, "IVR") || sheet.has(row, "FVR");
            double first = visited ? sheet.number(row, "IVR", 0) : 0;
            double last = visited ? sheet.number(row, "FVR", 0) : 0;
            stays.computeIfAbsent(sheet.text(row, "node"), _ -> new LinkedHashMap<>())
                    .put(sheet.text(row, "scenario"), new Stay(length, first, last, visited && !spread));
        }
    }

    private void costs(WorkbookSheet sheet) {
        for (int row = 0; row < sheet.count(); row++) {
            costs.put(
                    sheet.text(row, "node"),
                    Map.of(
                            "community",
                            sheet.number(row, "community_cost", 0),
                            ACUTE,
                            sheet.number(row, "acute_dtoc", 0)));
        }
    }

    // ---- the model ----

    private Model model(List<String> nodes) {
        List<Service> services = new ArrayList<>();
        List<Arrival> streams = new ArrayList<>();
        List<Opening> openings = new ArrayList<>();
        for (String node : nodes) {
            Stay stay = first(stays, node);
            services.add(service(node, stay));
            Arriving arriving = first(arrivals, node);
            streams.add(new Arrival(
                    "to-" + ids.of(node),
                    Name.of("Ready for " + node),
                    ids.of(node),
                    from("arrivals", arriving.mean),
                    new Profile(arriving.weekday, source("arrivals")),
                    Profile.flat(12),
                    Parameter.leftOut(1),
                    Arrival.noTags()));
            Map<String, Double> there = opening.getOrDefault(node, Map.of());
            openings.add(new Opening(
                    ids.of(node),
                    people(there.getOrDefault("occ", 0.0)),
                    rest(stay.length.distribution()),
                    people(there.getOrDefault("dtoc", 0.0)),
                    Opening.Group.nobody()));
        }
        double acute = costs.values().stream()
                .mapToDouble(c -> c.getOrDefault(ACUTE, 0.0))
                .max()
                .orElse(0);
        services.add(new Service(
                ACUTE,
                Name.of("Acute beds of people who wait"),
                "hospital",
                new Capacity.Unlimited(),
                null,
                null,
                Profile.flat(7),
                Queue.PLAIN,
                null,
                WhileWaiting.NOTHING,
                null,
                List.of(),
                new LinkedHashMap<>(),
                new Cost(null, from("costs", acute), null, null, null, null),
                new LinkedHashMap<>(),
                null));
        return new Model(
                Name.of(file.replaceFirst("(?i)\\.xlsx$", "").replace('_', ' ')),
                new Horizon(start, days, 0),
                new Money("2017/18", Parameter.leftOut(0)),
                List.of(
                        new Partner("hospital", Name.of("Hospital"), "health"),
                        new Partner("community", Name.of("Community services"), "")),
                List.of("home"),
                streams,
                services,
                openings,
                scenarios(nodes),
                List.of(),
                List.of());
    }

    private static Opening.Group people(double count) {
        return new Opening.Group(Parameter.of(count), List.of());
    }

    private Service service(String node, Stay stay) {
        double places = first(capacities, node);
        double perDay = costs.getOrDefault(node, Map.of()).getOrDefault("community", 0.0);
        Parameter amount = from("capacity", stay.visits() ? slots(places, stay) : places);
        return new Service(
                ids.of(node),
                Name.of(node),
                "community",
                new Capacity.Calendar(
                        stay.visits() ? Capacity.Unit.VISITS : Capacity.Unit.PLACES,
                        List.of(new Capacity.Step(null, amount))),
                stay.length,
                stay.visits()
                        ? new Visits(from("los", stay.first), from("los", stay.last), Parameter.leftOut(0))
                        : null,
                Profile.flat(7),
                Queue.PLAIN,
                ACUTE,
                WhileWaiting.NOTHING,
                null,
                List.of(),
                new LinkedHashMap<>(),
                new Cost(null, from("costs", perDay), null, null, null, null),
                new LinkedHashMap<>(),
                null);
    }

    /** IPACS counts the places of a service that visits as so many people with the mean of first and last visits a day. */
    private static double slots(double places, Stay stay) {
        return Math.floor(places * (stay.first + stay.last) / 2);
    }

    private List<Scenario> scenarios(List<String> nodes) {
        SequencedSet<String> arriving = names(arrivals);
        SequencedSet<String> capacity = names(capacities);
        SequencedSet<String> stay = names(stays);
        List<Scenario> scenarios = new ArrayList<>();
        for (String a : arriving) {
            for (String c : capacity) {
                for (String s : stay) {
                    boolean base =
                            a.equals(arriving.getFirst()) && c.equals(capacity.getFirst()) && s.equals(stay.getFirst());
                    if (!base) {
                        List<Scenario.Change> changes = new ArrayList<>();
                        nodes.forEach(node -> changes(changes, node, a, c, s));
                        scenarios.add(new Scenario(
                                new Ids().of(a + " " + c + " " + s), Name.of(String.join(", ", a, c, s)), changes));
                    }
                }
            }
        }
        return scenarios;
    }

    private void changes(List<Scenario.Change> changes, String node, String arriving, String capacity, String stay) {
        String id = ids.of(node);
        Arriving coming = named(arrivals, node, arriving);
        if (!coming.equals(first(arrivals, node))) {
            changes.add(set("arrivals.to-" + id + ".rate", coming.mean));
            changes.add(new Scenario.Change(
                    "arrivals.to-" + id + ".weekday", Operation.SET, Parameter.of(0), coming.weekday, null, null));
        }
        Stay usual = first(stays, node);
        double places = named(capacities, node, capacity);
        if (places != first(capacities, node)) {
            changes.add(set(
                    "services." + id + ".capacity" + (usual.visits() ? ".visits" : ""),
                    usual.visits() ? slots(places, usual) : places));
        }
        Duration length = named(stays, node, stay).length;
        for (int i = 0; i < length.parameters().size(); i++) {
            double value = length.parameters().get(i).value();
            if (value != usual.length.parameters().get(i).value()) {
                changes.add(set(
                        "services.%s.length-of-stay.%s.%s"
                                .formatted(
                                        id,
                                        length.family().word(),
                                        length.family().names().get(i)),
                        value));
            }
        }
    }

    private static Scenario.Change set(String path, double value) {
        return new Scenario.Change(path, Operation.SET, Parameter.of(value), List.of(), null, null);
    }

    private static SequencedSet<String> names(Map<String, ? extends SequencedMap<String, ?>> sheet) {
        SequencedSet<String> names = new LinkedHashSet<>();
        sheet.values().forEach(scenarios -> names.addAll(scenarios.keySet()));
        return names;
    }

    private static <T> T first(Map<String, SequencedMap<String, T>> sheet, String node) {
        return sheet.getOrDefault(node, new LinkedHashMap<>()).firstEntry().getValue();
    }

    /** What a scenario of the sheet says of a node; where it says nothing, what holds otherwise. */
    private static <T> T named(Map<String, SequencedMap<String, T>> sheet, String node, String scenario) {
        @Nullable T said = sheet.getOrDefault(node, new LinkedHashMap<>()).get(scenario);
        return said == null ? first(sheet, node) : said;
    }

    private Duration lasting(Family family, double one, double other) {
        return new Duration(
                family, List.of(from("los", one), from("los", other)), List.of(), Provenance.UNSIGNED_GUESS);
    }

    private Parameter from(String sheet, double value) {
        return new Parameter(value, Spread.UNSAID, source(sheet), null);
    }

    private Provenance source(String sheet) {
        return new Provenance("%s, sheet %s".formatted(file, sheet), null, null, Quality.GUESS);
    }

    /** What IPACS takes to be left of a stay at the opening: anything between one day and a whole stay, alike. */
    private static Duration rest(Distribution stay) {
        List<Double> rests = new ArrayList<>();
        Distribution.Lognormal whole = stay instanceof Distribution.Lognormal lognormal
                ? lognormal
                : new Distribution.Lognormal(Math.max(stay.mean(), 1e-6), 0);
        for (int i = 0; i < RESTS; i++) {
            double days = Math.exp(whole.mu() + whole.sigma() * Normal.quantile((i + 0.5) / RESTS));
            for (int j = 0; j < RESTS; j++) {
                rests.add(1 + (days - 1) * (j + 0.5) / RESTS);
            }
        }
        return Duration.empirical(
                rests,
                new Provenance("As IPACS has it: from one day to a whole stay, alike", null, null, Quality.GUESS));
    }

    private List<String> notes(SequencedSet<String> nodes) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Made of %s, a workbook of IPACS. The base has the first arrivals, capacities and lengths of stay it names (%s, %s, %s); the scenarios are all the other combinations. Prices are taken to be of 2017/18, as IPACS says of its own."
                        .formatted(
                                file,
                                names(arrivals).getFirst(),
                                names(capacities).getFirst(),
                                names(stays).getFirst()));
        notes.add(
                "Those in place at the beginning stay as long as IPACS has them stay: anything from one day to a whole stay (`rest` in model.yaml). A census meets long stays more often, so they should stay longer; take `rest` out to see what that does to the queues.");
        notes.add(
                "IPACS keeps the opening queue waiting beside free beds, sets a day without events to nothing, and counts waits only of those now in place: its queues are too long where beds are free at the start, and its waits are not comparable.");
        List<String> cut = new ArrayList<>();
        for (String node : nodes) {
            Stay stay = first(stays, node);
            if (stay.cut && stay.length.distribution() instanceof Distribution.Lognormal length) {
                cut.add("%s about %.1f days for %.1f".formatted(node, shortened(length), length.mean()));
            }
        }
        if (!cut.isEmpty()) {
            notes.add(
                    "Where no sd_los is given, IPACS draws a stay that is visited again if it is longer than 1.9 means, which makes stays shorter than the workbook says: %s. Here they are as the workbook says, and so need more visits."
                            .formatted(String.join("; ", cut)));
        }
        return notes;
    }

    /** The mean of a lognormal stay of those not longer than 1.9 times its mean. */
    private static double shortened(Distribution.Lognormal stay) {
        double end = (Math.log(1.9 * stay.mean()) - stay.mu()) / stay.sigma();
        return stay.mean() * Normal.cumulative(end - stay.sigma()) / Normal.cumulative(end);
    }
}
