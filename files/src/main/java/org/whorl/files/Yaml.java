package org.whorl.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * YAML as our own models are written: blocks two spaces deep down to the fields of a service, braces below that. Values
 * come in ready; {@link #text} makes one of any words.
 */
final class Yaml {
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]*(( |\\.|/)[\\p{L}\\p{N}_-]+)*");
    private static final Pattern RESERVED = Pattern.compile("(?i)null|true|false|yes|no|on|off|nan|inf|unlimited");

    /** Lines longer than this are broken into a block where that can be. */
    private static final int WIDE = 110;

    private final StringBuilder lines = new StringBuilder();

    /** A key with its value. */
    void line(int depth, String key, String value) {
        lines.append("  ".repeat(depth))
                .append(text(key))
                .append(": ")
                .append(value)
                .append('\n');
    }

    /** A key whose entries follow; nothing when there are none. */
    void open(int depth, String key, boolean any) {
        if (any) {
            lines.append("  ".repeat(depth)).append(text(key)).append(":\n");
        }
    }

    /** A key with fields: in braces if they fit on its line, otherwise one below the other. */
    void block(int depth, String key, SequencedMap<String, String> fields) {
        String flow = flow(fields);
        if (2 * depth + key.length() + flow.length() < WIDE) {
            line(depth, key, flow);
        } else {
            open(depth, key, true);
            fields.forEach((field, value) -> line(depth + 1, field, value));
        }
    }

    /** Keys and values by turns. */
    static SequencedMap<String, String> keyed(String... keysAndValues) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }

    static String flow(Map<String, String> fields) {
        StringJoiner joined = new StringJoiner(", ", "{", "}");
        fields.forEach((key, value) -> joined.add(text(key) + ": " + value));
        return joined.toString();
    }

    static String list(List<String> values) {
        return "[" + String.join(", ", values) + "]";
    }

    /** Words, in quotes unless nobody could take them for anything else. */
    static String text(String words) {
        if (PLAIN.matcher(words).matches() && !RESERVED.matcher(words).matches()) {
            return words;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20
                            || (c >= 0x7f && c <= 0xa0)
                            || c == 0x2028
                            || c == 0x2029
                            || c >= 0xfff0
                            || c == 0xfeff) {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
