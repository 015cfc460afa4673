package org.whorl.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the application once and looks at its everyday pages, so that java can keep what it loaded and linked for them
 * and later starts are quick. Arguments: the examples' folder, which is not needed here, and an empty folder to work in.
 */
final class Rehearsal {

    private static final List<String> PAGES = List.of(
            "/",
            "/?lang=cy",
            "/sign-in",
            "/p/cwm-taf-morgannwg",
            "/p/cwm-taf-morgannwg/plan",
            "/p/cwm-taf-morgannwg/asks",
            "/p/never-was",
            "/health");

    private Rehearsal() {}

    /** Rehearses. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        WhorlServer.useWhatTheBuildWorkedOut();
        ServeOptions options = ServeOptions.read(List.of("serve", "--port=0", "--data=" + arguments[1]));
        try (ConfigurableApplicationContext running =
                        WhorlServer.application(options).run();
                HttpClient client = HttpClient.newHttpClient()) {
            int port = Objects.requireNonNull(((WebServerApplicationContext) running).getWebServer())
                    .getPort();
            for (String page : PAGES) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + page))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
