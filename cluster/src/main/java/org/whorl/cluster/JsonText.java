package org.whorl.cluster;

/** The few bits of JSON that are written here; answers come as documents from {@code files}. */
final class JsonText {
    private static final int FIRST_PRINTABLE = 0x20;

    private JsonText() {}

    /** A string in quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < FIRST_PRINTABLE) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    /** A number; null where there is none. */
    static String number(double number) {
        return Double.isFinite(number) ? Double.toString(number) : "null";
    }
}
