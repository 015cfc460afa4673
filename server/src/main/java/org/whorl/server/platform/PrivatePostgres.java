package org.whorl.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whorl's own PostgreSQL: set up on first use, kept in the data folder, heard only on this machine.
 *
 * <p>It outlives us when we are killed; the next start adopts it. When it is killed itself, it is started again on the
 * same port while we run, and recovers from its log, so nothing acknowledged is lost.
 */
public final class PrivatePostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PrivatePostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration LOOKS_WHILE_STARTING = Duration.ofMillis(4);
    private static final Duration TO_APPEAR = Duration.ofSeconds(10);
    private static final String NAME = "whorl";
    /** Megabytes; a first start fills 130, on a Mac 400, and half a database would be left where the disk ends. */
    private static final long ROOM_TO_BEGIN = 500;

    private static final long ROOM_TO_GO_ON = 40;

    private final PostgresBinaries binaries;
    private final RunAs runAs;
    private final Path folder;
    private final PostgresSecrets secrets;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private int port;
    private boolean adopted;

    private PrivatePostgres(PostgresBinaries binaries, RunAs runAs, Path folder, PostgresSecrets secrets) {
        this.binaries = binaries;
        this.runAs = runAs;
        this.folder = folder;
        this.secrets = secrets;
    }

    /**
     * Starts the database of a data folder, or takes over the one that still runs there.
     *
     * @param data the data folder; made when it does not exist
     * @throws IOException if it cannot be started; the message says where its log is
     */
    public static PrivatePostgres start(Path data) throws IOException {
        return start(data, RunAs.bestHere());
    }

    /** Has the data folder no database yet? */
    static boolean isNewIn(Path data) {
        return !Files.exists(data.resolve("database/cluster/PG_VERSION"));
    }

    /**
     * Uses the database of a data folder in which another Whorl works. It is not watched, and not stopped.
     *
     * @throws IOException if none runs there
     */
    public static Database running(Path data) throws IOException {
        Path folder = data.resolve("database").toAbsolutePath().normalize();
        PostmasterFile found = PostmasterFile.read(folder.resolve("cluster/postmaster.pid"));
        if (found.port() == 0) {
            throw new IOException("no PostgreSQL runs in " + folder);
        }
        String url = "jdbc:postgresql://127.0.0.1:" + found.port() + "/" + NAME;
        return new Database(url, NAME, PostgresSecrets.keptIn(folder).application());
    }

    static PrivatePostgres start(Path data, RunAs runAs) throws IOException {
        Files.createDirectories(data);
        DataFolder.refuseWithout(isNewIn(data) ? ROOM_TO_BEGIN : ROOM_TO_GO_ON, data);
        Path folder = data.resolve("database").toAbsolutePath().normalize();
        Files.createDirectories(folder);
        PostgresBinaries binaries = PostgresBinaries.unpackedBelow(data);
        PostgresSecrets secrets = PostgresSecrets.keptIn(folder);
        PrivatePostgres postgres = new PrivatePostgres(binaries, runAs, folder, secrets);
        postgres.initialise();
        postgres.startOrAdopt();
        postgres.makeRoom();
        Thread.ofVirtual().name("postgres-watch").start(postgres::watch);
        return postgres;
    }

    /** How to reach it: as a role that owns Whorl's database and nothing else. */
    public Database database() {
        return new Database(url(NAME), NAME, secrets.application());
    }

    /** Stops it; what is under way is rolled back. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            try {
                control(List.of(
                        "stop", "-m", "fast", "-w", "-t", "30", "-D", cluster().toString()));
            } catch (IOException e) {
                LOG.warn("PostgreSQL did not stop in time; the next start will take it over", e);
            }
        }
    }

    /** Leaves it running and looks no more: what is left when the application is killed. */
    void abandon() {
        open.set(false);
    }

    /** Had it outlived the Whorl that started it? */
    boolean adopted() {
        return adopted;
    }

    /** The number of its main process. */
    long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
    }

    private void initialise() throws IOException {
        if (Files.exists(cluster().resolve("PG_VERSION"))) {
            return;
        }
        // Made beside and renamed when complete, so that a first start cut short is simply begun again.
        Path half = folder.resolve("cluster.half");
        if (Files.exists(half)) {
            Files.move(half, folder.resolve("cluster.abandoned-" + System.nanoTime()), StandardCopyOption.ATOMIC_MOVE);
        }
        runAs.handOver(folder);
        List<String> command = runAs.command(List.of(
                binaries.program("initdb"),
                "--pgdata=" + half,
                "--username=postgres",
                "--pwfile=" + secrets.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                // Many rounds slow down the guessing of words people choose. Ours are 192 random bits, which nobody
                // guesses, and every connection would pay for the rounds.
                "--set=scram_iterations=1"));
        Programs.run(command, folder.resolve("initdb.log"), PATIENCE);
        Files.move(half, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private synchronized void startOrAdopt() throws IOException {
        Instant until = Instant.now().plus(PATIENCE);
        IOException last = new IOException("not tried");
        do {
            PostmasterFile found = PostmasterFile.read(pidFile());
            if (found.port() > 0 && answers(found.port())) {
                adopted = true;
                port = found.port();
                return;
            }
            if (found.pid() > 0 && !found.isPostgres()) {
                // The machine has given the number of a server that died to somebody else: PostgreSQL would wait for
                // that one for ever.
                Files.deleteIfExists(pidFile());
            }
            try {
                startOn(port > 0 ? port : Programs.freePort());
                return;
            } catch (IOException e) {
                last = e;
                pause(BETWEEN_LOOKS);
            }
        } while (Instant.now().isBefore(until));
        throw new IOException("PostgreSQL did not start; its log is " + log(), last);
    }

    private void startOn(int wanted) throws IOException {
        String options = String.join(
                " ",
                "-p " + wanted,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c max_connections=40",
                "-c shared_buffers=64MB",
                "-c timezone=UTC",
                "-c log_timezone=UTC",
                // Statements may hold people's words, so the log holds none.
                "-c log_min_error_statement=panic",
                "-c log_statement=none");
        // Told not to wait, and looked after more often than its own ten times a second.
        control(List.of("start", "-W", "-D", cluster().toString(), "-l", log().toString(), "-o", options));
        awaitReady();
        port = wanted;
    }

    /** Waits until it takes connections; recovering from a crash may take it a while, but then its file is there. */
    private void awaitReady() throws IOException {
        Instant began = Instant.now();
        boolean seen = false;
        while (true) {
            PostmasterFile file = PostmasterFile.read(pidFile());
            if (file.ready()) {
                return;
            }
            Duration waited = Duration.between(began, Instant.now());
            boolean gone = file.pid() == 0 || (waited.compareTo(BETWEEN_LOOKS) > 0 && !file.isPostgres());
            if ((gone && (seen || waited.compareTo(TO_APPEAR) > 0)) || waited.compareTo(PATIENCE) > 0) {
                throw new IOException("PostgreSQL has not become ready; its log is " + log());
            }
            seen |= !gone;
            pause(LOOKS_WHILE_STARTING);
        }
    }

    private void control(List<String> arguments) throws IOException {
        List<String> program = new ArrayList<>(List.of(binaries.program("pg_ctl")));
        program.addAll(arguments);
        Programs.run(runAs.command(program), folder.resolve("control.log"), PATIENCE);
    }

    /** Makes Whorl's role and database the first time. */
    private void makeRoom() throws IOException {
        try (Connection connection = connect(port, "postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = 'whorl'")) {
                statement.execute("create role whorl login nosuperuser nocreatedb nocreaterole password '"
                        + secrets.application() + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = 'whorl'")) {
                statement.execute("create database whorl owner whorl");
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL runs, but not with the password kept beside it", e);
        }
    }

    /** Starts it again whenever it has gone away while we are still here. */
    private void watch() {
        while (open.get()) {
            pause(BETWEEN_LOOKS);
            try {
                if (open.get() && !Programs.listen(port)) {
                    LOG.warn("PostgreSQL has gone away; starting it again");
                    startOrAdopt();
                }
            } catch (IOException e) {
                LOG.error("PostgreSQL could not be started again; trying on", e);
            }
        }
    }

    private boolean answers(int candidate) {
        try (Connection connection = connect(candidate, "postgres")) {
            return connection.isValid(5);
        } catch (SQLException _) {
            return false;
        }
    }

    private Connection connect(int candidate, String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", secrets.administrator());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + candidate + "/" + name, properties);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    private Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }
}
