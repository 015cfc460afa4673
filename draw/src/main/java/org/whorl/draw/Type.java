package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text will be, without a font at hand.
 *
 * <p>A system font differs from machine to machine, so the widths are those of a wide one: text set in a narrower font
 * leaves a little air, and none ever runs into its neighbour.
 */
final class Type {

    /** Text longer than this is cut with an ellipsis; it stays whole in the table. */
    private static final int LONGEST_DRAWN = 200;

    /** Letters in bold are this much wider. */
    static final double BOLD = 1.1;

    /** Widths in hundredths of the type size, from space to tilde, after the wide sans serifs in common use. */
    private static final byte[] HUNDREDTHS = {
        32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, //  !"#$%&'()*+,-./
        64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 53, // 0-9:;<=>?
        100, 69, 69, 71, 78, 64, 58, 78, 76, 30, 31, 66, 56, 87, 76, 79, // @A-O
        61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 39, 34, 39, 84, 50, // P-Z[\]^_
        50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 29, 58, 28, 98, 64, 62, // `a-o
        64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84, // p-z{|}~
    };

    private Type() {}

    /** The width of the text at this type size. */
    static double width(String text, double size) {
        int sum = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            sum += hundredths(c);
        }
        return sum * size / 100;
    }

    /** The width of the text in bold. */
    static double boldWidth(String text, double size) {
        return width(text, size) * BOLD;
    }

    /** The text in lines none of which is wider than the width; a word that is too wide alone is broken. */
    static List<String> wrap(String text, double size, double width) {
        if (text.length() <= LONGEST_DRAWN && width(text, size) <= width) {
            return List.of(text.strip());
        }
        List<String> lines = new ArrayList<>(2);
        String line = "";
        for (String word : shorten(text).strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, size) > width) {
                int fit = fitting(line, size, width);
                if (fit >= line.length()) {
                    break;
                }
                lines.add(line.substring(0, fit));
                line = line.substring(fit);
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** The first few lines; an ellipsis says that there were more. */
    static List<String> firstLines(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, most));
        first.set(most - 1, first.get(most - 1) + "…");
        return first;
    }

    private static String shorten(String text) {
        if (text.length() <= LONGEST_DRAWN) {
            return text;
        }
        int end = LONGEST_DRAWN - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** How many characters fit, at least one letter so that breaking always ends. */
    private static int fitting(String word, double size, double width) {
        double sum = 0;
        int i = 0;
        while (i < word.length()) {
            int c = word.codePointAt(i);
            sum += hundredths(c) * size / 100;
            if (sum > width && i > 0) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static int hundredths(int c) {
        if (c >= ' ' && c <= '~') {
            return HUNDREDTHS[c - ' '];
        }
        if (c < 0x300) {
            // A control character is shown as the wide sign for "no such character".
            return Character.isISOControl(c) ? 105 : 66;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.MATH_SYMBOL -> 84;
            default -> 105;
        };
    }
}
