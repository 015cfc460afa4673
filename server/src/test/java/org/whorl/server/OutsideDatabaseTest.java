package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.whorl.server.platform.OutsideServer;

/** On a PostgreSQL that somebody else looks after: it works there, or says what whoever looks after it has to do. */
class OutsideDatabaseTest {

    @TempDir
    static Path elsewhere;

    private static OutsideServer outside;

    @TempDir
    Path data;

    @BeforeAll
    static void start() throws IOException, SQLException {
        outside = OutsideServer.start(elsewhere);
        outside.administer(
                "postgres",
                "create role keeper login password 'kept'",
                "create role passing login password 'by'",
                "create role seer login bypassrls password 'all'",
                "create database theirs owner keeper",
                "create database used owner keeper",
                "create database latin owner keeper encoding 'LATIN1' locale 'C' template template0",
                "create database barred owner keeper",
                "revoke connect on database barred from public");
        outside.administer("used", "create table invoices (n int)");
    }

    @AfterAll
    static void stop() {
        outside.close();
    }

    @Test
    void worksThereAndKeepsPartnershipsApart() throws SQLException {
        String address = outside.address("keeper", "kept", "theirs");
        try (ConfigurableApplicationContext running = run(address)) {
            int port = ((WebServerApplicationContext) running).getWebServer().getPort();
            Browser keeper = new Browser("http://localhost:" + port);
            keeper.open("/set-up?code=" + WhorlServerProbe.setUpCode(running))
                    .send(Map.of("name", "Keeper", "email", "keeper@example.org", "password", Running.PASSWORD));
            keeper.signIn("keeper@example.org", Running.PASSWORD);
            keeper.setUpSecondStep();
            keeper.open("/partnerships/new?lang=en")
                    .send(Map.of("name-en", "Far", "name-cy", "Pell", "place-en", "There", "place-cy", "Yno"));
            Browser.Page form = keeper.open("/p/far/spirals/new");
            form.send(Map.of("question", "Is it kept there?", "population", "All", "place", form.option("There")));
            assertThat(keeper.open("/p/far").body()).contains("Is it kept there?");
        }
        try (Connection connection = DriverManager.getConnection(outside.url("theirs"), "keeper", "kept");
                Statement statement = connection.createStatement()) {
            assertThat(count(statement))
                    .as("who does not say whose rows, sees none")
                    .isZero();
            statement.execute("select set_config('whorl.partnership', '00000000-0000-0000-0000-000000000000', false)");
            assertThat(count(statement)).isPositive();
        }
        try (ConfigurableApplicationContext again = run(address)) {
            int port = ((WebServerApplicationContext) again).getWebServer().getPort();
            assertThat(new Browser("http://localhost:" + port).open("/health").body())
                    .contains("UP");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keeper | wrong | theirs | PostgreSQL does not let keeper in: the name or the password is wrong",
                "nobody | known | theirs | PostgreSQL does not let nobody in: the name or the password is wrong",
                "keeper | kept  | absent | there is no such database",
                "passing| by    | barred | PostgreSQL does not let passing in",
                "passing| by    | theirs | passing may not make tables in this database",
                "seer   | all   | theirs | Whorl will not use a superuser of the database, nor a role that bypasses",
                "keeper | kept  | used   | the database holds tables that are not Whorl's",
                "keeper | kept  | latin  | the database does not keep its words in UTF-8, which Welsh needs",
            })
    void saysWhatIsWrong(String user, String password, String database, String message) {
        assertThat(trouble(outside.address(user, password, database)))
                .startsWith(message)
                .doesNotContain(password + "@");
    }

    @Test
    void refusesASuperuser() {
        assertThat(trouble(outside.superuser("theirs"))).contains("create role whorl login");
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThat(trouble("postgresql://a:b@127.0.0.1:1/c"))
                .isEqualTo("no PostgreSQL answers at jdbc:postgresql://127.0.0.1:1/c; is the address right, and is it"
                        + " running?");
    }

    private String trouble(String address) {
        try (ConfigurableApplicationContext running = run(address)) {
            throw new AssertionError("it ran: " + running.isRunning());
        } catch (RuntimeException e) {
            return Trouble.said(e);
        }
    }

    private ConfigurableApplicationContext run(String address) {
        return WhorlServer.begin("serve", "--port=0", "--data=" + data.resolve("data"), "--database=" + address);
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from spiral")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
