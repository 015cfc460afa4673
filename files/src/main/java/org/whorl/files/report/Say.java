package org.whorl.files.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.whorl.draw.Words;

/**
 * The sentences of a report in one language. Each stands in {@code messages_en.properties} and
 * {@code messages_cy.properties} under the same key, with {@code {0}}, {@code {1}} where values go.
 *
 * <p>A sentence that counts has a form for each kind of number the language tells apart: English one and other, Welsh
 * also none, two, three (few) and six (many), as CLDR has them. A form that is not written is the {@code other} one.
 */
final class Say {

    private final Words words;
    private final Properties messages = new Properties();

    Say(Words words) {
        this.words = words;
        String name = "messages_%s.properties".formatted(words.code());
        try (InputStream in = Say.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the module lacks " + name);
            }
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Words words() {
        return words;
    }

    /** Every key there is. */
    Set<String> keys() {
        return messages.stringPropertyNames();
    }

    boolean has(String key) {
        return messages.containsKey(key);
    }

    /** A sentence with its values; a key that is missing is a fault of ours. */
    String say(String key, String... values) {
        String message = messages.getProperty(key);
        if (message == null) {
            throw new IllegalStateException("messages_%s.properties lacks %s".formatted(words.code(), key));
        }
        StringBuilder out = new StringBuilder(message.length() + 32);
        int at = 0;
        while (at < message.length()) {
            int brace = message.indexOf('{', at);
            if (brace < 0) {
                break;
            }
            int end = message.indexOf('}', brace);
            out.append(message, at, brace).append(values[Integer.parseInt(message.substring(brace + 1, end))]);
            at = end + 1;
        }
        return out.append(message, at, message.length()).toString();
    }

    /** A sentence about a number of things; {@code {0}} is the number, {@code {1}} the first of the values. */
    String count(String key, long number, String... values) {
        String form = key + "." + category(number);
        String[] all = new String[values.length + 1];
        all[0] = words.number((double) number);
        System.arraycopy(values, 0, all, 1, values.length);
        return say(has(form) ? form : key + ".other", all);
    }

    private String category(long number) {
        return switch (words) {
            case EN -> number == 1 ? "one" : "other";
            case CY ->
                switch ((int) Math.min(number, Integer.MAX_VALUE)) {
                    case 0 -> "zero";
                    case 1 -> "one";
                    case 2 -> "two";
                    case 3 -> "few";
                    case 6 -> "many";
                    default -> "other";
                };
        };
    }
}
