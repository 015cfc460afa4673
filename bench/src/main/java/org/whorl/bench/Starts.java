package org.whorl.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How long the server takes from its start to its first page, and how much memory it and its PostgreSQL then hold,
 * beside PostgreSQL alone on the same data and a java that does nothing, in turn, in one run. Linux only.
 */
final class Starts {

    private static final Path PROCESSES = Path.of("/proc");
    private static final double TICKS = 100;
    private static final double KILOBYTES = 1024;

    /**
     * One start.
     *
     * @param seconds until the first page, or until ready
     * @param processor seconds of processor up to then, its own and its children's
     * @param memory megabytes then; memory shared between processes is counted once
     */
    private record Start(double seconds, double processor, double memory) {}

    private final Path whorl;
    private final Path data;

    private Starts(Path whorl, Path data) {
        this.whorl = whorl;
        this.data = data;
    }

    /** Arguments: the launcher, an empty folder, and how many rounds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Starts starts = new Starts(Path.of(arguments[0]), Path.of(arguments[1]));
        int rounds = Integer.parseInt(arguments[2]);
        System.out.println("the first start of all  " + row(List.of(starts.server())));
        Map<String, List<Start>> all = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            all.computeIfAbsent("1 whorl serve", _ -> new ArrayList<>()).add(starts.server());
            all.computeIfAbsent("2 PostgreSQL alone", _ -> new ArrayList<>()).add(starts.postgres());
            all.computeIfAbsent("3 java -version", _ -> new ArrayList<>()).add(starts.java());
            System.err.printf("bench: round %d of %d%n", round + 1, rounds);
        }
        System.out.printf("%nmedians of %d (least to most)%n", rounds);
        all.forEach((name, times) -> System.out.printf(Locale.ROOT, "%-24s%s%n", name, row(times)));
    }

    private Start server() throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        long began = System.nanoTime();
        Process process = new ProcessBuilder(whorl.toString(), "serve", "--port=" + port, "--data=" + data)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("out").toFile())
                .start();
        while (!answers(port)) {
            if (!process.isAlive()) {
                throw new IOException("it did not start: " + Files.readString(data.resolveSibling("out")));
            }
            Thread.sleep(5);
        }
        Start start = measured(process.pid(), began);
        process.destroy();
        process.waitFor();
        return start;
    }

    private Start postgres() throws IOException, InterruptedException {
        Path cluster = data.resolve("database/cluster");
        Path file = cluster.resolve("postmaster.pid");
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user", "--"));
        }
        try (Stream<Path> programs = Files.list(data)) {
            Path home = programs.filter(path -> path.getFileName().toString().startsWith("postgres-"))
                    .findFirst()
                    .orElseThrow();
            command.add(home.resolve("bin/postgres").toString());
        }
        command.addAll(List.of("-D", cluster.toString(), "-c", "unix_socket_directories=", "-p", "54329"));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!read(file).contains("ready")) {
            Thread.sleep(2);
        }
        Start start = measured(process.pid(), began);
        process.destroy();
        process.waitFor();
        return start;
    }

    private Start java() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor(60, TimeUnit.SECONDS);
        return new Start((System.nanoTime() - began) / 1e9, Double.NaN, Double.NaN);
    }

    private static boolean answers(int port) {
        try {
            HttpURLConnection page = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
            return page.getResponseCode() == 200 && page.getInputStream().readAllBytes().length > 0;
        } catch (IOException _) {
            return false;
        }
    }

    private Start measured(long pid, long began) throws IOException {
        double seconds = (System.nanoTime() - began) / 1e9;
        List<Long> pids = new ArrayList<>(List.of(pid));
        ProcessHandle.of(pid).ifPresent(handle -> handle.descendants().forEach(child -> pids.add(child.pid())));
        // PostgreSQL is no child of the server's: it must not fall with it.
        String postmaster = read(data.resolve("database/cluster/postmaster.pid"));
        long main = Long.parseLong(postmaster.lines().findFirst().orElse("0").strip());
        ProcessHandle.of(main).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid)
                .filter(each -> !pids.contains(each))
                .forEach(pids::add);
        double processor = 0;
        double memory = 0;
        for (long each : pids) {
            String[] fields = read(PROCESSES.resolve(each + "/stat"))
                    .replaceFirst(".*\\) ", "")
                    .split(" ");
            for (int i = 11; i <= 14 && i < fields.length; i++) {
                processor += Double.parseDouble(fields[i]) / TICKS;
            }
            memory += read(PROCESSES.resolve(each + "/smaps_rollup"))
                            .lines()
                            .filter(line -> line.startsWith("Pss:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                            .sum()
                    / KILOBYTES;
        }
        return new Start(seconds, processor, memory);
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            return "";
        }
    }

    private static String row(List<Start> starts) {
        Start first = starts.getFirst();
        String row = String.format(
                Locale.ROOT,
                "%6.2f s (%.2f to %.2f)",
                median(starts, Start::seconds),
                starts.stream().mapToDouble(Start::seconds).min().orElse(0),
                starts.stream().mapToDouble(Start::seconds).max().orElse(0));
        return Double.isNaN(first.memory())
                ? row
                : row
                        + String.format(
                                Locale.ROOT,
                                "   processor %5.2f s   memory %4.0f MB",
                                median(starts, Start::processor),
                                median(starts, Start::memory));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> what) {
        List<Start> sorted =
                starts.stream().sorted(Comparator.comparingDouble(what)).toList();
        return what.applyAsDouble(sorted.get(sorted.size() / 2));
    }
}
