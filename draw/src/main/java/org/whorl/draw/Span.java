package org.whorl.draw;

/** The lowest and the highest of the values that can be drawn. */
final class Span {

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    void add(double value) {
        if (Reading.drawable(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    void add(Reading reading) {
        if (reading.known()) {
            add(reading.value());
            if (reading.hasInterval()) {
                add(reading.low());
                add(reading.high());
            }
        }
    }

    /** Takes in zero, unless the whole story lies far above it. */
    void addZeroIfNear() {
        if (low > 0 && low < 0.6 * high) {
            low = 0;
        }
    }

    boolean isEmpty() {
        return low > high;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }
}
