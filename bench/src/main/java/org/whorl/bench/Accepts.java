package org.whorl.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import org.whorl.server.WhorlServer;
import org.whorl.server.design.Language;
import org.whorl.server.stories.Age;
import org.whorl.server.stories.Audience;
import org.whorl.server.stories.Came;
import org.whorl.server.stories.Intake;
import org.whorl.server.stories.Kind;
import org.whorl.server.stories.Telling;
import org.whorl.server.stories.Where;

/**
 * How many stories a second the server takes in for good: at its door, and sent over HTTP by as many tellers, who wait for
 * the page with their code. Beside them the rows a second that bare JDBC inserts into a table like that of stories, in the
 * same PostgreSQL, with as many connections, each row a transaction. They take turns, in one process; the bar is half at
 * the door.
 */
final class Accepts {

    private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final String STRENGTH = "My neighbour Eirlys looks in every day.";
    private static final String WORDS = "Nobody told us when she would come home. We rang three times and heard three "
            + "different days. Eirlys next door sat with her until the evening, and that made all the difference.";
    private static final String SLUG = "cwm-taf-morgannwg";
    private static final double NANOSECONDS = 1e9;
    private static final long ROUND = 4;
    private static final long WARMING = 15;

    private final String page;
    private final Path data;
    private final Intake intake;
    private final Where where;
    private final SecureRandom random = new SecureRandom();

