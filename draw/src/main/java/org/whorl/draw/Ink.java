package org.whorl.draw;

/**
 * How a mark looks: a class for the style sheet, and attributes for a picture that has none.
 *
 * @param markup the attributes, ready to write, with a space in front
 */
record Ink(String markup) {

    static final Ink GRID = line("w-grid", "rule", 1, "");
    static final Ink AXIS = line("w-axis", "axis", 1, "");
    static final Ink ALARM = line("w-alarm", "alarm", 1.5, "6 4");
    static final Ink WHISKER = line("w-whisker", "ink", 2, "");
    /** Paper around a whisker or a cross, so that it shows on a bar too. */
    static final Ink WHISKER_EDGE = line("w-edge", "paper", 5, "");

    static final Ink CROSS_EDGE = line("w-edge", "paper", 5, "");
    /** Lines over a filled mark; see {@link Hatching}. Without a style sheet they are not shown. */
    static final Ink HATCH =
            new Ink(" class=\"w-hatch\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" visibility=\"hidden\""
                    .formatted(light("paper")));

    static final Ink CROSS = line("w-cross", "alarm", 2.5, "");
    static final Ink TEXT = fill("w-text", "ink", "");
    static final Ink STRONG = fill("w-text w-strong", "ink", " font-weight=\"600\"");
    /** Text on a dark mark. */
    static final Ink ON_DARK = fill("w-on", "paper", "");

    static final Ink SOFT = fill("w-soft", "soft", "");
    static final Ink ALARM_TEXT = fill("w-alarm-text", "alarm", "");
    static final Ink PAPER = fill("w-paper", "paper", "");
    /** Text that may lie on a stream: the style sheet puts paper around its letters. */
    static final Ink LABEL = fill("w-text w-strong w-halo", "ink", " font-weight=\"600\"");

    static final Ink LABEL_PLAIN = fill("w-text w-halo", "ink", "");
    static final Ink NODE = fill("w-node", "ink", "");
    /** Takes its looks from what it stands in. */
    static final Ink BARE = new Ink("");
    /** Not seen, and yet found by a pointer. */
    static final Ink HIDDEN = new Ink(" visibility=\"hidden\" fill=\"none\" pointer-events=\"all\"");

    static final Ink FRAME = line("w-frame", "rule", 1, "");
    static final Ink RING = line("w-ring w-stroke-1", "series-1", 1.6, "");
    /** Around the half of all marks, and around nine in ten. */
    static final Ink CONTOUR_INNER = line("w-line w-line-1", "series-1", 2, "");

    static final Ink CONTOUR_OUTER = line("w-line w-line-1", "series-1", 1, "");
    /** The line in the middle of a chart of signals, its limits, and the way from point to point. */
    static final Ink CENTRE = line("w-centre", "ink", 1.5, "");

    static final Ink LIMIT = line("w-limit", "soft", 1.5, "5 4");
    static final Ink WAY = line("w-way", "axis", 1.5, "");
    /** A day that matters. */
    static final Ink DAY = line("w-day", "soft", 1.5, "2 4");
    /** Around a point somebody tells of. */
    static final Ink STORY = line("w-story", "link", 2, "");

    static final Ink ALARM_DOT = fill("w-alarm-dot", "alarm", "");

    private static final Ink KEY_NEAR = fill("w-near w-fill-1", "series-1", " fill-opacity=\".34\"");
    private static final String[] DASHES = {"", "7 4", "2 3", "10 4 2 4"};
    /** A stream of people as a ribbon. */
    static final Ink STREAM = fill("w-stream w-fill-1", "series-1", " fill-opacity=\".32\"");

    private static final Ink RETURNING = new Ink(
            " class=\"w-flow w-stroke-2\" fill=\"none\" stroke=\"%s\" stroke-opacity=\".5\" stroke-dasharray=\"5 4\""
                    .formatted(light("series-2")));
    private static final String[] SHADES = {".08", ".22", ".4", ".85", "1"};
    private static final Ink[] TILES = new Ink[SHADES.length];
    /** Around a tile. */
    static final Ink TILE_EDGE = line("w-axis", "axis", 1, "");

    /** Around a tile whose value is another's. */
    static final Ink TILE_LENT = line("w-axis", "axis", 1.5, "3 3");

    private static final Ink[] LINES = new Ink[Palette.SERIES];
    private static final Ink[] WIDE_BANDS = new Ink[Palette.SERIES];
    private static final Ink[] NEAR_BANDS = new Ink[Palette.SERIES];
    private static final Ink[] SOLIDS = new Ink[Palette.SERIES];
    private static final Ink[] HOLLOWS = new Ink[Palette.SERIES];
    private static final Ink[] INTERVALS = new Ink[Palette.SERIES];
    private static final Ink[] FLOWS = new Ink[Palette.SERIES];
    private static final Ink[] WHORLS_FAR = new Ink[Palette.SERIES];
    private static final Ink[] WHORLS_NEAR = new Ink[Palette.SERIES];
    private static final Ink[] WHORLS_OPEN = new Ink[Palette.SERIES];
    /** The circle a whorl of a spiral ends on. */
    static final Ink FLOOR = new Ink(" class=\"w-floor\" fill=\"%s\" fill-opacity=\".25\" stroke=\"%s\""
            .formatted(light("rule"), light("rule")));

