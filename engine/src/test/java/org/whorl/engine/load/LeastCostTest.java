package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Load 40; a day of waiting in hospital costs 346 pounds (unit costs borrowed from Bristol, 2017/18). */
class LeastCostTest {

    @Test
    void goldenPlaces() {
        LeastCost at150 = new LeastCost(40, 1, 1, 150, 346);
        assertThat(at150.places()).isEqualTo(47);
        assertThat(at150.cost(47)).isCloseTo(7455.06, within(0.005));
        assertThat(at150.queue(47)).isCloseTo(1.171, within(5e-4));
        assertThat(new LeastCost(40, 1, 1, 125, 346).places()).isEqualTo(48);
        assertThat(new LeastCost(40, 1, 1, 164, 346).places()).isEqualTo(47);
    }

    @Test
    void noOtherNumberCostsLess() {
        for (double load : new double[] {0.4, 3, 39.9, 40, 812, 100_000}) {
            LeastCost choice = new LeastCost(load, 0.6, 1.2, 150, 346);
            double best = choice.places();
            assertThat(choice.cost(best)).isLessThanOrEqualTo(choice.cost(best + 1));
            assertThat(choice.cost(best)).isLessThanOrEqualTo(choice.cost(best - 1));
        }
    }

    @Test
    void nobodyNeedsNoPlaces() {
        assertThat(new LeastCost(0, 1, 1, 150, 346).places()).isZero();
    }

    @Test
    void tooFewPlacesCostWithoutEnd() {
        assertThat(new LeastCost(40, 1, 1, 150, 346).cost(40)).isInfinite();
    }
}
