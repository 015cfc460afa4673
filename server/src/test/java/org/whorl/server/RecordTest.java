package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;

/** The record is only added to, and whoever changes it all the same is found out. */
class RecordTest {

    @Test
    void theApplicationCannotChangeIt() {
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        assertThatThrownBy(() -> Tenancy.acrossAll(() -> transaction.execute(
                        _ -> jdbc.sql("update record set why = 'x'").update())))
                .hasMessageContaining("only ever added to");
    }

    @Test
    void theKeeperOfTheDatabaseIsFoundOut() throws Exception {
        Browser keeper = Running.keeper();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Tampered", "name-cy", "Wedi newid", "place-en", "Here", "place-cy", "Yma"));
        Browser.Page form = keeper.open("/p/tampered/spirals/new");
        form.send(Map.of("question", "One", "population", "All", "place", form.option("Here")));
        form.send(Map.of("question", "Two", "population", "All", "place", form.option("Here")));
        String where = " where partnership = (select id from partnership where slug = 'tampered') and number = 2";
        asSuperuser("update record set why = 'nothing to see'" + where);
        assertThat(keeper.open("/p/tampered/record").body()).contains("line 2 is not as it was written");
        asSuperuser("delete from record" + where);
        assertThat(keeper.open("/p/tampered/record").body()).contains("line 2 is missing");
        asSuperuser("delete from record" + where.replace("number = 2", "number = 3"));
        assertThat(keeper.open("/p/tampered/record").body()).contains("the lines after 1 are missing");
    }

    private static void asSuperuser(String sql) throws Exception {
        String url;
        try (Connection ours = Running.bean(DataSource.class).getConnection()) {
            url = ours.getMetaData().getURL();
        }
        String password = Files.readString(Running.data().resolve("database/administrator.password"));
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
