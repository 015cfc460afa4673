package org.whorl.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How soon a real server with a real PostgreSQL answers people who move sliders of the whole example, all at once, each
 * signed in. A person takes a slider, moves it a few times, 300 to 500 milliseconds apart, reads for some seconds, and takes
 * the next. As on the page there is never more than one question of a person's on its way, and when the hand rests the page
 * asks once how sure the answer is; whoever takes the next slider does not wait for that. The callers run on the same machine and take their share of it.
 */
final class Sliders {

    private static final Pattern KNOB = Pattern.compile(
            "data-least=\"([^\"]+)\" data-most=\"([^\"]+)\" data-step=\"([^\"]+)\".*?name=\"(v\\.[^\"]+)\"",
            Pattern.DOTALL);
    private static final long MILLISECOND = 1_000_000;
    private static final double TICKS = 100;
    private static final long REST = 600;

    private record Slider(String name, double least, double most, double step) {}

    /** One answer: how long it took in milliseconds (not a number where nobody waited for it), its status, its bytes. */
    private record Answer(boolean sure, double took, int status, int bytes) {}

    private final String picture;
    private final List<Caller> people = new ArrayList<>();
    private List<Slider> sliders = List.of();

    private Sliders(String picture) {
        this.picture = picture;
    }

    /** Arguments: the launcher, an empty folder, seconds of each measurement, a file for the results, numbers of people. */
    public static void main(String[] arguments) throws Exception {
        Path whorl = Path.of(arguments[0]);
        Path data = Path.of(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        int[] crowds = Stream.of(arguments).skip(4).mapToInt(Integer::parseInt).toArray();
        try (Served server = Served.start(whorl, data)) {
            Sliders load = arrive(server, Arrays.stream(crowds).max().orElse(1));
            System.err.println("bench: everybody is signed in; warming up");
            load.measure(Math.min(10, load.people.size()), 30, server.process());
            List<String> lines = new ArrayList<>();
            for (int crowd : crowds) {
                System.err.printf("bench: %d at once, %d s%n", crowd, seconds);
                lines.add(load.measure(crowd, seconds, server.process()));
                System.out.println(lines.getLast());
            }
            Files.writeString(
                    Path.of(arguments[3]),
                    "{\"at\": \"%s\", \"cores\": %d, \"rows\": [%n%s%n]}%n"
                            .formatted(
                                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                                    Runtime.getRuntime().availableProcessors(),
                                    String.join(",\n", lines)));
        }
    }

    /** Opens the example and lets so many people in, each by an invitation of their own. */
    private static Sliders arrive(Served server, int crowd) throws IOException, InterruptedException {
        String address = server.address();
        Caller keeper = server.keeper();
        keeper.send(
                keeper.open("/partnerships/new"),
                Map.of("name-en", "Load", "name-cy", "Llwyth", "place-en", "Here", "place-cy", "Yma"));
        byte[] example =
                keeper.fetch(keeper.open("/p/cwm-taf-morgannwg/picture").url() + "/folder");
        Sliders load = new Sliders(
                keeper.upload("/p/load/picture/new", "example.zip", example).url());
        for (int i = 0; i < crowd; i++) {
            Caller person = new Caller(address, "198.51.101." + (i + 1));
            Caller.Page invited = keeper.send(keeper.open("/p/load/people/invite"), Map.of("role", "member"));
            person.send(
                    person.open(invited.find("(/join/[A-Za-z0-9_-]+)")),
                    Map.of("name", "Person " + i, "email", "person" + i + "@example.org", "password", Served.PASSWORD));
            load.people.add(person);
        }
        load.sliders = new ArrayList<>();
        Matcher knob = KNOB.matcher(load.people.getFirst().open(load.picture).body());
        while (knob.find()) {
            load.sliders.add(new Slider(
                    knob.group(4),
                    Double.parseDouble(knob.group(1)),
                    Double.parseDouble(knob.group(2)),
                    Double.parseDouble(knob.group(3))));
        }
        return load;
    }

    private String measure(int crowd, int seconds, ProcessHandle server) throws InterruptedException, IOException {
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Queue<String> broken = new ConcurrentLinkedQueue<>();
        double before = processor(server);
        long began = System.nanoTime();
        long end = began + seconds * 1000L * MILLISECOND;
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < crowd; i++) {
            int person = i;
            all.add(Thread.ofVirtual().start(() -> {
                try {
                    move(people.get(person), new SplittableRandom(person + 1000L * crowd), end, answers);
                } catch (IOException | InterruptedException | RuntimeException problem) {
                    broken.add(String.valueOf(problem));
                }
            }));
        }
        for (Thread each : all) {
            each.join();
        }
        double took = (System.nanoTime() - began) / 1e9;
        double used = processor(server) - before;
        broken.forEach(problem -> System.err.println("bench: " + problem));
        return row(crowd, took, used, broken.size(), List.copyOf(answers));
    }

