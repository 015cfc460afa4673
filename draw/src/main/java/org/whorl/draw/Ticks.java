package org.whorl.draw;

/**
 * Round marks on an axis, a step of 1, 2 or 5 times a power of ten apart, that reach from below the lowest value to
 * above the highest.
 *
 * @param first which multiple of the step comes first
 * @param step the distance from mark to mark
 * @param count how many marks there are, at least two
 */
record Ticks(long first, double step, int count) {

    /** About this many marks around all values from low to high. */
    static Ticks covering(double low, double high, int about) {
        double from = low;
        double to = high;
        double size = Math.max(Math.abs(low), Math.abs(high));
        // Equal, or so near each other that no reader means the difference: the last digits of a long sum are not
        // movement.
        if (to - from <= Math.max(size * 1e-6, 1e-12)) {
            boolean nothing = size < 1e-9;
            from = nothing ? 0 : low - size * 0.1;
            to = nothing ? 1 : high + size * 0.1;
        }
        double step = niceStep((to - from) / Math.max(1, about));
        long first = (long) Math.floor(from / step + 1e-9);
        long last = (long) Math.ceil(to / step - 1e-9);
        return new Ticks(first, step, (int) (last - first) + 1);
    }

    double at(int index) {
        return (first + index) * step;
    }

    double low() {
        return at(0);
    }

    double high() {
        return at(count - 1);
    }

    /** The least of 1, 2, 5 or 10 times a power of ten that is no smaller. */
    static double niceStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double lead = atLeast / power;
        if (lead <= 1 + 1e-9) {
            return power;
        }
        if (lead <= 2 + 1e-9) {
            return 2 * power;
        }
        return (lead <= 5 + 1e-9 ? 5 : 10) * power;
    }
}
