package org.whorl.draw;

/**
 * The two widths a chart is drawn at.
 *
 * <p>A picture that merely shrinks has letters nobody can read on a telephone. So each chart lays itself out twice: at
 * 640 units for a page, and at 300 for a narrow column. {@link Figure} holds both and the style sheet shows the one
 * that suits the space it has: the narrow one below 560 pixels. The smallest letters are therefore 12.25 pixels high
 * in the wide picture at its smallest (14 x 560 / 640) and 12.48 in the narrow one on the
 * narrowest telephone (13 x 288 / 300: 320 pixels less the margins).
 */
public enum Size {
    /** For a page, a report and print. */
    WIDE(640, 14, 19),
    /** For a telephone or a narrow column. */
    NARROW(300, 13, 18);

    private final int width;
    private final int type;
    private final int leading;

    Size(int width, int type, int leading) {
        this.width = width;
        this.type = type;
        this.leading = leading;
    }

    /** The width of the picture in its own units. */
    public int width() {
        return width;
    }

    /** The height of letters, the same for all text: weight and tone make the difference, not size. */
    int type() {
        return type;
    }

    /** From one line of text to the next. */
    int leading() {
        return leading;
    }

    /** What stands for this size in class names and ids. */
    String tag() {
        return switch (this) {
            case WIDE -> "wide";
            case NARROW -> "narrow";
        };
    }
}
