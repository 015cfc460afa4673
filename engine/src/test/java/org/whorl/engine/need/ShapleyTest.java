package org.whorl.engine.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShapleyTest {

    /** Two factors of a product, by hand: 100 x 1.1 x 1.2 = 132; 10 or 12 first, and 20 or 22. */
    @Test
    void factorsShareWhatTheyMakeTogether() {
        double[] parts = Shapley.parts(2, set -> 100 * ((set & 1) != 0 ? 1.1 : 1) * ((set & 2) != 0 ? 1.2 : 1));
        assertThat(parts).containsExactly(new double[] {11, 21}, within(1e-12));
    }

    @Property(tries = 300, seed = "20261122")
    void partsAddUpAndAreTheMeanOverAllOrders(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int causes) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] figure = random.doubles(1 << causes, -1000, 1000).toArray();

        double[] parts = Shapley.parts(causes, set -> figure[set]);

        assertThat(Arrays.stream(parts).sum()).isCloseTo(figure[figure.length - 1] - figure[0], within(1e-8));
        double[] mean = new double[causes];
        int orders = everyOrder(figure, 0, causes, mean);
        for (int cause = 0; cause < causes; cause++) {
            assertThat(parts[cause]).isCloseTo(mean[cause] / orders, within(1e-8));
        }
    }

    /** Walks through every order in which the rest can change, adding what each cause does when its turn comes. */
    private static int everyOrder(double[] figure, int changed, int causes, double[] sums) {
        int orders = changed == (1 << causes) - 1 ? 1 : 0;
        for (int cause = 0; cause < causes; cause++) {
            int with = changed | (1 << cause);
            if (with != changed) {
                int after = everyOrder(figure, with, causes, sums);
                sums[cause] += after * (figure[with] - figure[changed]);
                orders += after;
            }
        }
        return orders;
    }

    @Test
    void refusesWhatItCannotWalkThrough() {
        assertThatThrownBy(() -> Shapley.parts(21, _ -> 0)).hasMessageContaining("from 1 to 20 causes, not 21");
    }
}
