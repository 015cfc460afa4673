package org.whorl.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;

/** One program that plays D2A-3. */
interface Entrant {

    /** The pathways, in the order in which their waits are printed. */
    List<String> PATHWAYS = List.of("p1", "p2", "p3");

    /** How it is called in the table. */
    String name();

    /** Plays the model once. */
    Lap run(int replications, long seed) throws IOException, InterruptedException;

    /**
     * What one run took and what it answered.
     *
     * @param seconds wall time of the simulation itself, reading the model not counted
     * @param work seconds of processor the simulation's thread took; NaN where there are several, or nobody says
     * @param waits mean wait of each pathway, days
     */
    record Lap(double seconds, double work, List<Double> waits) {}

    /** The engine inside this very process, where the compiler of Java has had time to do its work. */
    record Engine(String name, Model model, int threads) implements Entrant {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        @Override
        public Lap run(int replications, long seed) {
            var plan = new Plan(List.of(), seed, new Plan.Stop.Replications(replications), threads);
            long start = System.nanoTime();
            long begun = THREADS.getCurrentThreadCpuTime();
            Answer answer = Simulation.run(model, plan, Progress.SILENT);
            double seconds = (System.nanoTime() - start) / 1e9;
            double work = threads == 1 ? (THREADS.getCurrentThreadCpuTime() - begun) / 1e9 : Double.NaN;
            var figures = answer.base().figures();
            return new Lap(
                    seconds,
                    work,
                    PATHWAYS.stream()
                            .map(id ->
                                    figures.get(Subject.service(id), Field.WAIT).mean())
                            .toList());
        }
    }

    /** A program of its own, which prints "wall=SECONDS s  cpu=SECONDS s" and its answers as CSV. */
    record Program(String name, Path binary) implements Entrant {
        private static final Pattern TIMES = Pattern.compile("wall=([0-9.]+) s  cpu=([0-9.]+) s");

        @Override
        public Lap run(int replications, long seed) throws IOException, InterruptedException {
            Path answers = binary.resolveSibling(binary.getFileName() + ".csv");
            String said = output(List.of(
                    binary.toString(), Integer.toString(replications), Long.toString(seed), answers.toString()));
            Matcher times = TIMES.matcher(said);
            if (!times.find()) {
                throw new IOException("%s did not say how long it took: %s".formatted(binary, said));
            }
            return new Lap(Double.parseDouble(times.group(1)), Double.parseDouble(times.group(2)), waits(answers));
        }

        private static List<Double> waits(Path csv) throws IOException {
            try (Stream<String> lines = Files.lines(csv)) {
                var rows = lines.skip(1).map(line -> List.of(line.split(","))).toList();
                return PATHWAYS.stream()
                        .map(id -> rows.stream()
                                .filter(row -> row.get(1).equalsIgnoreCase(id))
                                .mapToDouble(row -> Double.parseDouble(row.get(3)))
                                .average()
                                .orElse(Double.NaN))
                        .toList();
            }
        }
    }

    /** The engine in a new process each time: Java's own start, reading the model and all. */
    record NewProcess(String name, Path model) implements Entrant {
        @Override
        public Lap run(int replications, long seed) throws IOException, InterruptedException {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Once.class.getName(),
                    model.toString(),
                    Integer.toString(replications),
                    Long.toString(seed)));
            long start = System.nanoTime();
            String said = output(command);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Lap(
                    seconds,
                    Double.NaN,
                    Stream.of(said.strip().split("\\s+")).map(Double::valueOf).toList());
        }
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("%s ended with status %d: %s".formatted(command.getFirst(), status, said));
        }
        return said;
    }
}
