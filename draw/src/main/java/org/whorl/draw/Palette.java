package org.whorl.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours of Whorl as {@code tokens.css} has them: there they are decided, here they are read.
 *
 * <p>Charts carry the {@link #LIGHT} colours as attributes, so that a picture saved on its own looks right; on a page
 * the style sheet overrides them, in the dark and on paper too.
 */
public enum Palette {
    /** On a screen by day. */
    LIGHT(""),
    /** On a screen that asks for dark. */
    DARK("@media (prefers-color-scheme: dark)"),
    /** On paper: greys. */
    PRINT("@media print");

    /** How many series differ in colour, dash and hatching; after that they repeat. */
    public static final int SERIES = 4;

    private final Map<String, String> colours;

    Palette(String block) {
        String css = Sheets.TOKENS;
        int start = css.indexOf(block.isEmpty() ? ":root" : block);
        int end = css.indexOf("@media", start + 1);
        Matcher tokens = Sheets.TOKEN.matcher(css.substring(start, end < 0 ? css.length() : end));
        Map<String, String> found = new HashMap<>();
        while (tokens.find()) {
            found.put(tokens.group(1), tokens.group(2));
        }
        colours = Map.copyOf(found);
    }

    /** The colour called {@code --whorl-NAME}, as {@code #rrggbb}. */
    public String colour(String name) {
        String colour = colours.get(name);
        if (colour == null) {
            throw new IllegalArgumentException(
                    "no colour is called '%s'; there are %s".formatted(name, colours.keySet()));
        }
        return colour;
    }

    /** The style sheet of colours, type and space. */
    public static String tokens() {
        return Sheets.TOKENS;
    }

    /** All a page with charts needs: the tokens, then the rules for figures, tables and pictures. */
    public static String css() {
        return Sheets.TOKENS + "\n" + Sheets.PICTURES + "\n" + Sheets.FIGURES;
    }

    /** All a picture on its own needs. */
    static String pictureCss() {
        return Sheets.TOKENS + "\n" + Sheets.PICTURES;
    }

    private static String read(String name) {
        try (InputStream in = Palette.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the style sheet " + name + " is missing from the module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read once, when first asked for. */
    private static final class Sheets {
        static final Pattern TOKEN = Pattern.compile("--whorl-([a-z0-9-]+):\\s*(#[0-9a-f]{6});");
        static final String TOKENS = read("tokens.css");
        static final String PICTURES = read("pictures.css");
        static final String FIGURES = read("figures.css");
    }
}
