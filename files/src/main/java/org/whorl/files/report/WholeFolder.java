package org.whorl.files.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * A folder of results that appears whole or not at all. The files are first written, down to the disk, into a hidden
 * folder beside the one wanted; then that is renamed. Where the folder exists already, each file takes the place of the
 * one before it in one step, and files that are not ours stay. Whatever fails before, nothing is left behind; a process
 * that is stopped in the middle clears up as it goes.
 */
public final class WholeFolder {

    /** Writes the bytes of one file. */
    @FunctionalInterface
    public interface Content {
        /** Writes them all; need not close. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Stands in a folder that Whorl wrote, so that it may write there again. */
    private static final String MARK = ".whorl-report";

    private final SequencedMap<String, Content> files = new LinkedHashMap<>();

    /** Adds a file of text. */
    public WholeFolder with(String name, String text) {
        return with(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds a file; its name holds no folder. */
    public WholeFolder with(String name, Content content) {
        if (name.isBlank() || !Path.of(name).equals(Path.of(name).getFileName()) || name.startsWith(".")) {
            throw new IllegalArgumentException("'%s' is not the plain name of a file".formatted(name));
        }
        files.put(name, content);
        return this;
    }

    /** The names of the files, in order. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /**
     * Writes them.
     *
     * @param folder made if it is not there
     * @throws CannotWrite if it could not be done; then the folder is as it was before
     */
    public void write(Path folder) throws CannotWrite {
        try {
            Path target = Files.exists(folder)
                    ? folder.toRealPath()
                    : folder.toAbsolutePath().normalize();
            refuseStrangers(folder, target);
            Path parent = target.getParent();
            if (parent == null) {
                throw new CannotWrite("%s is the root of a disk; choose a folder inside it".formatted(folder));
            }
            Files.createDirectories(parent);
            try (Scratch scratch = new Scratch(parent, target.getFileName().toString())) {
                for (var file : files.entrySet()) {
                    write(scratch.path.resolve(file.getKey()), file.getValue());
                }
                write(scratch.path.resolve(MARK), out -> {});
                put(scratch.path, target);
            }
        } catch (CannotWrite e) {
            throw e;
        } catch (IOException | SecurityException e) {
            throw CannotWrite.because(folder, e);
        }
    }

    /** A file of somebody else's must never be lost because it happens to have a name of ours. */
    private void refuseStrangers(Path folder, Path target) throws CannotWrite {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new CannotWrite("%s is a file, not a folder; choose another name".formatted(folder));
        }
        if (Files.exists(target.resolve(MARK))) {
            return;
        }
        for (String name : files.keySet()) {
            if (Files.exists(target.resolve(name))) {
                throw new CannotWrite(
                        "%s already holds a file %s that Whorl did not write; choose another folder, or move that file"
                                .formatted(folder, name));
            }
        }
    }

    private static void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private void put(Path scratch, Path target) throws IOException {
        if (!Files.exists(target)) {
            try {
                Files.move(scratch, target, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                // Somebody made it just now: go on file by file, unless their files would be lost.
                refuseStrangers(target, target);
            }
        }
        // The mark goes first: should this be stopped half-way, the next run may still put all in order.
        replace(scratch, target, MARK);
        for (String name : files.keySet()) {
            replace(scratch, target, name);
        }
    }

    private static void replace(Path scratch, Path target, String name) throws IOException {
        try {
            Files.move(scratch.resolve(name), target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(scratch.resolve(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The hidden folder beside the one wanted. It is gone once closed, or when the process is asked to stop. */
    private static final class Scratch implements AutoCloseable {
        final Path path;
        private final Thread cleaner;

        Scratch(Path parent, String name) throws IOException {
            path = Files.createDirectory(parent.resolve(
                    ".%s.%d-%d".formatted(name, ProcessHandle.current().pid(), System.nanoTime())));
            cleaner = new Thread(this::clear, "whorl-clears-up");
            Runtime.getRuntime().addShutdownHook(cleaner);
        }

        private void clear() {
            if (!Files.exists(path)) {
                return;
            }
            try (Stream<Path> left = Files.list(path)) {
                for (Path file : left.toList()) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Nothing can be done about it now, and the reason why we are here matters more.
            }
        }

        @Override
        public void close() {
            clear();
            try {
                Runtime.getRuntime().removeShutdownHook(cleaner);
            } catch (IllegalStateException e) {
                // The process is stopping already, and the cleaner is at work.
            }
        }
    }
}
