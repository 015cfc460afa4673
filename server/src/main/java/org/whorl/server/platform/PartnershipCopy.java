package org.whorl.server.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * What one partnership has put in, to take away and read elsewhere: a zip of one CSV file for each table. PostgreSQL
 * itself shows no other partnership's rows.
 */
public final class PartnershipCopy {

    private final Database database;

    /** The copy from that database. */
    public PartnershipCopy(Database database) {
        this.database = database;
    }

    /**
     * Writes it, as everything is at this moment.
     *
     * @throws java.util.concurrent.CancellationException if it was asked to stop
     */
    public void write(UUID partnership, OutputStream out, Course course) throws SQLException, IOException {
        if (partnership.toString().equals(Tenancy.ALL)) {
            throw new IllegalArgumentException("no partnership has that id");
        }
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select set_config('whorl.partnership', '%s', true)".formatted(partnership));
            List<String> tables = tables(statement);
            for (int i = 0; i < tables.size(); i++) {
                course.at(i, tables.size());
                zip.putNextEntry(new ZipEntry(tables.get(i) + ".csv"));
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select * from %s) to stdout (format csv, header)".formatted(tables.get(i)),
                                new WholeStore.Kept(zip, course));
                zip.closeEntry();
            }
        }
    }

    /**
     * The tables whose rows belong to partnerships; not what the house keeps about its own work, nor what is secret. Of
     * what people have told, only what was released; nor single answers of people who are to be nobody in particular; of what circles say, only rounds that are open.
     */
    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select relname from pg_class c where relforcerowsecurity and relkind = 'r'
                    and relname not in ('invitation', 'job', 'notice', 'mute', 'released', 'released_photograph', 'felt',
                        'promised_to', 'asked_outside', 'balance_mark', 'gathering_seat', 'gathering_done', 'gathering_dot',
                        'gathering_feeling', 'pulse_given', 'pulse_answer', 'confidence_given', 'confidence_answer', 'opinion_voter', 'opinion_vote',
                        'story_sentence', 'involvement', 'sdmi_link', 'sdmi_asked', 'sdmi_present',
                        'sdmi_reply')
                    and not exists (select from pg_policy where polrelid = c.oid and polname in ('in_care', 'in_confidence'))
                    or relname in ('released_contribution', 'sdmi_heard') order by relname""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
