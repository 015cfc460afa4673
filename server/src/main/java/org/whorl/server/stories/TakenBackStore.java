package org.whorl.server.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Database;
import org.whorl.server.platform.Tenancy;

/**
 * Which contributions were taken back, as a list of ids beside the database: a backup made before would bring them back,
 * and whoever restores it has this list to prevent that. It holds no words and no names.
 */
@Component
public class TakenBackStore {

    private final Path list;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TakenBackStore(@Value("${whorl.data}") String data, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.list = Path.of(data).resolve("taken-back");
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Adds one as soon as it is gone for good. */
    void add(UUID contribution) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                write(List.of(contribution));
            }
        });
    }

    /** Adds what a stop between the database and the list left out. */
    @EventListener(ApplicationReadyEvent.class)
    void complete() throws IOException {
        List<UUID> counted = Tenancy.acrossAll(
                () -> transaction.execute(_ -> jdbc.sql("select id from withdrawn_contribution order by month, id")
                        .query(UUID.class)
                        .list()));
        Set<UUID> known = Files.exists(list) ? read(list) : Set.of();
        write(counted.stream().filter(id -> !known.contains(id)).toList());
    }

    private synchronized void write(List<UUID> ids) {
        try {
            Files.write(
                    list,
                    ids.stream().map(UUID::toString).toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes again what was taken back after a backup was made.
     *
     * @return how many there were
     * @throws IOException naming the file and the line that is no id
     */
    public static int forget(Database restored, Path list) throws IOException, SQLException {
        Set<UUID> ids = read(list);
        try (Connection connection = DriverManager.getConnection(restored.url(), restored.user(), restored.password());
                PreparedStatement forget = connection.prepareStatement("select whorl_forget(?::uuid[])")) {
            forget.setArray(
                    1,
                    connection.createArrayOf(
                            "text", ids.stream().map(UUID::toString).toArray()));
            try (ResultSet gone = forget.executeQuery()) {
                gone.next();
                return gone.getInt(1);
            }
        }
    }

    private static Set<UUID> read(Path list) throws IOException {
        Set<UUID> ids = new TreeSet<>();
        int number = 0;
        for (String line : Files.readAllLines(list)) {
            number++;
            try {
                ids.add(UUID.fromString(line.strip()));
            } catch (IllegalArgumentException _) {
                throw new IOException(
                        "%s, line %d: '%s' is not the id of something told; each line is one, as Whorl wrote it"
                                .formatted(list, number, line));
            }
        }
        return ids;
    }
}
