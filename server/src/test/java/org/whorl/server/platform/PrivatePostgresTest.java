package org.whorl.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One private PostgreSQL through what can happen to it; each case begins where the one before ends. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrivatePostgresTest {

    @TempDir
    static Path data;

    private static PrivatePostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        letOthersIn(data);
        postgres = PrivatePostgres.start(data);
    }

    /** Where there are no user namespaces, PostgreSQL runs as another user, who has to get to its folder. */
    private static void letOthersIn(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    @Order(1)
    void keepsItsPasswordsToItsOwner() throws IOException {
        Path passwords = data.resolve("database/application.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.database().url(), "whorl", "guessed"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @Order(2)
    void hearsOnlyThisMachineAndGivesNoPowers() throws SQLException {
        assertThat(one("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(one("show password_encryption")).isEqualTo("scram-sha-256");
        assertThat(
                        one(
                                "select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls from pg_roles where rolname = 'whorl'"))
                .isEqualTo("f");
    }

    @Test
    @Order(3)
    void isAdoptedByTheNextStartWhenWeAreKilled() throws Exception {
        execute("create table kept (n int)");
        execute("insert into kept values (1)");
        long before = postgres.pid();
        postgres.abandon();
        PrivatePostgres next = PrivatePostgres.start(data);
        assertThat(next.pid()).isEqualTo(before);
        assertThat(one("select count(*) from kept")).isEqualTo("1");
        postgres = next;
    }

    @Test
    @Order(4)
    void comesBackOnTheSamePortWhenItIsKilled() throws Exception {
        String url = postgres.database().url();
        execute("insert into kept values (2)");
        kill(postgres.pid());
        assertThat(eventually("select count(*) from kept")).isEqualTo("2");
        assertThat(postgres.database().url()).isEqualTo(url);
    }

    @Test
    @Order(5)
    void startsWhenSomebodyElseHasGotTheNumberOfTheDeadOne() throws Exception {
        postgres.close();
        // Our own number stands for the stranger's.
        Files.write(
                data.resolve("database/cluster/postmaster.pid"),
                List.of(Long.toString(ProcessHandle.current().pid()), data.toString(), "1", "1", "", "127.0.0.1", ""));
        postgres = PrivatePostgres.start(data);
        assertThat(one("select count(*) from kept")).isEqualTo("2");
    }

    @Test
    @Order(6)
    void stopsWhenClosed() throws Exception {
        long pid = postgres.pid();
        postgres.close();
        assertThat(new PostmasterFile(pid, 0, false).isPostgres()).isFalse();
        assertThatThrownBy(() -> one("select 1")).isInstanceOf(SQLException.class);
        postgres = PrivatePostgres.start(data);
    }

    @Test
    @Order(7)
    void runsAsAnotherUserWhereThereAreNoUserNamespaces(@TempDir Path other) throws Exception {
        RunAs runAs = RunAs.bestHere(false);
        Assumptions.assumeTrue(runAs instanceof RunAs.OtherUser, "we are not root, so nobody else is needed");
        letOthersIn(other);
        TestBinaries.linkInto(other);
        try (PrivatePostgres nobodys = PrivatePostgres.start(other, runAs);
                Connection connection = connect(nobodys.database())) {
            assertThat(connection.isValid(2)).isTrue();
        }
    }

    private static void kill(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
    }

    private static String eventually(String query) throws Exception {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            try {
                return one(query);
            } catch (SQLException e) {
                if (Instant.now().isAfter(until)) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static String one(String query) throws SQLException {
        try (Connection connection = connect(postgres.database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect(postgres.database());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
