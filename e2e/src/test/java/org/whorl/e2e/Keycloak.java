package org.whorl.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * A real organisation's sign-in: Keycloak in a process of its own, as Maven has fetched it, with one realm read in at its
 * start. It stands where the {@link House} expects it.
 */
final class Keycloak implements AutoCloseable {

    /** The password of everybody in the realm. */
    static final String PASSWORD = "five small grey stones";

    private static final Path FOLDER =
            Path.of("target", "keycloak", "keycloak-" + System.getProperty("keycloak.version", ""));
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;

    /** Starts it; where Maven could not fetch it, the walk is skipped, and says so. */
    Keycloak() {
        Assumptions.assumeTrue(
                Files.exists(FOLDER.resolve("bin/kc.sh")),
                "Keycloak could not be fetched from Maven Central, so nobody signs in through a real organisation");
        try {
            // What an earlier walk left would be believed rather than the realm of today.
            House.forget(FOLDER.resolve("data"));
            Path realms = Files.createDirectories(FOLDER.resolve("data/import"));
            Files.writeString(realms.resolve("health-realm.json"), realm());
            ProcessBuilder builder = new ProcessBuilder(
                            FOLDER.resolve("bin/kc.sh").toAbsolutePath().toString(),
                            "start-dev",
                            "--http-host=localhost",
                            "--http-port=" + House.PROVIDER_PORT,
                            "--cache=local",
                            "--import-realm")
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "keycloak.log").toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            // Its threads reach into Java's own; Java 24 and later want to be told.
            builder.environment().put("JAVA_OPTS_APPEND", "--add-opens=java.base/java.lang=ALL-UNNAMED");
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The realm, with the address Whorl has today. */
    private static String realm() throws IOException {
        try (InputStream in = Objects.requireNonNull(Keycloak.class.getResourceAsStream("health-realm.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@whorl@", House.address());
        }
    }

    private void await() throws IOException {
        URI realm = URI.create("http://localhost:" + House.PROVIDER_PORT + "/realms/health");
        Instant until = Instant.now().plus(PATIENCE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (process.isAlive() && Instant.now().isBefore(until)) {
                try {
                    HttpRequest request = HttpRequest.newBuilder(realm).build();
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // not yet
                }
                Thread.sleep(300);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        close();
        throw new IOException("Keycloak did not start; see target/keycloak.log");
    }

    /** The script has Java below it: both end. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
