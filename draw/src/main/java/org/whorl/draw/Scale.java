package org.whorl.draw;

import java.time.LocalDate;

/**
 * From values to places on the picture, in a straight line.
 *
 * @param low the value that lies at {@code from}
 * @param high the value that lies at {@code to}
 * @param from a coordinate
 * @param to a coordinate; smaller than {@code from} on an axis that points up
 */
record Scale(double low, double high, double from, double to) {

    static Scale of(Ticks ticks, double from, double to) {
        return new Scale(ticks.low(), ticks.high(), from, to);
    }

    /** The place of a day, where the values are days since 1970. */
    double at(LocalDate day) {
        return at((double) day.toEpochDay());
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }
}
