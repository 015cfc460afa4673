package org.whorl.engine.load;

import org.whorl.engine.model.Distribution;
import org.whorl.engine.random.Survival;

/** What counting within a window of time does to what is counted. */
public final class Window {

    private static final int STEPS = 20_000;

    private Window() {}

    /**
     * The mean of those stays that begin and end within a window of {@code days}, of people who come evenly: E[S (T - S)+] /
     * E[(T - S)+]. Long stays fit in less often, so this is below the mean of all stays; some tools report it as the mean.
     *
     * @param stay days
     * @param days the window, above 0
     */
    public static double meanOfWholeStays(Distribution stay, double days) {
        // By parts: E[S (T - S)+] is the integral of (T - 2s) S(s), E[(T - S)+] that of 1 - S(s), both from 0 to T.
        Survival survival = Survival.of(stay);
        double above = 0;
        double below = 0;
        double h = days / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double s = (i + 0.5) * h;
            double still = survival.at(s);
            above += (days - 2 * s) * still;
            below += 1 - still;
        }
        return below <= 0 ? Double.NaN : above / below;
    }
}
