package org.whorl.files;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * A folder of results that appears whole or not at all. Files are written beside their place; {@link #publish} moves
 * them in by renaming, in the order in which they were asked for, so that no reader ever meets half a file and the last
 * one (the model, the page) is never there without the others. Closing without publishing leaves no trace.
 */
public final class OutputFolder implements AutoCloseable {
    private final Path target;
    private final Path staging;
    private final boolean fresh;
    private final SequencedSet<String> names = new LinkedHashSet<>();

    private OutputFolder(Path target, Path staging, boolean fresh) {
        this.target = target;
        this.staging = staging;
        this.fresh = fresh;
    }

    /**
     * Opens a folder for writing; it need not exist.
     *
     * @throws IOException if it cannot be written
     */
    public static OutputFolder open(Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new NotDirectoryException(folder.toString());
        }
        boolean fresh = !Files.exists(target);
        Path beside = fresh ? target.getParent() : target;
        if (beside == null) {
            throw new NotDirectoryException(folder.toString());
        }
        try {
            Files.createDirectories(beside);
            return new OutputFolder(target, Files.createTempDirectory(beside, ".partial-"), fresh);
        } catch (AccessDeniedException _) {
            throw new AccessDeniedException(folder.toString());
        } catch (FileSystemException e) {
            // Whoever reads this knows the folder they named, not the name of what we tried to make there.
            throw new FileSystemException(
                    folder.toString(), null, e.getReason() == null ? "no file can be made there" : e.getReason());
        }
    }

    /** A text file of the folder, in UTF-8. */
    public Writer writer(String name) throws IOException {
        return Files.newBufferedWriter(path(name), StandardCharsets.UTF_8);
    }

    /** Where to write a file that shall have this name in the folder. */
    public Path path(String name) throws IOException {
        names.add(name);
        Path path = staging.resolve(name);
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return path;
    }

    /**
     * Makes everything written appear. Earlier results of ours are replaced; we know them by the first file.
     *
     * @throws FileAlreadyExistsException if a file of somebody else's would be lost
     */
    public void publish() throws IOException {
        if (!fresh && !names.isEmpty() && !Files.exists(target.resolve(names.getFirst()))) {
            for (String name : names) {
                if (Files.exists(target.resolve(name))) {
                    throw new FileAlreadyExistsException(
                            target.toString(),
                            null,
                            "it holds a file %s that is not ours; name another folder".formatted(name));
                }
            }
        }
        if (fresh && !Files.exists(target)) {
            // Temporary folders are private to their owner; a result is as readable as any other new folder.
            Path open = Files.createDirectory(staging.resolveSibling(staging.getFileName() + "-whole"));
            moveInto(open);
            Files.move(open, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            moveInto(target);
        }
    }

    private void moveInto(Path folder) throws IOException {
        for (String name : names) {
            Path place = folder.resolve(name);
            Path parent = place.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try {
                Files.move(staging.resolve(name), place, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(staging.resolve(name), place, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(staging);
        delete(staging.resolveSibling(staging.getFileName() + "-whole"));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
