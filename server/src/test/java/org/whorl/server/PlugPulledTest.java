package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.server.platform.Database;
import org.whorl.server.platform.PrivatePostgres;
import org.whorl.server.platform.TestBinaries;
import org.whorl.server.trust.RecordCheck;

/**
 * The plug is pulled while people write: kill -9 of the application, of PostgreSQL, or of both. Whatever was acknowledged
 * is there afterwards, nothing is half there, and the next start is clean. How many rounds: {@code whorl.rounds}.
 */
@Tag("long")
class PlugPulledTest {

    private static final int ROUNDS = Integer.getInteger("whorl.rounds", 50);
    private static final long SEED = 20260401;
    private static final String PASSWORD = Running.PASSWORD;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Set<String> acknowledged = new HashSet<>();
    private int written;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        System.out.println("seed " + SEED + ", rounds " + ROUNDS);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        TestBinaries.linkInto(data);
        String spiral = "";
        for (int round = 0; round < ROUNDS; round++) {
            int port = freePort();
            Process application = start(data, port, round);
            // A round that fails leaves nobody running behind it.
            Runtime.getRuntime().addShutdownHook(new Thread(application::destroy));
            Browser browser = new Browser("http://localhost:" + port);
            waitFor(browser, application);
            if (round == 0) {
                spiral = begin(browser, data);
                browser = new Browser("http://localhost:" + port);
            } else {
                check(data);
            }
            // A member without a role needs no second step, and so no new code from the telephone in every round.
            browser.signIn("writer@example.org", PASSWORD);
            writeUntilPulled(browser, spiral, application, data, random.nextInt(3));
        }
        try (PrivatePostgres _ = PrivatePostgres.start(data)) {
            check(data);
        }
        System.out.println("acknowledged and found: " + acknowledged.size());
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    private static String begin(Browser browser, Path data) throws IOException, InterruptedException {
        Matcher code = Pattern.compile("code=(\\S+)").matcher("");
        // The first page may be there a moment before the lines that tell about it.
        for (int i = 0; i < 300 && !code.find(); i++) {
            Thread.sleep(100);
            code.reset(Files.readString(data.resolveSibling("out-0")));
        }
        code.reset();
        assertThat(code.find()).isTrue();
        browser.open("/set-up?code=" + code.group(1))
                .send(Map.of("name", "Keeper", "email", "keeper@example.org", "password", PASSWORD));
        browser.signIn("keeper@example.org", PASSWORD);
        browser.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Pulled", "name-cy", "Tynnu", "place-en", "Here", "place-cy", "Yma"));
        Browser.Page form = browser.open("/p/pulled/spirals/new");
        String spiral = form.send(Map.of("question", "Still there?", "population", "All", "place", form.option("Here")))
                .id();
        Matcher link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(browser.open("/p/pulled/people/invite")
                        .send(Map.of("role", "member"))
                        .body());
        assertThat(link.find()).isTrue();
        new Browser(browser.address())
                .open(link.group())
                .send(Map.of("name", "Writer", "email", "writer@example.org", "password", PASSWORD));
        return spiral;
    }

    /** Writes one note after the other; somewhere in between somebody pulls the plug. */
    private void writeUntilPulled(Browser browser, String spiral, Process application, Path data, int which)
            throws Exception {
        String path = "/p/pulled/spirals/" + spiral + "/taking-part";
        String csrf = browser.open(path).csrf();
        Instant pull = Instant.now().plusMillis(100 + random.nextInt(700));
        Thread puller = Thread.ofPlatform().start(() -> pull(application, data, which, pull));
        boolean there = true;
        while (there) {
            String how = "note " + written++;
            try {
                Browser.Page answer = browser.post(path, Map.of("_csrf", csrf, "people", "1", "how", how));
                if (answer.status() == 200 && answer.url().endsWith(spiral)) {
                    acknowledged.add(how);
                }
            } catch (UncheckedIOException _) {
                there = application.isAlive();
            }
            // When only PostgreSQL was pulled, the application goes on; it is pulled too a while later.
            there &= Instant.now().isBefore(pull.plusSeconds(4)) && application.isAlive();
        }
        puller.join();
        application.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    private static void pull(Process application, Path data, int which, Instant when) {
        try {
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), when).toMillis()));
            if (which != 0) {
                String pid = Files.readAllLines(data.resolve("database/cluster/postmaster.pid"))
                        .getFirst();
                new ProcessBuilder("kill", "-9", pid.strip()).start().waitFor();
            }
            if (which != 1) {
                application.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check(Path data) throws Exception {
        Database database = PrivatePostgres.running(data);
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('whorl.partnership', '00000000-0000-0000-0000-000000000000', false)");
            try (ResultSet rows = statement.executeQuery("""
                    select t.how, (select count(*) from record r
                        where r.partnership = t.partnership and r.subject = 'taking-part ' || t.id)
                    from taking_part t join partnership p on p.id = t.partnership
                    where p.slug = 'pulled' and t.member is null""")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                    assertThat(rows.getInt(2))
                            .as("lines in the record for " + rows.getString(1))
                            .isEqualTo(1);
                }
            }
        }
        assertThat(found).doesNotHaveDuplicates();
        assertThat(new HashSet<>(found)).as("all that was acknowledged").containsAll(acknowledged);
        assertThat(RecordCheck.of(database).faults()).isEmpty();
    }

    private static Process start(Path data, int port, int round) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.whorl.server.WhorlServer",
                        "serve",
                        "--port=" + port,
                        "--data=" + data)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("out-" + round).toFile())
                .start();
    }

    private static void waitFor(Browser browser, Process application) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(120);
        while (true) {
            try {
                if (browser.open("/").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException _) {
                // not yet
            }
            assertThat(application.isAlive() && Instant.now().isBefore(until))
                    .as("it starts")
                    .isTrue();
            Thread.sleep(100);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
