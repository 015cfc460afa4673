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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: follows links, keeps cookies, sends forms with the hidden values they carry. */
final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

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

    Page open(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    Page post(String path, Map<String, String> values) {
        String body = values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Page signIn(String email, String password) {
        return open("/sign-in").send(Map.of("email", email, "password", password));
    }

    private URI uri(String path) {
        return URI.create(path.startsWith("http") ? path : address + path);
    }

    private Page send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Page(
                    this,
                    response.statusCode(),
                    response.uri().toString(),
                    response.body(),
                    response.headers().map());
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
