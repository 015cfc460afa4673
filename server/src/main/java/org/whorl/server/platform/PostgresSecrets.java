package org.whorl.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The private database's two passwords, made at random on first use and kept where only their owner can read them. */
final class PostgresSecrets {

    private final Path folder;

    private PostgresSecrets(Path folder) {
        this.folder = folder;
    }

    static PostgresSecrets keptIn(Path folder) throws IOException {
        PostgresSecrets secrets = new PostgresSecrets(folder);
        make(folder.resolve("administrator.password"));
        make(folder.resolve("application.password"));
        return secrets;
    }

    /** The file initdb reads the administrator's password from. */
    Path passwordFile() {
        return folder.resolve("administrator.password");
    }

    String administrator() {
        return read(passwordFile());
    }

    String application() {
        return read(folder.resolve("application.password"));
    }

    private static void make(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(half, HexFormat.of().formatHex(bytes));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
