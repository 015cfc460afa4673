package org.whorl.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An organisation that signs people in: small, but real. It speaks OpenID Connect over HTTP and signs what it says, checks
 * the secret and the proof key (RFC 7636), and asks nobody for a password. It can be told to say something wrong. That
 * Whorl gets on with one that others have written, a walk in Chromium shows.
 */
final class Organisation {

    static final String SECRET = "never-to-be-seen-in-any-log";
    static final Organisation HEALTH = new Organisation();

    private final RSAKey key = newKey();
    private final RSAKey otherKey = newKey();
    private final HttpServer server;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final List<Map<String, String>> questions = new ArrayList<>();
    private Map<String, Object> says = Map.of();
    private Twist twist = Twist.NONE;

    /** What it may do wrong. */
    enum Twist {
        NONE,
        SIGNED_BY_ANOTHER,
        SIGNED_BY_NOBODY,
        FOR_ANOTHER,
        FROM_ANOTHER,
        ANOTHER_NONCE,
        TOO_OLD,
        FROM_TOMORROW,
        DENIED,
        NO_TOKEN,
        OTHER_STATE
    }

    private Organisation() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", this::introduce);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key).toString()));
        server.createContext("/bye", this::bye);
        server.setExecutor(Runnable::run);
        server.start();
    }

    /** What whoever runs Whorl writes into its settings: this one, one that is away, and one for another place. */
    static List<String> settings() {
        List<String> lines = new ArrayList<>();
        lines.addAll(settings("health", HEALTH.issuer(), "Health Board account", "Cyfrif y Bwrdd Iechyd"));
        lines.addAll(settings("away", "http://localhost:" + nobodysPort(), "Council account", "Cyfrif y Cyngor"));
        lines.addAll(settings("elsewhere", HEALTH.issuer(), "Other account", "Cyfrif arall"));
        lines.add("whorl.providers.elsewhere.partnerships=somewhere-else");
        return lines;
    }

    private static List<String> settings(String name, String issuer, String english, String welsh) {
        String setting = "whorl.providers." + name;
        return List.of(
                setting + ".issuer=" + issuer,
                setting + ".client-id=whorl",
                setting + ".client-secret=" + SECRET,
                setting + ".name-en=" + english,
                setting + ".name-cy=" + welsh);
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Whoever comes next is this, and it is said rightly. */
    void meet(String subject, String name, String email) {
        meet(Map.of("sub", subject, "name", name, "email", email, "email_verified", true));
    }

    /** Of whoever comes next it says this. */
    void meet(Map<String, Object> claims) {
        says = claims;
        twist = Twist.NONE;
    }

    /** The same, but something about it is wrong. */
    void twist(Twist wrong) {
        twist = wrong;
    }

    /** What it was asked last. */
    Map<String, String> question() {
        return questions.getLast();
    }

    private void introduce(HttpExchange exchange) throws IOException {
        answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/bye","response_types_supported":["code"],
                 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(issuer()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = read(exchange.getRequestURI().getRawQuery());
        questions.add(query);
        String code = UUID.randomUUID().toString();
        asked.put(code, query);
        String state = twist == Twist.OTHER_STATE ? "another" : query.get("state");
        String rest = twist == Twist.DENIED ? "error=access_denied" : "code=" + code;
        go(exchange, query.get("redirect_uri") + "?" + rest + "&state=" + encoded(state));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("whorl:" + SECRET).getBytes(StandardCharsets.UTF_8));
        Map<String, String> query = asked.remove(form.getOrDefault("code", ""));
        if (query == null
                || twist == Twist.NO_TOKEN
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !"S256".equals(query.get("code_challenge_method"))
                || !challenge(form.get("code_verifier")).equals(query.get("code_challenge"))) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        answer(
                exchange,
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
                        .formatted(proof(query)));
    }

    private void bye(HttpExchange exchange) throws IOException {
        Map<String, String> query = read(exchange.getRequestURI().getRawQuery());
        questions.add(query);
        go(exchange, query.get("post_logout_redirect_uri"));
    }

    private String proof(Map<String, String> query) {
        Instant now = Instant.now();
        long shift = switch (twist) {
            case TOO_OLD -> -7200;
            case FROM_TOMORROW -> 86_400;
            case NONE,
                    SIGNED_BY_ANOTHER,
                    SIGNED_BY_NOBODY,
                    FOR_ANOTHER,
                    FROM_ANOTHER,
                    ANOTHER_NONCE,
                    DENIED,
                    NO_TOKEN,
                    OTHER_STATE -> 0;
        };
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(twist == Twist.FROM_ANOTHER ? "http://localhost:1" : issuer())
                .audience(twist == Twist.FOR_ANOTHER ? "somebody" : "whorl")
                .claim("nonce", twist == Twist.ANOTHER_NONCE ? "another" : query.get("nonce"))
                .claim("iat", now.plusSeconds(shift).getEpochSecond())
                .claim("exp", now.plusSeconds(shift + 300).getEpochSecond());
        says.forEach(claims::claim);
        if (twist == Twist.SIGNED_BY_NOBODY) {
            return new PlainJWT(claims.build()).serialize();
        }
        try {
            SignedJWT signed = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            signed.sign(new RSASSASigner(twist == Twist.SIGNED_BY_ANOTHER ? otherKey : key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int nobodysPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void go(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().set("Location", where);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> read(String form) {
        Map<String, String> values = new HashMap<>();
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
