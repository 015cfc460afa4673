package org.whorl.draw;

import org.whorl.draw.Svg.Path;

/**
 * Lines in the colour of paper over a filled mark, so that series differ where colour does not: the style sheet shows
 * them on paper, for people who ask for more contrast, and where the browser chooses the colours.
 */
final class Hatching {

    private static final double STEP = 6;

    private Hatching() {}

    /** The first series is left plain; the second is hatched, the third striped across, the fourth upright. */
    static String over(double x, double y, double width, double height, int series) {
        Path path = new Path();
        switch (series % Palette.SERIES) {
            case 1 -> slanted(path, x, y, width, height);
            case 2 -> {
                for (double down = STEP / 2; down < height; down += STEP) {
                    path.move(x, y + down).line(x + width, y + down);
                }
            }
            case 3 -> {
                for (double along = STEP; along < width; along += STEP) {
                    path.move(x + along, y).line(x + along, y + height);
                }
            }
            default -> {}
        }
        if (path.isEmpty()) {
            return "";
        }
        return new Svg().tag("path").set("d", path).ink(Ink.HATCH).shut().toString();
    }

    private static void slanted(Path path, double x, double y, double width, double height) {
        for (double along = STEP / 2; along < width + height; along += STEP) {
            // From the lower left upwards, cut to the mark.
            double x1 = Math.max(0, along - height);
            double y1 = Math.min(height, along);
            double x2 = Math.min(width, along);
            double y2 = Math.max(0, along - width);
            path.move(x + x1, y + y1).line(x + x2, y + y2);
        }
    }
}
