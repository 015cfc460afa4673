package org.whorl.server.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Finds or starts the database. What is begun last is stopped first, so nobody loses it while they still write. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformParts.Where.class)
class PlatformParts {

    /**
     * Where things are kept.
     *
     * @param data the data folder
     * @param database the address of a database; empty for a private one in the data folder
     */
    @ConfigurationProperties("whorl")
    record Where(String data, String database) {}

    /** The data folder, taken for as long as we run. */
    @Bean
    DataFolder dataFolder(Where where) throws IOException {
        return DataFolder.take(Path.of(where.data()));
    }

    /** The database: the one named, or our own. */
    @Bean
    Ground ground(Where where, DataFolder folder) throws IOException {
        if (!where.database().isBlank()) {
            return new Ground(Database.at(where.database()), () -> {});
        }
        PrivatePostgres postgres = PrivatePostgres.start(folder.path());
        return new Ground(postgres.database(), postgres::close);
    }

    @Bean
    DataSource dataSource(Ground ground) throws SQLException {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("whorl");
        pool.setJdbcUrl(ground.database().url());
        pool.setUsername(ground.database().user());
        pool.setPassword(ground.database().password());
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(2);
        // While PostgreSQL is being started again, people wait a little rather than being sent away.
        pool.setConnectionTimeout(20_000);
        pool.setValidationTimeout(3_000);
        refuseAllSeeing(pool);
        return pool;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactions(dataSource);
    }

    /** A role that row-level security does not bind would show every partnership to all. */
    private static void refuseAllSeeing(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            if (rows.next() && rows.getBoolean(1)) {
                pool.close();
                throw new IllegalStateException("""
                        Whorl will not use a superuser of the database, nor a role that bypasses row-level security: \
                        it keeps partnerships apart. Make a role of its own: \
                        create role whorl login password '...'; create database whorl owner whorl;""");
            }
        }
    }

    /**
     * The database we stand on.
     *
     * @param database where it is
     * @param stop lets it go
     */
    record Ground(Database database, Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }
}
