package org.whorl.server.trust;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.whorl.server.platform.Database;

/** Checks the whole record, of every partnership, without the application. */
public final class RecordCheck {

    private RecordCheck() {}

    /**
     * What came of it.
     *
     * @param records how many partnerships have a record
     * @param faults what is wrong, with the partnership's id; nothing if all is as it was written
     */
    public record Result(int records, List<String> faults) {}

    /** Works out every fingerprint again. */
    public static Result of(Database database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('whorl.partnership', '%s', false)".formatted(Logbook.HOUSE));
            Logbook logbook =
                    new Logbook(JdbcClient.create(new SingleConnectionDataSource(connection, true)), Clock.systemUTC());
            List<UUID> kept = logbook.kept();
            List<String> faults = new ArrayList<>();
            for (UUID partnership : kept) {
                logbook.fault(partnership).ifPresent(fault -> faults.add(partnership + ": " + fault));
            }
            return new Result(kept.size(), faults);
        }
    }
}
