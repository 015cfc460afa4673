package org.whorl.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real server with a real PostgreSQL and an empty folder, begun for one measurement. */
final class Served implements AutoCloseable {

    /** Long enough for everybody. */
    static final String PASSWORD = "three words and another";

    private final Process process;
    private final int port;
    private final String setUp;

    private Served(Process process, int port, String setUp) {
        this.process = process;
        this.port = port;
        this.setUp = setUp;
    }

    /** Starts it and waits until it says that it is ready. */
    static Served start(Path whorl, Path data) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(whorl.toString(), "serve", "--port=" + port, "--data=" + data)
                .redirectErrorStream(true)
                .start();
        return new Served(process, port, setUp(process));
    }

    private static String setUp(Process server) throws IOException {
        BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        String code = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher link = Pattern.compile("(/set-up\\?code=\\S+)").matcher(line);
            if (link.find()) {
                code = link.group(1);
            }
            if (line.startsWith("Stop it")) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return code;
            }
        }
        throw new IOException("it did not start:\n" + said);
    }

    /** Where it answers. */
    String address() {
        return "http://localhost:" + port;
    }

    /** Its process, apart from its PostgreSQL. */
    ProcessHandle process() {
        return process.toHandle();
    }

    /** Makes the first account; whoever keeps the house, signed in with both steps. */
    Caller keeper() throws IOException, InterruptedException {
        Caller keeper = new Caller(address(), "198.51.100.1");
        keeper.send(keeper.open(setUp), Map.of("name", "Keeper", "email", "keeper@example.org", "password", PASSWORD));
        keeper.secondStep();
        return keeper;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
