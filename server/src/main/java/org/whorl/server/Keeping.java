package org.whorl.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.whorl.server.platform.DataFolder;
import org.whorl.server.platform.Database;
import org.whorl.server.platform.PrivatePostgres;
import org.whorl.server.platform.WholeStore;
import org.whorl.server.stories.TakenBackStore;
import org.whorl.server.trust.RecordCheck;

/** Backup, restore and verify: what is done to the whole store, beside the application or without it. */
final class Keeping {

    private final ServeOptions options;
    private final PrintStream out;

    Keeping(ServeOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Does it; the status to leave with: 0 done, 1 the answer is no. */
    int run() throws IOException, SQLException {
        if (!options.database().isBlank()) {
            return on(Database.at(options.database()));
        }
        Path data = Path.of(options.data());
        if (options.command() != ServeOptions.Command.RESTORE && !Files.isDirectory(data.resolve("database"))) {
            throw new IOException("nothing is kept in %s; say where with --data".formatted(data.toAbsolutePath()));
        }
        try (DataFolder _ = DataFolder.take(data);
                PrivatePostgres postgres = PrivatePostgres.start(data)) {
            return on(postgres.database());
        } catch (DataFolder.Taken taken) {
            if (options.command() == ServeOptions.Command.RESTORE) {
                throw taken;
            }
            return on(PrivatePostgres.running(data));
        }
    }

    private int on(Database database) throws IOException, SQLException {
        return switch (options.command()) {
            case BACKUP -> backup(new WholeStore(database));
            case RESTORE -> restore(database);
            case VERIFY -> verify(database);
            case SERVE, HELP -> throw new IllegalArgumentException("not about the whole store");
        };
    }

    private int backup(WholeStore store) throws IOException, SQLException {
        Path told = Path.of(options.file()).toAbsolutePath();
        boolean folder = options.file().endsWith("/") || Files.isDirectory(told);
        Path file = folder ? Files.createDirectories(told).resolve(BackupFolder.name(Instant.now())) : told;
        // Written beside and renamed when whole: a backup cut short never stands where the last good one stood.
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        FileAttribute<?>[] ours =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Files.newByteChannel(half, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ours)
                .close();
        try (OutputStream to = Files.newOutputStream(half, StandardOpenOption.WRITE)) {
            store.backup(to);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        out.println("Everything is in " + file + " (" + Files.size(file) / 1024
                + " kB). It holds people's words: keep it safe.");
        if (folder) {
            BackupFolder.forget(told, Instant.now().minus(Duration.ofDays(options.keep())))
                    .forEach(old -> out.println("Deleted %s: older than %d days.".formatted(old, options.keep())));
        }
        return 0;
    }

    private int restore(Database database) throws IOException, SQLException {
        try (InputStream from = Files.newInputStream(Path.of(options.file()))) {
            new WholeStore(database).restore(from);
        }
        out.println("Everything is back.");
        if (!options.takenBack().isEmpty()) {
            int gone = TakenBackStore.forget(database, Path.of(options.takenBack()));
            out.println("Taken back since then, and gone again: %d.".formatted(gone));
        }
        return verify(database);
    }

    private int verify(Database database) throws SQLException {
        RecordCheck.Result result = RecordCheck.of(database);
        if (result.faults().isEmpty()) {
            out.println("The record is as it was written: %d checked.".formatted(result.records()));
            return 0;
        }
        out.println("The record is not as it was written:");
        result.faults().forEach(fault -> out.println("  " + fault));
        return 1;
    }
}
