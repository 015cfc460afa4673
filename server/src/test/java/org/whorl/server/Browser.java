package org.whorl.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without script: follows links, keeps cookies, sends forms with the hidden values they carry. */
final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private static final AtomicInteger BROWSERS = new AtomicInteger();

    private final String address;
    // Everybody sits somewhere else (RFC 5737 keeps these addresses for examples), as a proxy before us would say.
    private String from = somewhereElse();
    private @Nullable CodeApp app;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(String address) {
        this.address = address;
    }

    /** A page as it came. */
    record Page(Browser browser, int status, String url, String body, Map<String, java.util.List<String>> headers) {

        /** Sends the page's main form with these values. */
        Page send(Map<String, String> values) {
            Matcher form = Pattern.compile("<form id=\"form\".*?</form>", Pattern.DOTALL)
                    .matcher(body);
            if (!form.find()) {
                throw new AssertionError("there is no form on " + url);
            }
            Map<String, String> all = new HashMap<>();
            Matcher hidden = HIDDEN.matcher(form.group());
            while (hidden.find()) {
                all.put(hidden.group(1), hidden.group(2));
            }
            all.putAll(values);
            return browser.post(url, all);
        }

        /** The value that proves a form came from this page. */
        String csrf() {
            Matcher hidden =
                    Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(body);
            return hidden.find() ? hidden.group(1) : "";
        }

        /** The value of the option with that label. */
        String option(String label) {
            Matcher option = Pattern.compile("<option value=\"([^\"]*)\"[^>]*>" + Pattern.quote(label) + "</option>")
                    .matcher(body);
            if (!option.find()) {
                throw new AssertionError("no option " + label + " on " + url);
            }
            return option.group(1);
        }

        /** The last part of the address. */
        String id() {
            return url.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
        }
    }

    /** Where it looks. */
    String address() {
        return address;
    }

    Page open(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static String somewhereElse() {
        int number = BROWSERS.incrementAndGet();
        return "198.51.%d.%d".formatted(100 + number / 250, number % 250 + 1);
    }

    /** The same person and session, now at another place. */
    Browser moved() {
        from = somewhereElse();
        return this;
    }

    /** What is answered at once, without going where it leads. */
    Page asIs(String path) {
        return once(HttpRequest.newBuilder(uri(path)));
    }

    Page asIs(String path, Map<String, String> values) {
        return once(form(path, values));
    }

    /** Opens it with a cookie somebody has put there. */
    Page openWith(String path, String cookie) {
        return send(HttpRequest.newBuilder(uri(path)).header("Cookie", cookie));
    }

    Page post(String path, Map<String, String> values) {
        return send(form(path, values));
    }

    private HttpRequest.Builder form(String path, Map<String, String> values) {
        String body = values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Sends a form that is answered with a file. */
    byte[] fetch(String path, Map<String, String> values) {
        return send(form(path, values), HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    /** Sends one file with a page's form, as a person who chooses it. */
    Page upload(String path, String name, byte[] file) {
        return upload(path, name, file, Map.of());
    }

    /** The same with what else is on the form. */
    Page upload(String path, String name, byte[] file, Map<String, String> values) {
        String edge = "edge-of-the-parts";
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + open(path).csrf() + "\r\n--" + edge
                        + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        values.forEach((field, value) -> body.writeBytes(
                ("\r\n--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value)
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends a form that files go with, each in its field; of a field left empty browsers send a file without a byte. */
    Page attach(String path, Map<String, String> values, Map<String, byte[]> files) {
        String edge = "edge-of-the-parts";
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        values.forEach(
                (name, value) -> body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(edge, name, value)
                        .getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, file) -> {
            body.writeBytes(
                    """
                    --%s\r
                    Content-Disposition: form-data; name="%s"; filename="%s"\r
                    Content-Type: image/jpeg\r
                    \r
                    """.formatted(edge, name, file.length == 0 ? "" : "a.jpg").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** What is answered at an address, byte for byte, to whoever asks for a part of it; a blank part is the whole. */
    HttpResponse<byte[]> part(String path, String range) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return send(
                range.isEmpty() ? request : request.header("Range", range), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** What stands at an address, byte for byte. */
    byte[] fetch(String path) {
        try {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs in, with the code of a second step where one is asked for; sets one up where one is wanted. */
    Page signIn(String email, String password) {
        return withSecondStep(open("/sign-in").send(Map.of("email", email, "password", password)));
    }

    /** Goes on over the pages of the second step, if that is where one has got to. */
    Page withSecondStep(Page page) {
        if (page.url().contains("/account/second-step")) {
            Matcher shown =
                    Pattern.compile("<code id=\"secret\">([A-Z2-7 ]+)</code>").matcher(page.body());
            if (!shown.find()) {
                throw new AssertionError("no secret on " + page.url());
            }
            app = new CodeApp(shown.group(1));
            Page codes = page.send(Map.of("code", app.code()));
            Matcher next = Pattern.compile("<a class=\"nhsuk-button\" href=\"([^\"]+)\"")
                    .matcher(codes.body());
            return next.find() ? open(next.group(1)) : codes;
        }
        return page.url().contains("/sign-in/code") && app != null ? page.send(Map.of("code", app.code())) : page;
    }

    /** Sets up a second step of one's own accord. */
    Page setUpSecondStep() {
        return withSecondStep(open("/account/second-step"));
    }

    /** The app on this person's telephone, once a second step is set up. */
    CodeApp app() {
        if (app == null) {
            throw new AssertionError("no second step was set up");
        }
        return app;
    }

    /** The name of this browser's session. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("whorl-session"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Forgets what a browser forgets when it is closed. */
    void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    private URI uri(String path) {
        return URI.create(path.startsWith("http") ? path : address + path);
    }

    /** Goes where the answer leads, as browsers do. */
    private Page send(HttpRequest.Builder request) {
        Page page = once(request);
        for (int i = 0; i < 20 && page.status() / 100 == 3 && page.headers().containsKey("location"); i++) {
            String on = page.headers().get("location").getFirst();
            page = once(HttpRequest.newBuilder(URI.create(page.url()).resolve(on)));
        }
        return page;
    }

    private Page once(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        return new Page(
                this,
                response.statusCode(),
                response.uri().toString(),
                response.body(),
                response.headers().map());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.header("X-Forwarded-For", from).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
