package org.whorl.server.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder Whorl keeps everything in. Only one Whorl at a time may work in it. */
public final class DataFolder implements AutoCloseable {

    private static final long MEGABYTE = 1 << 20;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder for ourselves until we leave, however we leave.
     *
     * @throws Taken if another Whorl works in it
     * @throws IOException if it cannot be written
     */
    public static DataFolder take(Path path) throws IOException {
        FileChannel channel;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve("whorl.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            String why = e.getReason() == null ? "" : " (" + e.getReason() + ")";
            throw new IOException("Whorl cannot write in the folder %s%s; give another one with --data"
                    .formatted(path.toAbsolutePath(), why));
        }
        if (!locked(channel)) {
            channel.close();
            throw new Taken(path);
        }
        return new DataFolder(path, channel);
    }

    /**
     * Refuses to begin what would end in the middle.
     *
     * @param megabytes how many must be free
     * @throws IOException if fewer are
     */
    static void refuseWithout(long megabytes, Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
        if (free < megabytes) {
            throw new IOException("""
                    only %d MB are free where %s is, and Whorl needs %d; make room, or give another folder with --data""".formatted(free, folder.toAbsolutePath(), megabytes));
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** Another Whorl works in the folder. */
    public static final class Taken extends IOException {
        private static final long serialVersionUID = 1L;

        Taken(Path path) {
            super("another Whorl already works in %s; stop it first, or give another folder with --data"
                    .formatted(path.toAbsolutePath()));
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Lets others have it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
