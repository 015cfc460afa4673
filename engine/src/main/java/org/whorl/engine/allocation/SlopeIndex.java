package org.whorl.engine.allocation;

/**
 * How a mean (years in good health, waits, effects) runs from the worst off to the best off: the straight line, by
 * weighted least squares, over ridits, the place of each group's middle among all people in order. For counts of events
 * the Poisson form in {@code engine.need} is the better one.
 *
 * @param worst what the line says of the worst off of all
 * @param best what it says of the best off of all
 */
public record SlopeIndex(double worst, double best) {

    /**
     * Fits the line.
     *
     * @param means by group, the worst off first
     * @param people how many there are in each, above 0
     */
    public static SlopeIndex of(double[] means, double[] people) {
        if (means.length < 2 || means.length != people.length) {
            throw new IllegalArgumentException("A slope needs two groups or more, and people for each");
        }
        double all = 0;
        for (double n : people) {
            all += n;
        }
        double below = 0;
        double meanX = 0;
        double meanY = 0;
        double[] ridits = new double[means.length];
        for (int g = 0; g < means.length; g++) {
            ridits[g] = (below + people[g] / 2) / all;
            below += people[g];
            meanX += people[g] / all * ridits[g];
            meanY += people[g] / all * means[g];
        }
        double xy = 0;
        double xx = 0;
        for (int g = 0; g < means.length; g++) {
            xy += people[g] * (ridits[g] - meanX) * (means[g] - meanY);
            xx += people[g] * (ridits[g] - meanX) * (ridits[g] - meanX);
        }
        double slope = xy / xx;
        return new SlopeIndex(meanY - slope * meanX, meanY + slope * (1 - meanX));
    }

    /** SII: the best off minus the worst off, in the unit of the means. */
    public double slope() {
        return best - worst;
    }

    /** RII: the worst off over the best off (Kunst and Mackenbach); 1 when all are alike. */
    public double ratio() {
        return worst / best;
    }
}
