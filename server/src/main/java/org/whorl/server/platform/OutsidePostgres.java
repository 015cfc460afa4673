package org.whorl.server.platform;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/** A PostgreSQL somebody else looks after. Before Whorl stands on it, it is asked whether it bears. */
final class OutsidePostgres {

    /** The oldest we run our tests' statements on; older ones lack parts of our SQL. */
    static final int LEAST_VERSION = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final String ASK_BEFORE = "whoever looks after that PostgreSQL can put it right: ";

    private OutsidePostgres() {}

    /**
     * The same database, if it is fit for Whorl.
     *
     * @throws IOException saying what is wrong and what would put it right
     */
    static Database checked(Database database) throws IOException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            int version = Integer.parseInt(one(statement, "show server_version_num")) / 10_000;
            refuse(version < LEAST_VERSION, tooOld(version));
            refuse(!one(statement, "show server_encoding").equals("UTF8"), """
                    the database does not keep its words in UTF-8, which Welsh needs; \
                    %screate database whorl owner whorl encoding 'UTF8' template template0;""".formatted(ASK_BEFORE));
            refuse(yes(statement, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"), """
                    Whorl will not use a superuser of the database, nor a role that bypasses row-level security: it keeps \
                    partnerships apart. Make a role of its own: \
                    create role whorl login password '...'; create database whorl owner whorl;""");
            refuse(
                    !yes(
                            statement,
                            "select coalesce(has_schema_privilege(to_regnamespace('public'), 'create'), false)"),
                    """
                    %s may not make tables in this database; %salter database whorl owner to %s;\
                    """.formatted(database.user(), ASK_BEFORE, database.user()));
            refuse(isSomebodyElses(statement), """
                    the database holds tables that are not Whorl's; give it one of its own: \
                    create database whorl owner %s;""".formatted(database.user()));
            return database;
        } catch (SQLException e) {
            throw new IOException(whatIsWrong(database, e));
        }
    }

    static String tooOld(int version) {
        return "this PostgreSQL is version %d; Whorl needs %d or newer".formatted(version, LEAST_VERSION);
    }

    private static boolean isSomebodyElses(Statement statement) throws SQLException {
        return yes(statement, """
                select count(*) > 0 and bool_and(relname <> 'flyway_schema_history') from pg_class
                where relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace""");
    }

    /** A database that is just starting is waited for. */
    private static Connection connect(Database database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return DriverManager.getConnection(database.url(), properties);
            } catch (SQLException e) {
                if (!mayYetCome(e) || Instant.now().isAfter(until)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static boolean mayYetCome(SQLException e) {
        String state = state(e);
        return state.equals("08001") || state.equals("57P03");
    }

    private static String whatIsWrong(Database database, SQLException e) {
        return switch (state(e)) {
            case "08001", "08004", "08006" ->
                "no PostgreSQL answers at %s; is the address right, and is it running?".formatted(database.url());
            case "28P01" ->
                "PostgreSQL does not let %s in: the name or the password is wrong".formatted(database.user());
            case "28000", "42501" -> "PostgreSQL does not let %s in (%s)".formatted(database.user(), e.getMessage());
            case "3D000" -> "there is no such database; " + ASK_BEFORE + "create database whorl owner whorl;";
            case "57P03" -> "PostgreSQL at %s is not ready yet; try again in a moment".formatted(database.url());
            default -> "PostgreSQL at %s cannot be used (%s)".formatted(database.url(), e.getMessage());
        };
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static void refuse(boolean unfit, String why) throws IOException {
        if (unfit) {
            throw new IOException(why);
        }
    }

    private static boolean yes(Statement statement, String query) throws SQLException {
        return "t".equals(one(statement, query));
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
