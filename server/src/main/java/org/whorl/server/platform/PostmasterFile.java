package org.whorl.server.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a PostgreSQL writes about itself while it runs, and leaves behind when it is killed.
 *
 * @param pid the number of its main process; 0 when there is no such file
 * @param port where it listens; 0 when it has not said so yet
 * @param ready does it take connections?
 */
record PostmasterFile(long pid, int port, boolean ready) {

    private static final int STATUS = 7;

    static PostmasterFile read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            boolean ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
            return new PostmasterFile(number(lines, 0), (int) number(lines, 3), ready);
        } catch (NoSuchFileException _) {
            return new PostmasterFile(0, 0, false);
        }
    }

    /** Does a living PostgreSQL have that number? One that is dead but not yet buried does not count. */
    boolean isPostgres() {
        Path process = Path.of("/proc", Long.toString(pid));
        if (!Files.exists(Path.of("/proc/self"))) {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().command())
                    .filter(command -> command.contains("postgres"))
                    .isPresent();
        }
        try {
            // The command line of a process that is dead but not buried is empty.
            return Files.readString(process.resolve("cmdline")).contains("postgres");
        } catch (IOException _) {
            return false;
        }
    }

    private static long number(List<String> lines, int line) {
        try {
            return line < lines.size() ? Long.parseLong(lines.get(line).strip()) : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
