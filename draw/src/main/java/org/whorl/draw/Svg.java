package org.whorl.draw;

/**
 * Writes SVG. Text is escaped on its way in, numbers have one decimal, and the order of calls is the order of the
 * picture, so the same chart is the same bytes.
 */
final class Svg {

    private final StringBuilder out = new StringBuilder(8192);

    /** Begins an element; attributes follow, then {@link #shut} or {@link #hold}. */
    Svg tag(String name) {
        out.append('<').append(name);
        return this;
    }

    Svg set(String name, double value) {
        out.append(' ').append(name).append("=\"");
        number(value, out);
        out.append('"');
        return this;
    }

    Svg set(String name, String value) {
        out.append(' ').append(name).append("=\"");
        Markup.escape(value, out);
        out.append('"');
        return this;
    }

    Svg ink(Ink ink) {
        out.append(ink.markup());
        return this;
    }

    /** Ends an element that holds nothing. */
    Svg shut() {
        out.append("/>");
        return this;
    }

    /** Opens an element that holds others, until {@link #end}. */
    Svg hold() {
        out.append('>');
        return this;
    }

    Svg end(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    /** What a mark says when pointed at. */
    Svg title(String text) {
        out.append("<title>");
        Markup.escape(text, out);
        out.append("</title>");
        return this;
    }

    Svg text(double x, double y, Anchor anchor, Ink ink, String text) {
        tag("text").set("x", x).set("y", y);
        if (anchor != Anchor.START) {
            set("text-anchor", anchor.word);
        }
        ink(ink).hold();
        Markup.escape(text, out);
        return end("text");
    }

    Svg rect(double x, double y, double width, double height) {
        return tag("rect").set("x", x).set("y", y).set("width", width).set("height", height);
    }

    /** A straight line, drawn at once. */
    Svg line(double x1, double y1, double x2, double y2, Ink ink) {
        return tag("path")
                .set("d", new Path().move(x1, y1).line(x2, y2))
                .ink(ink)
                .shut();
    }

    Svg circle(double x, double y, double radius) {
        return tag("circle").set("cx", x).set("cy", y).set("r", radius);
    }

    Svg set(String name, Path path) {
        out.append(' ').append(name).append("=\"").append(path.steps).append('"');
        return this;
    }

    /** Already well-formed markup of our own. */
    Svg add(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** One decimal, no more digits than needed. Digits are put together first: a picture holds thousands. */
    static void number(double value, StringBuilder out) {
        number(tenths(value), out);
    }

    private static void number(long tenths, StringBuilder out) {
        char[] digits = new char[12];
        int start = digits.length;
        long left = Math.abs(tenths);
        if (left % 10 != 0) {
            digits[--start] = (char) ('0' + left % 10);
            digits[--start] = '.';
        }
        left /= 10;
        do {
            digits[--start] = (char) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        if (tenths < 0) {
            digits[--start] = '-';
        }
        out.append(digits, start, digits.length - start);
    }

    private static long tenths(double value) {
        if (!(Math.abs(value) < 1e7)) {
            throw new IllegalStateException("a mark would be drawn at " + value);
        }
        return Math.round(value * 10);
    }

    /** Which end of a text its position names. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }
    }

    /** The steps of a path. */
    static final class Path {
        private final StringBuilder steps = new StringBuilder(64);
        /** The last point as it was written, in tenths, so that rounding never adds up. */
        private long lastX;

        private long lastY;

        Path move(double x, double y) {
            return step('M', x, y);
        }

        Path line(double x, double y) {
            return step('L', x, y);
        }

        Path curve(double x1, double y1, double x2, double y2, double x, double y) {
            return step('C', x1, y1).step(' ', x2, y2).step(' ', x, y);
        }

        Path close() {
            steps.append('Z');
            return this;
        }

        boolean isEmpty() {
            return steps.isEmpty();
        }

        /** A line like {@link #line}, written as the way from the last point: shorter in a long row of points. */
        Path on(double x, double y) {
            long toX = tenths(x);
            long toY = tenths(y);
            steps.append('l');
            number(toX - lastX, steps);
            steps.append(' ');
            number(toY - lastY, steps);
            lastX = toX;
            lastY = toY;
            return this;
        }

        private Path step(char letter, double x, double y) {
            lastX = tenths(x);
            lastY = tenths(y);
            steps.append(letter);
            number(lastX, steps);
            steps.append(' ');
            number(lastY, steps);
            return this;
        }
    }
}
