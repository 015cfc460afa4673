package org.whorl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Service;
import org.whorl.files.ModelFolder;

/**
 * Plays D2A-3 by every program in turn, round after round, and compares the medians: a machine that slows down for a
 * while slows all of them. Arguments: the model folder, the folder of the C programs, then options.
 */
final class Race {
    private Race() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Path built = Path.of(arguments[1]);
        int rounds = option(arguments, "--rounds", 9);
        int replications = option(arguments, "--replications", 200);

        var model = ModelFolder.read(folder).orThrow();
        int cores = Runtime.getRuntime().availableProcessors();
        var heap = new Entrant.Program("C, event list in a heap", built.resolve("d2a3"));
        var recursion = new Entrant.Program("C, Kiefer-Wolfowitz recursion", built.resolve("d2a3kw"));
        // The same lives in a hospital that could be full one day: nothing is then known without playing every event.
        var events = new Entrant.Engine("Whorl engine, event list, 1 thread", withPlaces(model, "acute", 100_000), 1);
        List<Entrant> entrants = new ArrayList<>();
        if (Files.isExecutable(heap.binary())) {
            entrants.add(heap);
            entrants.add(recursion);
        }
        entrants.add(new Ssj("SSJ, events as objects"));
        entrants.add(events);
        entrants.add(
                new Entrant.Engine("Whorl engine, event list, %d threads".formatted(cores), events.model(), cores));
        entrants.add(new Entrant.Engine("Whorl engine, 1 thread", model, 1));
        entrants.add(new Entrant.Engine("Whorl engine, %d threads".formatted(cores), model, cores));
        entrants.add(new Entrant.NewProcess("Whorl engine, 1 thread, new process", folder));

        // Two rounds nobody counts: files are read, and Java's compiler finds what is worth its while.
        SequencedMap<Entrant, List<Entrant.Lap>> laps = new LinkedHashMap<>();
        for (int round = -2; round < rounds; round++) {
            for (Entrant entrant : entrants) {
                var lap = entrant.run(replications, Math.max(1, round + 1));
                if (round >= 0) {
                    laps.computeIfAbsent(entrant, _ -> new ArrayList<>()).add(lap);
                }
            }
        }

        print(laps, rounds, replications);
        Files.writeString(built.resolve("d2a3.json"), json(laps, rounds, replications));
    }

    private static Model withPlaces(Model model, String id, int places) {
        return new Model(
                model.name(),
                model.time(),
                model.money(),
                model.partners(),
                model.exits(),
                model.arrivals(),
                model.services().stream()
                        .map(s -> s.id().equals(id)
                                ? Service.of(id, s.partner(), Capacity.places(places), s.lengthOfStay())
                                : s)
                        .toList(),
                model.opening(),
                model.scenarios(),
                model.measures(),
                model.observed());
    }

    private static void print(SequencedMap<Entrant, List<Entrant.Lap>> laps, int rounds, int replications) {
        System.out.printf(
                Locale.ROOT,
                "D2A-3, %d replications of two years; medians of %d rounds, run in turn%n%n",
                replications,
                rounds);
        System.out.printf(
                "%-38s %8s %8s %8s %8s   %s%n", "", "wall, s", "ratio", "work, s", "ratio", "mean waits, days");
        var first = laps.firstEntry().getValue();
        laps.forEach((entrant, runs) -> System.out.printf(
                Locale.ROOT,
                "%-38s %8.3f %8.2f %8.3f %8.2f   %s%n",
                entrant.name(),
                median(runs, Entrant.Lap::seconds),
                median(runs, Entrant.Lap::seconds) / median(first, Entrant.Lap::seconds),
                median(runs, Entrant.Lap::work),
                median(runs, Entrant.Lap::work) / median(first, Entrant.Lap::work),
                waits(runs).stream().map("%6.3f"::formatted).collect(Collectors.joining(" "))));
        System.out.printf(
                "%nratio: over the first line, by medians. work: seconds of processor. %s, Java %s%n",
                machine(), Runtime.version());
    }

    private static String json(SequencedMap<Entrant, List<Entrant.Lap>> laps, int rounds, int replications) {
        var rows = laps.entrySet().stream()
                .map(row ->
                        "    {\"name\": \"%s\", \"median-seconds\": %.6f, \"seconds\": %s, \"work\": %s, \"waits\": %s}"
                                .formatted(
                                        row.getKey().name(),
                                        median(row.getValue(), Entrant.Lap::seconds),
                                        row.getValue().stream()
                                                .map(Entrant.Lap::seconds)
                                                .toList(),
                                        row.getValue().stream()
                                                .map(Entrant.Lap::work)
                                                .map(work -> work.isNaN() ? "null" : work.toString())
                                                .toList(),
                                        waits(row.getValue())))
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "model": "d2a3", "replications": %d, "rounds": %d, "machine": "%s", "java": "%s",
                  "entrants": [
                %s
                  ]
                }
                """.formatted(replications, rounds, machine(), Runtime.version(), rows);
    }

    private static List<Double> waits(List<Entrant.Lap> runs) {
        return IntStream.range(0, Entrant.PATHWAYS.size())
                .mapToObj(pathway -> runs.stream()
                        .mapToDouble(run -> run.waits().get(pathway))
                        .average()
                        .orElseThrow())
                .toList();
    }

    private static double median(List<Entrant.Lap> runs, ToDoubleFunction<Entrant.Lap> of) {
        double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String machine() {
        return "%s %s, %d cores"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors());
    }

    private static int option(String[] arguments, String name, int otherwise) {
        for (int i = 2; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return Integer.parseInt(arguments[i + 1]);
            }
        }
        return otherwise;
    }
}
