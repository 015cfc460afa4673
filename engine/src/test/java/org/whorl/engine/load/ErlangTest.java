package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class ErlangTest {

    @Test
    void goldenValues() {
        assertThat(Erlang.lost(46, 40)).isCloseTo(0.045090, within(5e-7));
        assertThat(Erlang.delayed(46, 40)).isCloseTo(0.265791, within(5e-7));
        assertThat(Erlang.delayed(44, 40)).isCloseTo(0.431700, within(5e-7));
    }

    /** The plain twin: B_0 = 1, B_k = a B_(k-1) / (k + a B_(k-1)). */
    private static double lostByRecurrence(int places, double load) {
        double b = 1;
        for (int k = 1; k <= places; k++) {
            b = load * b / (k + load * b);
        }
        return b;
    }

    @Test
    void agreesWithTheRecurrenceEverywhere() {
        for (int places : new int[] {1, 2, 5, 24, 25, 46, 120, 1_000, 30_000}) {
            for (double ratio : new double[] {0.01, 0.3, 0.8, 0.95, 0.999, 1, 1.001, 1.1, 2, 2.3, 50, 1e6}) {
                double load = ratio * places;
                double twin = lostByRecurrence(places, load);
                if (twin > 1e-290) {
                    assertThat(Erlang.lost(places, load))
                            .as("%s places, load %s", places, load)
                            .isCloseTo(twin, withinPercentage(1e-8));
                }
            }
        }
    }

    @Test
    void aMillionPlaces() {
        assertThat(Erlang.lost(1_000_000, 999_000))
                .isCloseTo(lostByRecurrence(1_000_000, 999_000), withinPercentage(1e-7));
        assertThat(Erlang.delayed(1_000_000, 500_000)).isZero();
    }

    @Test
    void theEnds() {
        assertThat(Erlang.lost(0, 3)).isOne();
        assertThat(Erlang.lost(0, 0)).isOne();
        assertThat(Erlang.lost(4, 0)).isZero();
        assertThat(Erlang.delayed(4, 4)).isOne();
        assertThat(Erlang.delayed(4, 9)).isOne();
        assertThat(Erlang.delayed(0, 0)).isOne();
        assertThat(Erlang.delayed(4, 0)).isZero();
        assertThatThrownBy(() -> Erlang.lost(-1, 3)).hasMessageContaining("places=-1.0");
        assertThatThrownBy(() -> Erlang.delayed(1, Double.NaN)).hasMessageContaining("load=NaN");
    }

    @Test
    void halfAPlaceLiesBetweenItsNeighbours() {
        assertThat(Erlang.lost(46.5, 40)).isBetween(Erlang.lost(47, 40), Erlang.lost(46, 40));
    }
}
