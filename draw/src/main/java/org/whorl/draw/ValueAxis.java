package org.whorl.draw;

import org.whorl.draw.Svg.Anchor;

/**
 * An axis of values that runs across, marked as often as its labels allow.
 *
 * @param canvas where it is drawn
 * @param words how its labels are written
 * @param unit what they count
 * @param ticks where it is marked
 * @param scale from values to places
 */
record ValueAxis(Canvas canvas, Words words, Unit unit, Ticks ticks, Scale scale) {

    private static final double AIR = 14;

    static ValueAxis fitting(
            Canvas canvas, Words words, Unit unit, double low, double high, double left, double right) {
        int about = (int) Math.max(1, (right - left) / 60);
        while (true) {
            Ticks ticks = Ticks.covering(low, high, about);
            ValueAxis axis = new ValueAxis(canvas, words, unit, ticks, Scale.of(ticks, left, right));
            if (about == 1 || axis.fits()) {
                return axis;
            }
            about--;
        }
    }

    /** Upright lines at every mark; the one at zero is stronger. */
    void grid(double top, double bottom) {
        for (int i = 0; i < ticks.count(); i++) {
            double x = scale.at(ticks.at(i));
            canvas.svg.line(x, top, x, bottom, ticks.first() + i == 0 ? Ink.AXIS : Ink.GRID);
        }
    }

    /** The labels, below a height; one that would touch the one before it is left out. */
    void labels(double top) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ticks.count(); i++) {
            double half = canvas.textWidth(label(i)) / 2;
            double x = place(i, half);
            if (x - half >= free) {
                canvas.svg.text(x, canvas.baseline(top + 4), Anchor.MIDDLE, Ink.SOFT, label(i));
                free = x + half + AIR / 2;
            }
        }
    }

    private boolean fits() {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ticks.count(); i++) {
            double half = canvas.textWidth(label(i)) / 2;
            double x = place(i, half);
            if (x - half < free) {
                return false;
            }
            free = x + half + AIR;
        }
        return true;
    }

    /** In the middle of its mark, or as near as the edge of the picture lets it. */
    private double place(int i, double half) {
        return Math.clamp(
                scale.at(ticks.at(i)),
                Math.min(half, canvas.width() / 2),
                Math.max(canvas.width() - half, canvas.width() / 2));
    }

    private String label(int i) {
        return words.tick(unit, ticks.at(i), ticks.step());
    }
}
