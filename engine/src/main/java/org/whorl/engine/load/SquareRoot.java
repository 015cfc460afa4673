package org.whorl.engine.load;

import org.whorl.engine.random.Normal;

/**
 * Square-root staffing: places = load + beta sqrt(z load). The margin above the load grows with its root only, which is
 * why large services can run fuller than small ones. Halfin and Whitt's formula ties beta to the share who wait; z, the
 * peakedness, is variance / mean of the number who would be there without a limit (1 when people come one by one).
 */
final class SquareRoot {

    private SquareRoot() {}

    /** The share who wait: 1 / (1 + beta Phi(beta) / phi(beta)); 1 where there is no margin. */
    public static double delayed(double beta) {
        return beta <= 0 ? 1 : 1 / (1 + beta / Normal.hazard(-beta));
    }

    /**
     * The margin at which a share {@code target} waits.
     *
     * @param target above 0, below 1
     */
    public static double beta(double target) {
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("The share who may wait lies between 0 and 1, not " + target);
        }
        double low = 0;
        double high = 40;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (delayed(middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Whole places so that no more than {@code target} wait. */
    public static double places(double load, double peakedness, double target) {
        return load <= 0 ? 0 : Math.ceil(load + beta(target) * Math.sqrt(peakedness * load) - 1e-9);
    }
}
