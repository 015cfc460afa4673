package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Corrections by controls whose expectations are known. */
class ControlsTest {
    private final Random random = new Random(11);

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void whatTheControlsExplainIsTakenAway() {
        double[][] rows = new double[4000][];
        double[] figures = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double a = 2 + random.nextGaussian();
            double b = random.nextDouble();
            rows[i] = new double[] {a, b, a + 3 * b, 7};
            figures[i] = 5 + 2 * (a - 2) - 4 * (b - 0.5) + 0.1 * random.nextGaussian();
        }
        double[] corrected = new Controls(new double[] {2, 0.5, 3.5, 7}).correct(figures, rows);
        assertThat(deviation(figures)).isGreaterThan(2);
        assertThat(deviation(corrected)).isCloseTo(0.1, within(0.005));
        assertThat(mean(corrected)).isCloseTo(5, within(0.006));
    }

    /** Where figure and control hang together otherwise than in a line, learning from oneself would be biased. */
    @Test
    void theMeanStaysWithoutBias() {
        double sum = 0;
        double squares = 0;
        int experiments = 4000;
        for (int e = 0; e < experiments; e++) {
            double[][] rows = new double[2 * Controls.ENOUGH][];
            double[] figures = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                double x = random.nextGaussian();
                rows[i] = new double[] {x, x * x};
                figures[i] = Math.exp(x);
            }
            double estimate = mean(new Controls(new double[] {0, 1}).correct(figures, rows));
            sum += estimate;
            squares += estimate * estimate;
        }
        double mean = sum / experiments;
        double error = Math.sqrt((squares / experiments - mean * mean) / experiments);
        assertThat(mean).isCloseTo(Math.exp(0.5), within(4 * error));
    }

    @Test
    void tooFewOrMissingFiguresStayAsTheyAre() {
        double[][] rows = new double[200][1];
        double[] few = new double[2 * Controls.ENOUGH - 1];
        double[] holed = new double[200];
        holed[3] = Double.NaN;
        Controls controls = new Controls(new double[] {0});
        assertThat(controls.correct(few, rows)).isSameAs(few);
        assertThat(controls.correct(holed, rows)).isSameAs(holed);
        assertThat(controls.correct(new double[200], rows)).containsOnly(0);
    }
}
