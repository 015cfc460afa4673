package org.whorl.server.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.whorl.draw.Palette;

/** The style sheets, scripts and pictures of the layout. Their address changes with their content, so they may be kept. */
@Controller
public class Assets {

    private static final String WHORL = "whorl.css";
    private static final Map<String, String> KINDS =
            Map.of("css", "text/css;charset=utf-8", "js", "text/javascript;charset=utf-8", "svg", "image/svg+xml");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String version;

    Assets() {
        // One style sheet for pages and charts: the tokens are decided in the module that draws.
        add(
                WHORL,
                (Palette.css() + "\n" + new String(read(WHORL), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        for (String name : new String[] {
            "nhsuk-frontend.min.css",
            "nhsuk-frontend.min.js",
            "whorl.js",
            "passkeys.js",
            "editor.js",
            "picture.js",
            "readout.js",
            "gathering.js",
            "habit.js",
            "jobs.js",
            "tell.js",
            "kiosk.js",
            "place.js",
            "telling-store.js",
            "tell-worker.js",
            "voice.js",
            "voice-store.js",
            "whorl.svg",
            "images/nhsuk-icon-arrow-down.svg",
            "images/nhsuk-icon-arrow-up.svg",
            "images/nhsuk-icon-arrow-up-down.svg",
            "images/nhsuk-icon-cross.svg",
        }) {
            add(name, read(name));
        }
        version = fingerprint();
    }

    /** The address of an asset. */
    public String address(String name) {
        return "/assets/" + version + "/" + name;
    }

    @GetMapping("/assets/{version}/{name}")
    ResponseEntity<byte[]> show(@PathVariable String name) {
        return sent(name);
    }

    @GetMapping("/assets/{version}/images/{name}")
    ResponseEntity<byte[]> showPicture(@PathVariable String name) {
        return sent("images/" + name);
    }

    private ResponseEntity<byte[]> sent(String name) {
        byte[] file = files.get(name);
        if (file == null) {
            return ResponseEntity.notFound().build();
        }
        String kind = KINDS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .contentType(MediaType.parseMediaType(kind))
                .body(file);
    }

    /** What stands in an asset, if there is one of that name. */
    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private void add(String name, byte[] bytes) {
        files.put(name, bytes);
    }

    /** All together have one version, so that a script may name another beside it. */
    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
