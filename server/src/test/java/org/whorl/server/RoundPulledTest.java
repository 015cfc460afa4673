package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.server.platform.TestBinaries;

/** The plug is pulled in the middle of a round: kill -9. What was acknowledged is there once, and still blind. */
@Tag("long")
class RoundPulledTest {

    private static final int HEARD = 12;
    private static final int TIMES = 3;
    private static final long SEED = 20260923;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void nothingSaidInARoundIsLostOrShownTooSoon() throws Exception {
        System.out.println("seed " + SEED);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        TestBinaries.linkInto(data);
        int port = freePort();
        Process application = start(data, port, 0);
        Browser keeper = new Browser("http://localhost:" + port);
        waitFor(keeper, application);
        begin(keeper);
        String circle = keeper.open("/p/pulled/circles/new?lang=en")
                .send(Map.of("name-en", "Round", "name-cy", "Cylch", "rule", "consent", "level", "team", "hours", "72"))
                .url()
                .replaceFirst(".*(/p/)", "$1");
        List<String> links = new ArrayList<>();
        for (int i = 0; i <= HEARD; i++) {
            links.add(found(
                    keeper.post(
                                    circle + "/seats",
                                    Map.of(
                                            "_csrf",
                                            keeper.open(circle).csrf(),
                                            "name",
                                            "Person %02d".formatted(i),
                                            "lived",
                                            "yes"))
                            .body(),
                    "<code id=\"link\">https?://[^/]+(/d/[0-9a-z]{16})</code>"));
        }
        Browser.Page form = keeper.open(circle + "/items/new?lang=en");
        Map<String, String> words = new HashMap<>(Map.of("question", "Shall we?", "owner", form.option("Person 00")));
        words.putAll(Map.of("minutes", "9", "purpose", "decide", "proposal", "We do", "wanted", "Quiet"));
        words.putAll(Map.of("reason", "Now", "affected", "All"));
        String item = form.send(words).url().replaceFirst(".*(/p/)", "$1");
        keeper.post(item, Map.of("_csrf", keeper.open(item).csrf(), "do", "open", "kind", "clarify"));

        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int time = 1; time <= TIMES; time++) {
            Process pulled = application;
            List<Thread> people = new ArrayList<>();
            for (int i = 1; i < HEARD; i++) {
                String said = "Said %02d in time %d.".formatted(i, time);
                String link = links.get(i) + "/" + item.replaceFirst(".*/", "");
                String address = "http://localhost:" + port;
                people.add(Thread.ofPlatform().start(() -> {
                    if (replies(new Browser(address), link, said)) {
                        acknowledged.removeIf(each -> each.startsWith(said.substring(0, 8)));
                        acknowledged.add(said);
                    }
                }));
            }
            // In the middle: some have been told that they were heard, and others are still speaking.
            String now = "in time %d.".formatted(time);
            int some = 1 + random.nextInt(HEARD - 4);
            for (int i = 0;
                    i < 1200
                            && acknowledged.stream()
                                            .filter(each -> each.endsWith(now))
                                            .count()
                                    < some;
                    i++) {
                LockSupport.parkNanos(50_000_000);
            }
            pulled.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            for (Thread person : people) {
                person.join();
            }
            port = freePort();
            application = start(data, port, time);
            keeper = new Browser("http://localhost:" + port);
            waitFor(keeper, application);
            for (int i = 1; i < HEARD; i++) {
                String own = new Browser(keeper.address())
                        .open(links.get(i) + "/" + item.replaceFirst(".*/", "") + "?lang=en")
                        .body();
                String begins = "Said %02d".formatted(i);
                int said = acknowledged.stream()
                        .filter(each -> each.startsWith(begins))
                        .mapToInt(each -> Integer.parseInt(each.replaceAll(".* (\\d+)\\.", "$1")))
                        .max()
                        .orElse(0);
                // What was kept and not acknowledged may have taken its place; nothing older may.
                assertThat(said == 0
                                || IntStream.rangeClosed(said, time)
                                        .anyMatch(each -> own.contains(begins + " in time " + each + ".")))
                        .as(begins + " was acknowledged in time " + said + ", and is there")
                        .isTrue();
                assertThat(own.replace(begins, "")).as("nobody else's").doesNotContain("Said ");
            }
        }
        System.out.println("acknowledged and found: " + acknowledged.size());
        assertThat(acknowledged).hasSizeGreaterThan(TIMES);
        application.destroy();
        application.waitFor(20, TimeUnit.SECONDS);
    }

    /** Says it; true once the server has said that it was heard. */
    private static boolean replies(Browser browser, String link, String said) {
        try {
            Browser.Page page = browser.open(link + "?lang=en").send(Map.of("words", said));
            return page.status() == 200 && page.body().contains("You have been heard.");
        } catch (UncheckedIOException | AssertionError _) {
            return false;
        }
    }

    private void begin(Browser keeper) throws IOException {
        Matcher code = Pattern.compile("code=(\\S+)").matcher("");
        for (int i = 0; i < 300 && !code.find(); i++) {
            LockSupport.parkNanos(100_000_000);
            code.reset(Files.readString(folder.resolve("out-0")));
        }
        code.reset();
        assertThat(code.find()).isTrue();
        keeper.open("/set-up?code=" + code.group(1))
                .send(Map.of("name", "Keeper", "email", "keeper@example.org", "password", Running.PASSWORD));
        keeper.signIn("keeper@example.org", Running.PASSWORD);
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Pulled", "name-cy", "Tynnu", "place-en", "Here", "place-cy", "Yma"));
        // Who looks after a partnership shows by two things who they are, before that role counts.
        keeper.setUpSecondStep();
    }

    private static String found(String body, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(pattern + " in " + body).isTrue();
        return matcher.group(1);
    }

    private Process start(Path data, int port, int time) throws IOException {
        Process application = new ProcessBuilder(
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
                .redirectOutput(folder.resolve("out-" + time).toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(application::destroy));
        return application;
    }

    private static void waitFor(Browser browser, Process application) {
        for (int i = 0; i < 1200; i++) {
            try {
                if (browser.open("/").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException _) {
                // not yet
            }
            assertThat(application.isAlive()).as("it starts").isTrue();
            LockSupport.parkNanos(200_000_000);
        }
        throw new AssertionError("it does not start");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
