package org.whorl.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's programs, unpacked once for all tests and runs. */
public final class TestBinaries {

    private TestBinaries() {}

    /** Gives a new data folder those programs, and lets another user get to them. */
    public static synchronized void linkInto(Path data) throws IOException {
        Path shared = Path.of("target", "postgres").toAbsolutePath();
        Files.createDirectories(shared);
        PostgresBinaries.unpackedBelow(shared);
        Files.createDirectories(data);
        String name = "postgres-" + PostgresBinaries.VERSION;
        if (!Files.exists(data.resolve(name))) {
            Files.createSymbolicLink(data.resolve(name), shared.resolve(name));
        }
    }
}
