package org.whorl.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The worst tenth by bounds found as they are needed, beside every choice there is. */
class CutsTest {

    /** Each service's levels gain or lose by chance alone, draw by draw, so that the worst tenth is another everywhere. */
    private static Problem random(int seed) {
        Random random = new Random(seed);
        int draws = 15 + random.nextInt(40);
        Problem.Choice[] choices = new Problem.Choice[4];
        for (int k = 0; k < choices.length; k++) {
            double[] places = {-1, 0, 1, 2};
            double[][] gain = new double[4][draws];
            for (int level = 0; level < 4; level++) {
                for (int d = 0; d < draws; d++) {
                    gain[level][d] = places[level] * (0.6 + random.nextGaussian());
                }
            }
            choices[k] = new Problem.Choice(
                    "s" + k, 0, places, gain, new double[4][1], new double[] {1000 * (1 + random.nextInt(9))}, 0);
        }
        return new Problem(
                Arrays.asList(choices),
                new double[] {random.nextInt(30_000)},
                new double[] {0},
                new double[] {Double.POSITIVE_INFINITY},
                false);
    }

    @Property(seed = "20261122", tries = 60)
    void theMostCautiousChoiceIsTheBestOfAll(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Problem problem = random(seed);
        double best = Double.NEGATIVE_INFINITY;
        int[] levels = new int[4];
        for (int i = 0; i < 256; i++) {
            for (int k = 0; k < 4; k++) {
                levels[k] = (i >> (2 * k)) & 3;
            }
            if (problem.keeps(levels)) {
                best = Math.max(best, Tail.mean(problem.gains(levels)));
            }
        }
        Search.Found found = new Search(problem, new Aim.Cautious(), Double.NEGATIVE_INFINITY, problem.today()).run();
        assertThat(found.proved()).isTrue();
        assertThat(problem.keeps(found.levels())).isTrue();
        assertThat(Tail.mean(problem.gains(found.levels()))).isCloseTo(best, within(1e-6 * (1 + Math.abs(best))));
    }

    @Example
    void weightsAreThoseOfTheMeanOfTheWorstTenth() {
        Random random = new Random(7);
        for (int size : new int[] {3, 10, 15, 27, 200}) {
            double[] values = random.doubles(size).toArray();
            double[] weights = Tail.weights(values);
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += weights[i] * values[i];
            }
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
            assertThat(sum).isCloseTo(Tail.mean(values), within(1e-12));
        }
    }
}
