package org.whorl.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One real Whorl in a process of its own, as the launcher starts it, and one real Chromium, for all walks of this run.
 * Begins with an empty data folder.
 */
final class House {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path DATA = TARGET.resolve("data");
    private static final Pattern AT = Pattern.compile("Whorl is at (http://localhost:\\d+)/");
    private static final Pattern SET_UP = Pattern.compile("(/set-up\\?code=\\S+)");

    /** Where the organisation that signs people in will be, once a walk has started it. */
    static final int PROVIDER_PORT = freePort();

    /** Where letters are given to the mail server that a walk has started. */
    static final int MAIL_PORT = freePort();

    /** Where Whorl is found: letters hold links, and are written before anybody asks for a page. */
    private static final int PORT = freePort();

    private static final House THE = new House();

    private final Playwright playwright = Playwright.create();
    private final Browser browser;
    private Process process;
    private String address = "";
    private String setUp = "";

    private House() {
        try {
            forget(DATA);
            Files.createDirectories(screens());
            process = start(Integer.toString(PORT));
            readAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                // A microphone that beeps, and nobody to ask if it may be used.
                                "--use-fake-device-for-media-stream",
                                "--use-fake-ui-for-media-stream")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroy()));
    }

    /** Pulls the plug, lets something happen meanwhile, and starts it again where it was. */
    static void killed(Runnable meanwhile) {
        THE.process.destroyForcibly().onExit().join();
        try {
            meanwhile.run();
        } finally {
            // The walks that come after this one need it, however this one ends.
            THE.startAgain();
        }
    }

    private void startAgain() {
        try {
            process = start(address.replaceFirst(".*:", ""));
            readAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Browser browser() {
        return THE.browser;
    }

    static String address() {
        return THE.address;
    }

    /** The path of the first account's page. */
    static String setUp() {
        return THE.setUp;
    }

    /** A folder for what is to be looked at afterwards. */
    static Path screens() {
        return TARGET.resolve("screens");
    }

    private static Process start(String port) throws IOException {
        Path server = Path.of(System.getProperty("whorl.root", ".."), "server", "target");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC"));
        String provider = "http://localhost:" + PROVIDER_PORT + "/realms/health";
        command.add("-Dwhorl.providers.health.issuer=" + provider);
        command.add("-Dwhorl.providers.health.client-id=whorl");
        command.add("-Dwhorl.providers.health.client-secret=of-the-tests");
        command.add("-Dwhorl.providers.health.name-en=Health Board account");
        command.add("-Dwhorl.providers.health.name-cy=Cyfrif y Bwrdd Iechyd");
        command.add("-Dwhorl.address=http://localhost:" + PORT);
        command.add("-Dwhorl.mail.host=127.0.0.1");
        command.add("-Dwhorl.mail.port=" + MAIL_PORT);
        command.add("-Dwhorl.mail.security=none");
        command.add("-Dwhorl.mail.from=whorl@post.example.org");
        command.addAll(List.of(
                "-jar",
                server.resolve("server-" + System.getProperty("whorl.version", "0.1.0-SNAPSHOT") + ".jar")
                        .toString(),
                "serve",
                "--port",
                port,
                "--data",
                DATA.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private void readAddress() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher at = AT.matcher(line);
            Matcher code = SET_UP.matcher(line);
            if (at.find()) {
                address = at.group(1);
            }
            if (code.find()) {
                setUp = code.group(1);
            }
            if (line.startsWith("Stop it")) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(System.out::println));
                return;
            }
        }
        throw new IOException("Whorl did not start:\n" + said);
    }

    /** Deletes a folder with all that is in it. */
    static void forget(Path data) throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> all = Files.walk(data)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
