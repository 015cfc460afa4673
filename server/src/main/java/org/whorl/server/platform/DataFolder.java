package org.whorl.server.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder Whorl keeps everything in. Only one Whorl at a time may work in it. */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder for ourselves until we leave, however we leave.
     *
     * @throws IOException if another Whorl works in it
     */
    public static DataFolder take(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel =
                FileChannel.open(path.resolve("whorl.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("another Whorl already works in %s; stop it first, or give another folder with --data"
                    .formatted(path.toAbsolutePath()));
        }
        return new DataFolder(path, channel);
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
