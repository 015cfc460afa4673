package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.server.platform.TestBinaries;

/** {@code whorl serve} as a process of its own: what it tells, what it refuses, and how it stops. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServeTest {

    private static final String NAME = "Gwenllian Telltale";
    private static final String EMAIL = "telltale@example.org";
    private static final String STORY = "my mother waited nineteen days";

    @TempDir
    static Path folder;

    private static final List<Process> STARTED = new ArrayList<>();
    private static Process server;
    private static int port;
    private static String address = "";

    @BeforeAll
    static void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        TestBinaries.linkInto(data());
        port = freePort();
        address = "http://localhost:" + port;
        server = serve("out", "--port=" + port, "--data=" + data());
        untilSaid("Stop it with", "out", server);
    }

    @AfterAll
    static void stop() {
        STARTED.forEach(Process::destroy);
    }

    @Test
    @Order(1)
    void tellsHowItIs() throws Exception {
        assertThat(said("out")).contains("First start: making a database in " + data());
        assertThat(ask("/health", Map.of()).body()).contains("\"status\":\"UP\"");
    }

    @Test
    @Order(2)
    void logsNothingAboutPeople() throws Exception {
        Browser keeper = new Browser(address);
        Matcher code = Pattern.compile("code=(\\S+)").matcher(said("out"));
        assertThat(code.find()).isTrue();
        keeper.open("/set-up?code=" + code.group(1))
                .send(Map.of("name", NAME, "email", EMAIL, "password", Running.PASSWORD));
        keeper.signIn(EMAIL, "wrong " + Running.PASSWORD);
        keeper.signIn(EMAIL, Running.PASSWORD);
        keeper.setUpSecondStep();
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of("name-en", "Telltale", "name-cy", "Telltale", "place-en", "Here", "place-cy", "Yma"));
        Browser.Page form = keeper.open("/p/telltale/spirals/new");
        Browser.Page home = form.send(Map.of("question", STORY, "population", NAME, "place", form.option("Here")));
        assertThat(home.body()).contains(STORY);
        // Things that go wrong must not say more than things that go right.
        keeper.post("/p/telltale/plan", Map.of("spiral", STORY, "_csrf", form.csrf()));
        keeper.open("/p/telltale/spirals/" + NAME.replace(' ', '+'));
        keeper.post("/sign-in", Map.of("email", EMAIL));
        String logs = said("out")
                + Files.readString(data().resolve("whorl.log"))
                + Files.readString(data().resolve("database/postgres.log"));
        assertThat(logs)
                .as("what went wrong is told, without words")
                .contains("a page could not be shown", "java.lang.IllegalArgumentException");
        assertThat(logs).doesNotContain(NAME, EMAIL, STORY, "Gwenllian", "nineteen", Running.PASSWORD);
        assertThat(Files.readAllLines(data().resolve("whorl.log")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"@timestamp\":"));
    }

    @Test
    @Order(3)
    void showsItsFiguresToThisMachineAndToWhoeverBringsTheToken() throws Exception {
        HttpResponse<String> here = ask("/metrics", Map.of());
        assertThat(here.body())
                .contains("http_server_requests_seconds_count")
                .contains("uri=\"/p/{slug}\"")
                .doesNotContain("telltale", NAME, EMAIL);
        Map<String, String> elsewhere = Map.of("X-Forwarded-For", "198.51.100.7");
        assertThat(ask("/metrics", elsewhere).statusCode()).isEqualTo(403);
        assertThat(ask("/%6detrics", elsewhere).statusCode()).isNotEqualTo(200);
        assertThat(ask("/metrics", Map.of("X-Forwarded-For", "198.51.100.7", "Authorization", "Bearer guessed"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask("/metrics", Map.of("X-Forwarded-For", "127.0.0.1, 10.0.0.9"))
                        .statusCode())
                .as("an address made up before a proxy's")
                .isEqualTo(403);
        assertThat(ask("/metrics", Map.of("X-Forwarded-For", "198.51.100.7", "Authorization", "Bearer of the tests"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(4)
    void refusesASecondOneInTheSameFolder() throws Exception {
        assertThat(refused("--port=0", "--data=" + data()))
                .isEqualTo("whorl serve: another Whorl already works in %s; stop it first, or give another folder with"
                                .formatted(data())
                        + " --data");
    }

    @Test
    @Order(5)
    void saysThatAPortIsTaken() throws Exception {
        Path other = folder.resolve("other");
        TestBinaries.linkInto(other);
        assertThat(refused("--port=" + port, "--data=" + other))
                .endsWith("whorl serve: another program listens on port %d; stop it, or give another port: --port %d"
                        .formatted(port, port + 1));
        assertThat(other.resolve("database/cluster/postmaster.pid"))
                .as("its PostgreSQL is stopped again")
                .doesNotExist();
    }

    @Test
    @Order(6)
    void saysThatAFolderCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(refused("--port=0", "--data=" + file.resolve("data")))
                .isEqualTo("whorl serve: Whorl cannot write in the folder %s (Not a directory); give another one with"
                                .formatted(file.resolve("data"))
                        + " --data");
    }

    @Test
    @Order(7)
    void saysThatADiskIsFull() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=20m", "none", small.toString())
                        .start()
                        .waitFor()
                == 0;
        Assumptions.assumeTrue(mounted, "only root can make a small disk");
        try {
            assertThat(refused("--port=0", "--data=" + small.resolve("data")))
                    .contains("only 20 MB are free where " + small.resolve("data") + " is, and Whorl needs 500");
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    @Test
    @Order(8)
    void finishesWhatItHasBegunBeforeItStops() throws Exception {
        byte[] body = "email=%s&password=wrong".formatted(EMAIL).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(60_000);
            String head = "POST /sign-in HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: %d\r\n"
                            .formatted(port, body.length)
                    + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body, 0, 10);
            socket.getOutputStream().flush();
            // Asked and answered after it: so the first one has been taken up.
            assertThat(ask("/health", Map.of()).statusCode()).isEqualTo(200);
            server.destroy();
            untilNobodyIsLetIn();
            socket.getOutputStream().write(body, 10, body.length - 10);
            socket.getOutputStream().flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .contains("</html>");
        }
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(data().resolve("database/cluster/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(data().resolve("database/postgres.log")))
                .contains("received fast shutdown request")
                .contains("database system is shut down");
    }

    private static String refused(String... options) throws Exception {
        Process process = serve("refused", options);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        return said("refused").strip();
    }

    private static Process serve(String out, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dwhorl.metrics-token=of the tests",
                "-cp",
                System.getProperty("java.class.path"),
                "org.whorl.server.WhorlServer",
                "serve"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(out).toFile())
                .start();
        STARTED.add(process);
        return process;
    }

    private static HttpResponse<String> ask(String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void untilSaid(String words, String out, Process process) throws Exception {
        while (!said(out).contains(words)) {
            assertThat(process.isAlive()).as(said(out)).isTrue();
            Thread.sleep(50);
        }
    }

    private static void untilNobodyIsLetIn() throws InterruptedException {
        while (true) {
            try (Socket socket = new Socket("localhost", port)) {
                socket.getOutputStream().write("GET /health HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                if (socket.getInputStream().readAllBytes().length == 0) {
                    return;
                }
            } catch (IOException _) {
                return;
            }
            Thread.sleep(20);
        }
    }

    private static String said(String out) {
        try {
            return Files.readString(folder.resolve(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
