package org.whorl.engine.evidence;

import org.whorl.engine.random.Normal;

/**
 * How often a control chart whose limits are known would show a lasting change: a point beyond three standard deviations, or
 * so many running on the same side of the middle. Exact for points that are normal and independent; each point moves a small
 * chain on.
 *
 * @param run how many running on one side are a signal
 */
public record Shift(int run) {

    /** Seven running, as in Making Data Count. */
    public static final Shift USUAL = new Shift(7);

    private static final double LIMIT = 3;

    public Shift {
        if (run < 2) {
            throw new IllegalArgumentException("One point is no run");
        }
    }

    /**
     * The chance that the chart has shown something after so many points.
     *
     * @param size how far the level moved, in standard deviations of a point; 0 gives how often it shows what is not there
     * @param points how many points since
     */
    public double shown(double size, int points) {
        double above = Normal.beyond(-size) - Normal.beyond(LIMIT - size);
        double below = Normal.cumulative(-size) - Normal.cumulative(-LIMIT - size);
        // state[k] for k points running above, state[run + k] for k running below; 0 before the first
        double[] state = new double[2 * run];
        state[0] = 1;
        for (int p = 0; p < points; p++) {
            double[] next = new double[2 * run];
            for (int k = 0; k < run; k++) {
                double up = state[k];
                double down = k == 0 ? 0 : state[run + k];
                if (k + 1 < run) {
                    next[k + 1] += up * above;
                    next[run + k + 1] += down * below;
                }
                next[run + 1] += up * below;
                next[1] += down * above;
            }
            state = next;
        }
        double quiet = 0;
        for (double one : state) {
            quiet += one;
        }
        return 1 - quiet;
    }
}
