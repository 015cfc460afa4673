package org.whorl.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Backups that are named after their moment, and end: words that somebody took back are gone for good when the last backup
 * that holds them is.
 */
final class BackupFolder {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'whorl-'uuuuMMdd'T'HHmmss'Z.backup'");

    private BackupFolder() {}

    /** What a backup made at that moment is called. */
    static String name(Instant made) {
        return NAME.format(made.atOffset(ZoneOffset.UTC));
    }

    /** Deletes those made before that moment, and no file of another name; their names, the oldest first. */
    static List<Path> forget(Path folder, Instant before) throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(folder)) {
            old = files.filter(
                            file -> made(file).filter(at -> at.isBefore(before)).isPresent())
                    .sorted()
                    .toList();
        }
        for (Path file : old) {
            Files.delete(file);
        }
        return old;
    }

    private static Optional<Instant> made(Path file) {
        try {
            return Optional.of(
                    LocalDateTime.parse(file.getFileName().toString(), NAME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