    private void move(Caller person, SplittableRandom random, long end, Queue<Answer> answers)
            throws IOException, InterruptedException {
        Thread.sleep(random.nextLong(0, 3000));
        CompletableFuture<?> resting = CompletableFuture.completedFuture(null);
        while (System.nanoTime() < end) {
            Slider slider = sliders.get(random.nextInt(sliders.size()));
            String asked = "";
            int moves = random.nextInt(3, 9);
            for (int i = 0; i < moves && System.nanoTime() < end; i++) {
                long from = System.nanoTime();
                double at = slider.least() + random.nextInt(0, 101) / 100.0 * (slider.most() - slider.least());
                double value = Math.rint(at / slider.step()) * slider.step();
                asked = picture + "/answer?"
                        + Caller.written(Map.of(slider.name(), String.format(Locale.ROOT, "%.4f", value)));
                if (!resting.isDone() && resting.cancel(true)) {
                    answers.add(new Answer(true, Double.NaN, 0, 0));
                }
                HttpResponse<byte[]> answer = person.ask(asked).join();
                answers.add(answer(false, from, answer));
                long next = from + random.nextLong(300, 501) * MILLISECOND;
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / MILLISECOND));
            }
            Thread.sleep(REST);
            long from = System.nanoTime();
            resting = person.ask(asked + "&sure=yes").thenAccept(answer -> answers.add(answer(true, from, answer)));
            Thread.sleep(random.nextLong(2000, 8001));
        }
        resting.cancel(true);
    }

    private static Answer answer(boolean sure, long from, HttpResponse<byte[]> answer) {
        return new Answer(
                sure, (System.nanoTime() - from) / (double) MILLISECOND, answer.statusCode(), answer.body().length);
    }

    private static String row(int crowd, double took, double processor, int broken, List<Answer> answers) {
        return String.format(
                Locale.ROOT,
                "  {\"people\": %d, \"seconds\": %.1f, \"serverProcessorShare\": %.2f, \"broken\": %d,%n   \"moves\": %s,%n   \"sure\": %s}",
                crowd,
                took,
                processor / took,
                broken,
                times(answers.stream().filter(a -> !a.sure()).toList(), took),
                times(answers.stream().filter(Answer::sure).toList(), took));
    }

    private static String times(List<Answer> answers, double seconds) {
        double[] sorted = answers.stream()
                .mapToDouble(Answer::took)
                .filter(took -> !Double.isNaN(took))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "{\"answers\": %d, \"perSecond\": %.1f, \"overtaken\": %d, \"errors\": %d, \"kilobytes\": %.1f, \"median\": %.1f, \"p90\": %.1f,"
                        + " \"p95\": %.1f, \"p99\": %.1f, \"most\": %.1f}",
                sorted.length,
                sorted.length / seconds,
                answers.stream().filter(a -> Double.isNaN(a.took())).count(),
                answers.stream()
                        .filter(a -> a.status() != 200 && a.status() != 0)
                        .count(),
                answers.stream()
                                .filter(a -> a.bytes() > 0)
                                .mapToInt(Answer::bytes)
                                .average()
                                .orElse(0)
                        / 1024,
                at(sorted, 0.5),
                at(sorted, 0.9),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    /** Seconds of processor the server has used, apart from its PostgreSQL. Linux only; elsewhere what java knows. */
    private static double processor(ProcessHandle server) throws IOException {
        Path stat = Path.of("/proc/" + server.pid() + "/stat");
        if (!Files.exists(stat)) {
            return server.info()
                    .totalCpuDuration()
                    .map(d -> d.toMillis() / 1000.0)
                    .orElse(Double.NaN);
        }
        String[] fields = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ");
        return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS;
    }
}
