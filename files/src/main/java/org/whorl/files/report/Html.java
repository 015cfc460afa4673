package org.whorl.files.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML being written, every element closed in its turn and every text made safe. What comes out is well-formed XML too,
 * so that tests can read it.
 */
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();
    private int ids;

    /** Opens an element; attributes are names and values in turn. */
    Html open(String tag, String... attributes) {
        start(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element opened last, which must be this one. */
    Html close(String tag) {
        if (!tag.equals(open.peek())) {
            throw new IllegalStateException("<%s> is closed, but <%s> is open".formatted(tag, open.peek()));
        }
        open.pop();
        out.append("</").append(tag).append('>');
        return this;
    }

    /** An element with nothing in it, such as {@code meta}. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes).append("/>");
        return this;
    }

    /** An element that holds only text. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** An id nothing else in the page has, as long as no other ends in a number of its own. */
    String nextId(String what) {
        ids++;
        return what + "-" + ids;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** Markup that is already safe: a picture, a table, a style sheet. */
    Html markup(String markup) {
        out.append(markup);
        return this;
    }

    private StringBuilder start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append(' ');
                default -> out.appendCodePoint(allowed(c) ? c : '\uFFFD');
            }
        });
    }

    private static boolean allowed(int c) {
        boolean control = c < ' ' || (c >= 0x7F && c <= 0x9F);
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
