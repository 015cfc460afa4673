package org.whorl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        var engine = new Entrant.Engine("Whorl engine, 1 thread", model, 1);
        List<Entrant> entrants = new ArrayList<>();
        if (Files.isExecutable(heap.binary())) {
            entrants.add(heap);
            entrants.add(recursion);
        }
        entrants.add(engine);
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

        double bar = median(laps.firstEntry().getValue());
        print(laps, bar, rounds, replications);
        Files.writeString(built.resolve("d2a3.json"), json(laps, bar, rounds, replications));
    }

    private static void print(SequencedMap<Entrant, List<Entrant.Lap>> laps, double bar, int rounds, int replications) {
        System.out.printf(
                Locale.ROOT,
                "D2A-3, %d replications of two years; median of %d rounds, run in turn%n%n",
                replications,
                rounds);
        System.out.printf("%-38s %9s %9s %9s   %s%n", "", "median, s", "best, s", "speed", "mean waits, days");
        laps.forEach((entrant, runs) -> System.out.printf(
                Locale.ROOT,
                "%-38s %9.3f %9.3f %8.2fx   %s%n",
                entrant.name(),
                median(runs),
                runs.stream().mapToDouble(Entrant.Lap::seconds).min().orElseThrow(),
                bar / median(runs),
                waits(runs).stream().map("%6.3f"::formatted).collect(Collectors.joining(" "))));
        System.out.printf(
                "%nspeed: times as fast as the first line, by medians. %s, Java %s%n", machine(), Runtime.version());
    }

    private static String json(
            SequencedMap<Entrant, List<Entrant.Lap>> laps, double bar, int rounds, int replications) {
        var rows = laps.entrySet().stream()
                .map(row ->
                        "    {\"name\": \"%s\", \"median-seconds\": %.6f, \"speed\": %.4f, \"seconds\": %s, \"waits\": %s}"
                                .formatted(
                                        row.getKey().name(),
                                        median(row.getValue()),
                                        bar / median(row.getValue()),
                                        row.getValue().stream()
                                                .map(Entrant.Lap::seconds)
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

    private static double median(List<Entrant.Lap> runs) {
        double[] sorted =
                runs.stream().mapToDouble(Entrant.Lap::seconds).sorted().toArray();
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
