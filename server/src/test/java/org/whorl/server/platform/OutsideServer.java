package org.whorl.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL that somebody else looks after, with its superuser at hand. */
public final class OutsideServer implements AutoCloseable {

    private final PrivatePostgres postgres;
    private final String administrator;

    private OutsideServer(PrivatePostgres postgres, String administrator) {
        this.postgres = postgres;
        this.administrator = administrator;
    }

    /** Starts one in an empty folder. */
    public static OutsideServer start(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        TestBinaries.linkInto(folder);
        PrivatePostgres postgres = PrivatePostgres.start(folder);
        return new OutsideServer(
                postgres, PostgresSecrets.keptIn(folder.resolve("database")).administrator());
    }

    /** Does something as its superuser. */
    public void administer(String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database), "postgres", administrator);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The address of a database as people write it. */
    public String address(String user, String password, String database) {
        return "postgresql://%s:%s@%s".formatted(user, password, url(database).replace("jdbc:postgresql://", ""));
    }

    /** The address with which its superuser comes in. */
    public String superuser(String database) {
        return address("postgres", administrator, database);
    }

    /** The address of a database as java writes it. */
    public String url(String database) {
        return postgres.database().url().replaceFirst("/whorl$", "/" + database);
    }

    @Override
    public void close() {
        postgres.close();
    }
}
