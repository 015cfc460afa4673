package org.whorl.engine.need;

import java.util.Arrays;

/**
 * How a rate rises from the least to the most deprived.
 *
 * @param ratio of the rates of the two ends
 * @param low 2.5 per cent lie below
 * @param high 2.5 per cent lie above
 * @param fit the regression behind it, whose second coefficient is the logarithm of the ratio
 */
public record Gradient(double ratio, double low, double high, PoissonFit fit) {

    private static final double TWO_SIDED_95 = 1.959963984540054;

    /**
     * The log-linear gradient over groups spread evenly from 0 (least) to 1 (most deprived): a ratio of the outer groups.
     *
     * @param events of each group, least deprived first
     * @param people in each group
     */
    public static Gradient linear(double[] events, double[] people) {
        double[] x = new double[events.length];
        Arrays.setAll(x, i -> (double) i / (events.length - 1));
        return over(x, events, people);
    }

    /**
     * The relative index of inequality: the same over ridits, the place of a group's middle among all people, so that groups of
     * different sizes may be compared; a ratio of the most deprived person to the least (Mackenbach and Kunst, 1997). The
     * interval is that of Poisson chance; multiply the logarithms' width by the root of {@link PoissonFit#phi} where that is
     * above 1.
     *
     * @param events of each group, least deprived first
     * @param people in each group
     */
    public static Gradient index(double[] events, double[] people) {
        double all = Arrays.stream(people).sum();
        double[] ridits = new double[people.length];
        double below = 0;
        for (int i = 0; i < people.length; i++) {
            ridits[i] = (below + people[i] / 2) / all;
            below += people[i];
        }
        return over(ridits, events, people);
    }

    private static Gradient over(double[] x, double[] events, double[] people) {
        double[][] design = Arrays.stream(x).mapToObj(v -> new double[] {1, v}).toArray(double[][]::new);
        PoissonFit fit = PoissonFit.of(events, people, design);
        double slope = fit.coefficients()[1];
        double width = TWO_SIDED_95 * fit.se(1);
        return new Gradient(Math.exp(slope), Math.exp(slope - width), Math.exp(slope + width), fit);
    }
}
