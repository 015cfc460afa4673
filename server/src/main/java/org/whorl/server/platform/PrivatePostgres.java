package org.whorl.server.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
import java.util.concurrent.TimeUnit;
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
    private static final String NAME = "whorl";

    private final PostgresBinaries binaries;
    private final RunAs runAs;
    private final Path folder;
    private final PostgresSecrets secrets;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private int port;

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
                "--builtin-locale=C.UTF-8"));
        run(command, folder.resolve("initdb.log"));
        Files.move(half, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private synchronized void startOrAdopt() throws IOException {
        Instant until = Instant.now().plus(PATIENCE);
        IOException last = new IOException("not tried");
        do {
            PostmasterFile found = PostmasterFile.read(pidFile());
            if (found.port() > 0 && answers(found.port())) {
                LOG.info("took over the PostgreSQL that still ran on port {}", found.port());
                port = found.port();
                return;
            }
            if (found.pid() > 0 && !found.isPostgres()) {
                // The machine has given the number of a server that died to somebody else: PostgreSQL would wait for
                // that one for ever.
                Files.deleteIfExists(pidFile());
            }
            try {
                startOn(port > 0 ? port : freePort());
                return;
            } catch (IOException e) {
                last = e;
                pause();
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
        control(List.of("start", "-w", "-t", "30", "-D", cluster().toString(), "-l", log().toString(), "-o", options));
        port = wanted;
    }

    private void control(List<String> arguments) throws IOException {
        List<String> program = new ArrayList<>(List.of(binaries.program("pg_ctl")));
        program.addAll(arguments);
        run(runAs.command(program), folder.resolve("control.log"));
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
            pause();
            try {
                if (open.get() && !listens(port)) {
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

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
            return true;
        } catch (IOException _) {
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

    private static void run(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nowhere()))
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(
                        "took longer than %d s: %s; see %s".formatted(PATIENCE.toSeconds(), command.getLast(), log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("left with status %d: %s".formatted(process.exitValue(), Files.readString(log)));
        }
    }

    private static java.io.File nowhere() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
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
