package org.whorl.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program with a key: sends JSON, keeps no cookie. */
final class Program {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final String key;
    private final String language;
    private final String from;

    private Program(String base, String key, String language, String from) {
        this.base = base;
        this.key = key;
        this.language = language;
        this.from = from;
    }

    /** With that key in a partnership; a blank one for none. */
    static Program in(String slug, String key) {
        return new Program("/api/v1/p/" + slug, key, "en", "203.0.113.1");
    }

    /** With a key somebody makes on their page, to be used as all those. */
    static Program of(Browser owner, String slug, String... roles) {
        return in(slug, key(owner, slug, Map.of(), roles));
    }

    /** The key somebody gets who fills the form in like that. */
    static String key(Browser owner, String slug, Map<String, String> more, String... roles) {
        Map<String, String> form = new java.util.HashMap<>(Map.of("name", "A test", "days", "30"));
        List.of(roles).forEach(role -> form.put("as-" + role, "yes"));
        form.putAll(more);
        Browser.Page made = owner.open("/p/" + slug + "/tokens/new").send(form);
        Matcher key = Pattern.compile("<code id=\"token\"[^>]*>(whorl_[A-Za-z0-9_-]+)</code>")
                .matcher(made.body());
        if (!key.find()) {
            throw new AssertionError("no key was made: " + made.status() + " " + made.body());
        }
        return key.group(1);
    }

    /** The same, in Welsh. */
    Program inWelsh() {
        return new Program(base, key, "cy", from);
    }

    /** The same at another place, as a proxy before us would say. */
    Program from(String address) {
        return new Program(base, key, language, address);
    }

    /** What came back. */
    record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {

        String text() {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }

        /** The whole of it, or what stands at a JSON pointer. */
        JsonNode json() {
            return JSON.readTree(bytes);
        }

        String at(String pointer) {
            JsonNode node = json().at(pointer);
            return node.isMissingNode() ? "" : node.asString();
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer post(String path, String json, String header, String value) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Without saying how long it is. */
    Answer postUnmeasured(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() ->
                        new java.io.ByteArrayInputStream(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    }

    Answer put(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer send(String method, String path, String type, byte[] body) {
        return send(request(path)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        String address = path.startsWith("/api/") ? path : base + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Running.address() + address))
                .header("X-Forwarded-For", from)
                .header("Accept-Language", language);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
