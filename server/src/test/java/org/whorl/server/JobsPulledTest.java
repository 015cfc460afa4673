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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.server.platform.Database;
import org.whorl.server.platform.PrivatePostgres;
import org.whorl.server.platform.TestBinaries;

/** The plug is pulled in the middle of long work: kill -9. The next start finds it, and goes on or says so. */
@Tag("long")
class JobsPulledTest {

    @TempDir
    Path folder;

    @Test
    void workThatWasCutShortIsFound() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        TestBinaries.linkInto(data);
        UUID once = UUID.randomUUID();
        UUID again = UUID.randomUUID();
        pullDuring(data, once, "slow-once", false);
        pullDuring(data, again, "slow", true);
        Process last = start(data);
        try {
            waitFor(data, once, "interrupted", last);
            waitFor(data, again, "done", last);
            assertThat(Integer.parseInt(ask(data, "select attempts from job where id = '%s'".formatted(again))))
                    .as("begun twice")
                    .isEqualTo(2);
        } finally {
            last.destroy();
            last.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private void pullDuring(Path data, UUID job, String kind, boolean resumes) throws Exception {
        Process application = start(data);
        try {
            ask(data, """
                    insert into job (partnership, id, kind, parameters, resumes)
                    values ('00000000-0000-0000-0000-000000000000', '%s', '%s', '{"tenths":100}', %s)
                    returning id""".formatted(job, kind, resumes));
            waitFor(data, job, "running", application);
        } finally {
            application.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        // PostgreSQL outlives the application that was killed, and knows no better.
        assertThat(ask(data, "select state from job where id = '%s'".formatted(job)))
                .isEqualTo("running");
    }

    private void waitFor(Path data, UUID job, String state, Process application) throws SQLException {
        for (int i = 0;
                !ask(data, "select state from job where id = '%s'".formatted(job))
                        .equals(state);
                i++) {
            assertThat(i < 300 && application.isAlive())
                    .as("%s becomes %s", job, state)
                    .isTrue();
            LockSupport.parkNanos(200_000_000);
        }
    }

    private static String ask(Path data, String statement) throws SQLException {
        Database database = running(data);
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement asking = connection.createStatement()) {
            asking.execute("select set_config('whorl.partnership', '00000000-0000-0000-0000-000000000000', false)");
            try (ResultSet rows = asking.executeQuery(statement)) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private static Database running(Path data) {
        try {
            return PrivatePostgres.running(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(Path data) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
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
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(application::destroy));
        Browser browser = new Browser("http://localhost:" + port);
        for (int i = 0; i < 600; i++) {
            try {
                if (browser.open("/").status() == 200) {
                    return application;
                }
            } catch (UncheckedIOException _) {
                // not yet
            }
            assertThat(application.isAlive()).as("it starts").isTrue();
            LockSupport.parkNanos(200_000_000);
        }
        throw new AssertionError("it does not start");
    }
}
