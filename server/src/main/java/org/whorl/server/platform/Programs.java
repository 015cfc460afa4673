package org.whorl.server.platform;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of this machine: how they are run, and where they listen. */
final class Programs {

    private Programs() {}

    /**
     * Runs a program to its end, with what it says in a file.
     *
     * @throws IOException if it fails or takes too long; with what it said
     */
    static void run(List<String> command, Path log, Duration patience) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nowhere()))
                .redirectOutput(log.toFile());
        // Settings meant for somebody else's PostgreSQL.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(
                        "took longer than %d s: %s; see %s".formatted(patience.toSeconds(), command.getLast(), log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("left with status %d: %s".formatted(process.exitValue(), Files.readString(log)));
        }
    }

    /** Does anybody listen on a port of this machine? */
    static boolean listen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** A port nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static File nowhere() {
        return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
