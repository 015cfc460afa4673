package org.whorl.server.platform;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * Everything there is, written into one file and read back from it: a zip of one text file for each table, seen at one
 * moment while others go on writing, with a fingerprint of each in the last entry.
 */
public final class WholeStore {

    private static final String SUMS = "fingerprints";
    private static final String VERSION = "version";

    private final Database database;

    /** The store in that database. */
    public WholeStore(Database database) {
        this.database = database;
    }

    /** Brings the tables to what this version of Whorl knows. */
    public void migrate() {
        flyway("latest").migrate();
    }

    /** Is nothing in it that anybody could miss? */
    public boolean isEmpty() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select to_regclass('account') is null")) {
            rows.next();
            return rows.getBoolean(1) || !exists(statement, "select from account union all select from partnership");
        }
    }

    /** Writes everything, as it is at this moment. */
    public void backup(OutputStream out) throws SQLException, IOException {
        backup(out, Course.SILENT);
    }

    /**
     * The same, watched table by table.
     *
     * @throws java.util.concurrent.CancellationException if it was asked to stop
     */
    public void backup(OutputStream out, Course course) throws SQLException, IOException {
        try (Connection connection = connect();
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            seeAll(statement);
            zip.putNextEntry(new ZipEntry(VERSION));
            zip.write(version(statement).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            StringBuilder sums = new StringBuilder();
            SequencedSet<String> tables = tables(statement);
            int done = 0;
            for (String table : tables) {
                course.at(done++, tables.size());
                zip.putNextEntry(new ZipEntry(table));
                MessageDigest digest = digest();
                OutputStream copied = new DigestOutputStream(new Kept(zip, course), digest);
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout", copied);
                zip.closeEntry();
                sums.append(table)
                        .append(' ')
                        .append(HexFormat.of().formatHex(digest.digest()))
                        .append('\n');
            }
            zip.putNextEntry(new ZipEntry(SUMS));
            zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    /**
     * Reads everything back into an empty store: all of it, or nothing.
     *
     * @throws IOException if the file is not a whole backup
     * @throws IllegalStateException if the store is not empty
     */
    public void restore(InputStream in) throws SQLException, IOException {
        if (!isEmpty()) {
            throw new IllegalStateException("there is something here already; restore wants an empty store");
        }
        try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(VERSION)) {
                throw new IOException("this is not a backup of Whorl");
            }
            flyway(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).migrate();
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                fill(connection, statement, zip);
                connection.commit();
            }
        }
        migrate();
    }

    private static void fill(Connection connection, Statement statement, ZipInputStream zip)
            throws SQLException, IOException {
        SequencedSet<String> expected = tables(statement);
        // The owner of a table is not bound by its policies unless it is forced; forced they stay until this
        // transaction.
        List<String> forced = forced(statement);
        for (String table : forced) {
            statement.execute("alter table " + table + " no force row level security");
        }
        statement.execute("set constraints all deferred");
        Map<String, String> sums = new TreeMap<>();
        String written = "";
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(SUMS)) {
                written = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            } else if (expected.contains(entry.getName())) {
                MessageDigest digest = digest();
                InputStream read = new DigestInputStream(zip, digest);
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + entry.getName() + " from stdin", read);
                sums.put(entry.getName(), HexFormat.of().formatHex(digest.digest()));
            } else {
                throw new IOException(
                        "this Whorl does not know '%s'; the backup is from a newer one".formatted(entry.getName()));
            }
        }
        StringBuilder found = new StringBuilder();
        expected.forEach(
                table -> found.append(table).append(' ').append(sums.get(table)).append('\n'));
        if (!written.contentEquals(found)) {
            throw new IOException("the backup is damaged or cut short; nothing was restored");
        }
        statement.execute("set constraints all immediate");
        for (String table : forced) {
            statement.execute("alter table " + table + " force row level security");
        }
    }

    /**
     * The tables, each after those it refers to; what may be checked at the end puts none in its place, or rings would have no
     * beginning. A session is not kept: an old one shall not come back to life.
     */
    private static SequencedSet<String> tables(Statement statement) throws SQLException {
        Map<String, TreeSet<String>> needs = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("""
                select t.relname, coalesce(n.relname, '') from pg_class t
                left join pg_constraint c on c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid
                    and not c.condeferrable
                left join pg_class n on n.oid = c.confrelid
                where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
                    and t.relname not in ('flyway_schema_history', 'session')""")) {
            while (rows.next()) {
                TreeSet<String> needed = needs.computeIfAbsent(rows.getString(1), _ -> new TreeSet<>());
                if (!rows.getString(2).isEmpty()) {
                    needed.add(rows.getString(2));
                }
            }
        }
        SequencedSet<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < needs.size()) {
            int before = ordered.size();
            needs.forEach((table, needed) -> {
                if (ordered.containsAll(needed)) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("tables refer to each other in a ring");
            }
        }
        return ordered;
    }

    private static List<String> forced(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select relname from pg_class where relforcerowsecurity")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String version(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select version from flyway_schema_history where success and version is not null
                order by installed_rank desc limit 1""")) {
            if (!rows.next()) {
                throw new IllegalStateException("there is nothing to back up");
            }
            return rows.getString(1);
        }
    }

    private static void seeAll(Statement statement) throws SQLException {
        // Held stories, what is confided and letters too, which nobody else sees: the decision is docs/decisions/0040.
        statement.execute("""
                select set_config('whorl.partnership', '%s', true), set_config('whorl.story_care', 'yes', true),
                    set_config('whorl.confidant', 'everybody', true), set_config('whorl.post', 'yes', true)""".formatted(Tenancy.ALL));
    }

    private boolean exists(Statement statement, String query) throws SQLException {
        statement.getConnection().setAutoCommit(false);
        seeAll(statement);
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .target(target)
                .load();
    }

    private Connection connect() throws SQLException {
        return java.sql.DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Passes on what is written, but keeps the zip open when a table is done. */
    static final class Kept extends FilterOutputStream {
        private final Course course;

        Kept(OutputStream out, Course course) {
            super(out);
            this.course = course;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            course.check();
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
