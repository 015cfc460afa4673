package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.whorl.engine.model.Distribution;

/** What a window does to the stays counted in it. */
class WindowTest {

    @Test
    void exponentialStaysOfAStrokeWardOverAYear() {
        // PathSimR showed 22.33 for a true 24; the closed form gives 22.31.
        assertThat(Window.meanOfWholeStays(new Distribution.Exponential(24), 365))
                .isCloseTo(22.31, within(0.005));
    }

    @Test
    void agreesWithStaysThatAreCounted() {
        Distribution.Lognormal stay = new Distribution.Lognormal(20, 15);
        Random random = new Random(7);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < 400_000; i++) {
            double begins = 100 * random.nextDouble();
            double days = Math.exp(stay.mu() + stay.sigma() * random.nextGaussian());
            if (begins + days <= 100) {
                sum += days;
                count++;
            }
        }
        assertThat(Window.meanOfWholeStays(stay, 100)).isCloseTo(sum / count, within(0.06));
    }

    @Test
    void aWindowMuchLongerThanAnyStayLosesNothing() {
        assertThat(Window.meanOfWholeStays(new Distribution.Uniform(2, 4), 2_000))
                .isCloseTo(3, within(1e-3));
    }
}