    private Accepts(String address, Path data, Intake intake) throws IOException, SQLException {
        this.page = address + "/p/" + SLUG + "/tell";
        this.data = data;
        this.intake = intake;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            // A table like that of stories: its columns, checks and indexes, without its guards.
            statement.execute("create table bare_story (like contribution including all)");
            statement.execute("set whorl.partnership = '00000000-0000-0000-0000-000000000000'");
            try (ResultSet found = statement.executeQuery("select id from partnership where slug = '" + SLUG + "'")) {
                found.next();
                UUID partnership = found.getObject(1, UUID.class);
                this.where = new Where(
                        partnership, "", "", "wales", Optional.empty(), "", "en", "", false, "", Optional.empty(), "");
            }
        }
    }

    /** Arguments: an empty folder, rounds, a file for the results, numbers of tellers. */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        int[] crowds =
                Arrays.stream(arguments).skip(3).mapToInt(Integer::parseInt).toArray();
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> lines = new ArrayList<>();
        try (ConfigurableApplicationContext server = WhorlServer.begin("serve", "--port=" + port, "--data=" + data)) {
            Accepts accepts = new Accepts("http://localhost:" + port, data, server.getBean(Intake.class));
            System.err.println("bench: warming up");
            accepts.sent(8, WARMING);
            accepts.atTheDoor(8, WARMING);
            accepts.bare(8, ROUND);
            System.out.printf("%-8s %10s %10s %10s %8s %8s%n", "tellers", "door/s", "HTTP/s", "bare/s", "door", "HTTP");
            for (int crowd : crowds) {
                lines.add(accepts.compare(crowd, rounds));
            }
        }
        Files.writeString(
                Path.of(arguments[2]),
                "{\"at\": \"%s\", \"cores\": %d, \"rounds\": %d, \"rows\": [%n%s%n]}%n"
                        .formatted(
                                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                                Runtime.getRuntime().availableProcessors(),
                                rounds,
                                String.join(",\n", lines)));
    }

    private String compare(int crowd, int rounds) throws Exception {
        double[] door = new double[rounds];
        double[] sent = new double[rounds];
        double[] bare = new double[rounds];
        double[] doorOver = new double[rounds];
        double[] sentOver = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            door[round] = atTheDoor(crowd, ROUND);
            bare[round] = bare(crowd, ROUND);
            sent[round] = sent(crowd, ROUND);
            doorOver[round] = door[round] / bare[round];
            sentOver[round] = sent[round] / bare[round];
        }
        System.out.printf(
                Locale.ROOT,
                "%-8d %10.0f %10.0f %10.0f %8.2f %8.2f%n",
                crowd,
                median(door),
                median(sent),
                median(bare),
                median(doorOver),
                median(sentOver));
        return String.format(
                Locale.ROOT,
                "  {\"tellers\": %d, \"door\": %.1f, \"http\": %.1f, \"bare\": %.1f, \"doorOverBare\": %.3f, \"httpOverBare\": %.3f}",
                crowd,
                median(door),
                median(sent),
                median(bare),
                median(doorOver),
                median(sentOver));
    }

    /** Stories a second, taken in for good at the door: permission, one gate, record and all. */
    private double atTheDoor(int tellers, long seconds) throws Exception {
        return together(tellers, seconds, until -> {
            long taken = 0;
            while (System.nanoTime() < until) {
                Telling telling = new Telling(
                        key(),
                        Kind.STORY,
                        new Came("link", Optional.empty(), Optional.empty()),
                        Language.EN,
                        STRENGTH,
                        "",
                        WORDS,
                        "own",
                        Age.ADULT,
                        "wales",
                        Optional.empty(),
                        "none",
                        "",
                        Language.CY,
                        "",
                        Set.of(Audience.TEAM, Audience.PARTNERSHIP));
                if (!intake.take(where, telling)) {
                    throw new IllegalStateException("not taken in");
                }
                taken++;
            }
            return taken;
        });
    }

    /** The same sent as a form, by tellers who wait for the page with their code. */
    private double sent(int tellers, long seconds) throws Exception {
        return together(tellers, seconds, until -> {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            HttpResponse<String> first =
                    client.send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString());
            String cookie =
                    first.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
            Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(first.body());
            if (!csrf.find()) {
                throw new IOException("no form at " + page);
            }
            Map<String, String> story = new TreeMap<>(Map.of(
                    "_csrf", csrf.group(1),
                    "step", "check",
                    "kind", "story",
                    "strength", STRENGTH,
                    "words", WORDS,
                    "words-in", "en",
                    "blame-seen", "yes"));
            story.putAll(Map.of(
                    "teller", "own",
                    "age", "adult",
                    "where", "wales",
                    "for-team", "yes",
                    "for-partnership", "yes",
                    "name-choice", "none",
                    "answer", "cy"));
            long taken = 0;
            while (System.nanoTime() < until) {
                String key = key();
                story.put("key", key);
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(page))
                                .header("Cookie", cookie)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(Caller.written(story)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200 || !answer.body().contains(key)) {
                    throw new IOException("not taken in: " + answer.statusCode() + " " + answer.body());
                }
                taken++;
            }
            return taken;
        });
    }

    /** Rows a second, inserted by nothing but JDBC. */
    private double bare(int connections, long seconds) throws Exception {
        return together(connections, seconds, until -> {
            long taken = 0;
            try (Connection connection = connect();
                    PreparedStatement insert = connection.prepareStatement("""
                            insert into bare_story (partnership, id, kind, route, language, strength, words, code, teller, age,
                                country, name_choice, answer_in, told_at)
                            values (?, ?, 'story', 'link', 'en', ?, ?, ?, 'own', 'adult', 'wales', 'none', 'cy', ?)""")) {
                UUID partnership = UUID.randomUUID();
                while (System.nanoTime() < until) {
                    insert.setObject(1, partnership);
                    insert.setObject(2, UUID.randomUUID());
                    insert.setString(3, STRENGTH);
                    insert.setString(4, WORDS);
                    insert.setBytes(5, key().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    insert.setTimestamp(6, Timestamp.from(Instant.now()));
                    insert.executeUpdate();
                    taken++;
                }
            }
            return taken;
        });
    }

    private interface Work {
        long until(long moment) throws Exception;
    }

    private static double together(int many, long seconds, Work work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            long began = System.nanoTime();
            long until = began + (long) (seconds * NANOSECONDS);
            List<Future<Long>> all =
                    threads.invokeAll(java.util.Collections.nCopies(many, (Callable<Long>) () -> work.until(until)));
            long taken = 0;
            for (Future<Long> each : all) {
                taken += each.get();
            }
            return taken / ((System.nanoTime() - began) / NANOSECONDS);
        }
    }

    private Connection connect() throws IOException, SQLException {
        Path database = data.resolve("database");
        String port = Files.readAllLines(database.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/whorl",
                "whorl",
                Files.readString(database.resolve("application.password")));
    }

    private String key() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            key.append(i > 0 && i % 4 == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return key.toString();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
