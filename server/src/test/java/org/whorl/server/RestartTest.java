package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.server.platform.PrivatePostgres;
import org.whorl.server.platform.TestBinaries;

/** A server that goes away, however it goes, signs nobody out; and whoever signed out before it went stays out. */
class RestartTest {

    @TempDir
    Path folder;

    private int starts;

    @Test
    void aSessionOutlivesTheServer() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        TestBinaries.linkInto(data);
        int port = freePort();
        Browser stays = new Browser("http://localhost:" + port);
        Browser leaves = new Browser("http://localhost:" + port);

        Process first = start(data, port);
        waitFor(stays, first);
        Matcher code = Pattern.compile("code=(\\S+)").matcher(Files.readString(folder.resolve("out-1")));
        assertThat(code.find()).isTrue();
        stays.open("/set-up?code=" + code.group(1))
                .send(Map.of("name", "Stays", "email", "stays@example.org", "password", Running.PASSWORD));
        leaves.signIn("stays@example.org", Running.PASSWORD);
        Browser.Page form = stays.open("/partnerships/new?lang=en");
        first.destroyForcibly().waitFor();

        Process second = start(data, port);
        waitFor(new Browser(stays.address()), second);
        assertThat(stays.open("/account").body()).as("after kill -9").contains("stays@example.org");
        Browser.Page opened =
                form.send(Map.of("name-en", "Before", "name-cy", "Cyn", "place-en", "Here", "place-cy", "Yma"));
        assertThat(opened.url()).as("a form from before").endsWith("/p/before");
        leaves.post("/sign-out", Map.of("_csrf", leaves.open("/").csrf()));
        second.destroy();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();

        Process third = start(data, port);
        waitFor(new Browser(stays.address()), third);
        assertThat(stays.open("/account").body()).as("after a stop").contains("stays@example.org");
        assertThat(leaves.open("/account").status()).as("signed out before").isEqualTo(403);
        third.destroyForcibly().waitFor();
        PrivatePostgres.start(data).close();
    }

    private Process start(Path data, int port) throws IOException {
        Process process = new ProcessBuilder(
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
                .redirectOutput(folder.resolve("out-" + ++starts).toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    private static void waitFor(Browser browser, Process server) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(120);
        while (server.isAlive() && Instant.now().isBefore(until)) {
            try {
                if (browser.open("/health").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException _) {
                // not yet
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it does not start");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
