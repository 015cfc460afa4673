package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.random.Streams;

/** What is known of people who never wait. */
class UnhinderedTest {

    private static Unhindered of(Model model) {
        return new Unhindered(new Wiring(model), new Schedule(model, Timeline.of(model)));
    }

    @Test
    void controlsAreOnAverageWhatIsExpected() {
        Cases cases = Cases.model().days(250, 90).arrive("ward", 2).arrive("team", 5);
        cases.service("ward").places(11).lognormal(5, 6).to("team", 0.5).to("home", 0.5);
        cases.service("team").places(8, 290, 12).exponential(2);
        Unhindered people = of(cases.build());
        double[] expected = people.expected();
        int n = 10_000;
        double[] sums = new double[expected.length];
        double[] squares = new double[expected.length];
        for (int r = 0; r < n; r++) {
            double[] row = people.of(Streams.child(42, r));
            for (int j = 0; j < row.length; j++) {
                sums[j] += row[j];
                squares[j] += row[j] * row[j];
            }
        }
        assertThat(expected).hasSize(2 * Unhindered.EACH);
        for (int j = 0; j < expected.length; j++) {
            double mean = sums[j] / n;
            double error = Math.sqrt((squares[j] / n - mean * mean) / n);
            assertThat(mean).as("control " + j).isCloseTo(expected[j], within(4 * error));
        }
        // Offered load: two a day for five days, once the first have left.
        assertThat(expected[0]).isCloseTo(10, within(1e-2));
    }

    @Test
    void onlyPeopleWhoComeStraightAndByChanceAloneAreFollowed() {
        Cases cases = Cases.model().days(0, 30).arrive("free", 2).arrive("one", 2);
        cases.service("free").unlimited().constant(3).to("next", 1);
        cases.service("next").places(5).constant(3);
        cases.service("one").places(5).constant(3);
        assertThat(of(cases.build()).followed).containsExactly(2);
    }

    @Test
    void thoseBeyondThePlacesAsThePlainSumHasThem() {
        for (double mean : new double[] {0.01, 3, 36, 40, 44.5, 250}) {
            for (int places : new int[] {0, 1, 30, 40, 260}) {
                double sum = 0;
                double p = Math.exp(-mean);
                for (int k = 0; k < 2000; k++) {
                    sum += Math.max(0, k - places) * p;
                    p *= mean / (k + 1);
                }
                assertThat(Unhindered.poissonBeyond(mean, places)).isCloseTo(sum, within(1e-9 * (1 + sum)));
            }
        }
        assertThat(Arrays.asList(Unhindered.poissonBeyond(0, 3))).containsExactly(0.0);
    }
}
