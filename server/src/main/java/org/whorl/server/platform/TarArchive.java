package org.whorl.server.platform;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Unpacks a tar archive as far as the PostgreSQL archives need it: folders, files, symbolic links. */
final class TarArchive {

    private static final int BLOCK = 512;

    private final InputStream in;

    TarArchive(InputStream in) {
        this.in = in;
    }

    /**
     * Writes everything in the archive below a folder.
     *
     * @throws IOException if the archive is cut short, holds something else than files, folders and links, or names a
     *     place outside the folder
     */
    void unpackInto(Path folder) throws IOException {
        byte[] header = new byte[BLOCK];
        String longName = "";
        while (fill(header) && header[0] != 0) {
            long size = octal(header, 124, 12);
            String name = longName.isEmpty() ? text(header, 345, 155, 0, 100) : longName;
            longName = "";
            switch (header[156]) {
                case 'L' -> {
                    byte[] bytes = in.readNBytes((int) size);
                    longName = text(bytes, 0, bytes.length);
                }
                case '5' -> Files.createDirectories(inside(folder, name));
                case '2' -> link(inside(folder, name), text(header, 157, 100), folder);
                case '0', 0 -> file(inside(folder, name), size, octal(header, 100, 8));
                default ->
                    throw new IOException("the archive holds '%s' of a kind (%s) we do not expect"
                            .formatted(name, (char) header[156]));
            }
            if (header[156] == '0' || header[156] == 0 || header[156] == 'L') {
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
        }
    }

    private void file(Path path, long size, long mode) throws IOException {
        Files.createDirectories(parent(path));
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("the archive ends in the middle of " + path.getFileName());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString((mode & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
        }
    }

    private static void link(Path path, String target, Path folder) throws IOException {
        Files.createDirectories(parent(path));
        if (!parent(path).resolve(target).normalize().startsWith(folder)) {
            throw new IOException("the archive links outside itself: " + target);
        }
        Files.createSymbolicLink(path, Path.of(target));
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("the archive names a place outside itself: " + name);
        }
        return path;
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("no folder holds " + path);
        }
        return parent;
    }

    private boolean fill(byte[] block) throws IOException {
        int read = in.readNBytes(block, 0, block.length);
        if (read != 0 && read != block.length) {
            throw new EOFException("the archive is cut short");
        }
        return read == block.length;
    }

    private static long octal(byte[] bytes, int from, int length) {
        String digits = text(bytes, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static String text(byte[] bytes, int prefixFrom, int prefixLength, int from, int length) {
        String prefix = text(bytes, prefixFrom, prefixLength);
        return prefix.isEmpty() ? text(bytes, from, length) : prefix + "/" + text(bytes, from, length);
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
