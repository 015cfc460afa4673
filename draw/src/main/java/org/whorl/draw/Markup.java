package org.whorl.draw;

/** Makes any text safe inside XML and HTML, as content or as an attribute. */
final class Markup {

    private Markup() {}

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        escape(text, out);
        return out.toString();
    }

    /** Appends the text with its five special characters spelt out; what XML cannot hold at all becomes U+FFFD. */
    static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append(' ');
                default -> {
                    if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(allowed(c) ? c : '�');
                    }
                }
            }
        }
    }

    private static boolean allowed(char c) {
        return c >= ' ' && !Character.isSurrogate(c) && c < '\uFFFE' && !(c >= 0x7F && c <= 0x9F);
    }
}