    static {
        for (int i = 0; i < SHADES.length; i++) {
            TILES[i] = fill("w-fill-1", "series-1", " fill-opacity=\"" + SHADES[i] + "\"");
        }
        for (int i = 0; i < Palette.SERIES; i++) {
            String number = Integer.toString(i + 1);
            String name = "series-" + number;
            LINES[i] = line("w-line w-line-" + number, name, 2.5, DASHES[i]);
            WIDE_BANDS[i] = fill(
                    "w-band w-fill-" + number + " w-stroke-" + number,
                    name,
                    " fill-opacity=\".1\"" + " stroke=\"%s\" stroke-opacity=\".35\"".formatted(light(name)) + "");
            NEAR_BANDS[i] = fill("w-near w-fill-" + number, name, " fill-opacity=\".24\"");
            SOLIDS[i] = fill("w-fill-" + number, name, "");
            HOLLOWS[i] = new Ink(" class=\"w-hollow w-stroke-%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\""
                    .formatted(number, light("paper"), light(name)));
            INTERVALS[i] = line("w-stroke-" + number, name, 2.5, "");
            String whorl = "w-whorl w-stroke-" + number;
            WHORLS_FAR[i] = new Ink(line(whorl, name, 1.6, "").markup() + " stroke-opacity=\".55\"");
            WHORLS_NEAR[i] = line(whorl, name, 3.6, "");
            WHORLS_OPEN[i] = line(whorl, name, 3.6, "7 6");
            FLOWS[i] = new Ink(" class=\"w-flow w-stroke-%s\" fill=\"none\" stroke=\"%s\" stroke-opacity=\".32\""
                    .formatted(number, light(name)));
        }
    }

    /** A point of a chart of signals. */
    static Ink point(SpcChart.Sort sort) {
        String token = sort.token();
        return new Ink(" class=\"w-point w-is-%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1\""
                .formatted(token, light(token), light("ink")));
    }

    /** The ring of a badge. */
    static Ink badge(SpcChart.Sort sort) {
        String token = sort.token();
        return new Ink(" class=\"w-badge w-says-%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"3\""
                .formatted(token, light("raised"), light(token)));
    }

    /** A tile, from the lightest shade, 0, to the darkest; letters on shades from {@link Tiles#DARK} on are paper. */
    static Ink tile(int shade) {
        return TILES[shade];
    }

    /** The line of a series, with its own dash. */
    static Ink line(int series) {
        return LINES[series % Palette.SERIES];
    }

    /** A sample of a near band: what near and wide give together. */
    static Ink keyNear() {
        return KEY_NEAR;
    }

    /** A sample of a wide band. */
    static Ink keyWide() {
        return WIDE_BANDS[0];
    }

    /** The wide band of a series, light. */
    static Ink wideBand(int series) {
        return WIDE_BANDS[series % Palette.SERIES];
    }

    /** The near band of a series, darker. */
    static Ink nearBand(int series) {
        return NEAR_BANDS[series % Palette.SERIES];
    }

    /** A filled mark of a series. */
    static Ink solid(int series) {
        return SOLIDS[series % Palette.SERIES];
    }

    /** An outlined mark of a series. */
    static Ink hollow(int series) {
        return HOLLOWS[series % Palette.SERIES];
    }

    /** The interval around a dot. */
    static Ink interval(int series) {
        return INTERVALS[series % Palette.SERIES];
    }

    /** A whorl all round, lightly: its far side. */
    static Ink whorlFar(int series) {
        return WHORLS_FAR[series % Palette.SERIES];
    }

    /** The near side of a whorl; dashed while it goes on. */
    static Ink whorlNear(int series, boolean open) {
        return (open ? WHORLS_OPEN : WHORLS_NEAR)[series % Palette.SERIES];
    }

    /** People who come back: dashed. */
    static Ink returning() {
        return RETURNING;
    }

    /** A stream of people; its width is its number. */
    static Ink flow(int series) {
        return FLOWS[series % Palette.SERIES];
    }

    private static Ink line(String classes, String colour, double width, String dash) {
        String dashes = dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"";
        return new Ink(" class=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s"
                .formatted(classes, light(colour), width, dashes));
    }

    private static Ink fill(String classes, String colour, String more) {
        return new Ink(" class=\"%s\" fill=\"%s\"%s".formatted(classes, light(colour), more));
    }

    private static String light(String colour) {
        return Palette.LIGHT.colour(colour);
    }
}
