package org.whorl.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody at a server over HTTP, with cookies of their own, who fills in forms as a browser without script does. */
final class Caller {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final int MODULUS = 1_000_000;
    private static final int SECONDS_OF_A_CODE = 30;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String address;
    private final String from;

    /**
     * A new caller.
     *
     * @param address of the server
     * @param from where they sit, as a proxy on this machine would say
     */
    Caller(String address, String from) {
        this.address = address;
        this.from = from;
    }

    /**
     * A page as it came.
     *
     * @param url its address, after whatever led there
     */
    record Page(String url, String body) {

        /** What a pattern finds first. */
        String find(String pattern) {
            Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(body);
            if (!matcher.find()) {
                throw new IllegalStateException("there is no " + pattern + " on " + url);
            }
            return matcher.group(1);
        }
    }

    Page open(String path) throws IOException, InterruptedException {
        return page(request(path).build());
    }

    /** Sends the main form of a page with these values and those it carries. */
    Page send(Page page, Map<String, String> values) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(page.find("(<form id=\"form\".*?</form>)"));
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(values);
        return page(request(page.url())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(written(all)))
                .build());
    }

    /** Asks for a piece of page as the picture's script does, packed, and named after the page it is for. */
    CompletableFuture<HttpResponse<byte[]>> ask(String path) {
        return client.sendAsync(
                request(path)
                        .header("Accept-Encoding", "gzip")
                        .header("Whorl-Page", from)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** What stands at an address, byte for byte. */
    byte[] fetch(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** Sends one file with a page's form. */
    Page upload(String path, String name, byte[] file) throws IOException, InterruptedException {
        String edge = "edge-of-the-parts";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part(edge, "name=\"_csrf\"", open(path).find("name=\"_csrf\" value=\"([^\"]*)\"")));
        body.writeBytes(part(edge, "name=\"files\"; filename=\"" + name + "\"", ""));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return page(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static byte[] part(String edge, String name, String value) {
        String head = "\r\n--" + edge + "\r\nContent-Disposition: form-data; " + name;
        return (head + "\r\n\r\n" + value).getBytes(StandardCharsets.UTF_8);
    }

    /** Does the page of the second step, with the code a telephone would show (RFC 6238). */
    Page secondStep() throws IOException, InterruptedException {
        Page page = open("/account/second-step");
        byte[] secret =
                bytes(page.find("<code id=\"secret\">([A-Z2-7 ]+)</code>").replace(" ", ""));
        return send(page, Map.of("code", code(secret, Instant.now().getEpochSecond() / SECONDS_OF_A_CODE)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .header("X-Forwarded-For", from)
                .header("Accept-Language", "en");
    }

    private Page page(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.headers().firstValue("Location").isPresent()) {
            String next = answer.headers().firstValue("Location").get();
            return open(next.startsWith("http") ? URI.create(next).getRawPath() : next);
        }
        if (answer.statusCode() >= 400) {
            throw new IOException(request.uri() + " answers " + answer.statusCode());
        }
        return new Page(answer.uri().toString(), answer.body());
    }

    static String written(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String letters) {
        byte[] bytes = new byte[letters.length() * 5 / 8];
        for (int i = 0; i < bytes.length * 8; i++) {
            int letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letters.charAt(i / 5));
            if ((letter >> (4 - i % 5) & 1) == 1) {
                bytes[i / 8] |= (byte) (0x80 >> i % 8);
            }
        }
        return bytes;
    }

    private static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
