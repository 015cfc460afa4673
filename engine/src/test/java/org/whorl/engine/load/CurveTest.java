package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CurveTest {

    @Test
    void isExactAtItsAnchorAndCloseElsewhere() {
        Curve curve = new Curve(44, 0.6, Relief.NONE, 40);
        assertThat(curve.queue(40, 1)).isCloseTo(Congestion.queue(44, 40, 0.6), within(1e-9));
        for (double load = 20; load < 44; load += 0.17) {
            assertThat(curve.queue(load, 1))
                    .as("load %s", load)
                    .isCloseTo(Congestion.queue(44, load, 0.6), within(0.005 + 0.01 * Congestion.queue(44, load, 0.6)));
            assertThat(curve.delayed(load, 1)).isCloseTo(Erlang.delayed(44, load), within(0.006));
        }
        assertThat(curve.queue(44, 1)).isInfinite();
    }

    @Test
    void readsBothWays() {
        for (double places : new double[] {1, 2.5, 44, 3_000}) {
            for (Relief relief : new Relief[] {
                Relief.NONE,
                new Relief(7, 0, 0),
                new Relief(30, 1 / 30.0, 0),
                new Relief(Double.POSITIVE_INFINITY, 0, 0.01)
            }) {
                Curve curve = new Curve(places, 0.7, relief, 0);
                for (double z : new double[] {1e-6, 0.3, 1, 1.7, 4}) {
                    for (double share = 0.02; share < 0.99; share += 0.01) {
                        double taken = share * places;
                        double waiting = curve.queue(taken, z);
                        assertThat(curve.taken(1.3, 1.3 * taken + waiting, z))
                                .as("%s places, %s, z %s, taken %s", places, relief, z, taken)
                                .isCloseTo(taken, within(1e-7 * places));
                    }
                }
            }
        }
    }

    @Test
    void withoutRoomItIsErlangsLossSystem() {
        Curve curve = new Curve(10, 1, new Relief(0, 0, 0), 9);
        double lost = Erlang.lost(10, 9);
        double taken = 9 * (1 - lost);
        assertThat(curve.lost(taken, 1)).isCloseTo(lost, within(1e-12));
        assertThat(curve.queue(taken, 1)).isZero();
        assertThat(curve.delayed(taken, 1)).isZero();
    }

    @Test
    void withSomeRoomItIsTheChainOfStatesItClaimsToBe() {
        chain(3, 2.8, 4, 0, 0);
        chain(3, 4.5, 4, 0, 0);
        chain(5, 4, 60, 0, 0.05);
        chain(5, 9, 400, 0, 0.05);
        chain(2, 3, 3, 1.0 / 3, 0);
        chain(40, 39, 300, 0, 0.02);
        chain(1, 3, 300, 0, 0.2);
    }

    /** Birth and death, state by state: the plain twin. */
    private static void chain(int places, double load, int room, double throttle, double impatience) {
        double[] p = new double[places + room + 1];
        p[0] = 1;
        double sum = 1;
        for (int k = 1; k < p.length; k++) {
            double birth = load * (k - 1 < places ? 1 : Math.max(0, 1 - (k - 1 - places) * throttle));
            double death = k <= places ? k : places * (1 + (k - places) * impatience);
            p[k] = p[k - 1] * birth / death;
            sum += p[k];
        }
        double busy = 0;
        double waiting = 0;
        double come = 0;
        double find = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
            busy += Math.min(k, places) * p[k];
            waiting += Math.max(0, k - places) * p[k];
            double stream = k < places ? 1 : Math.max(0, 1 - (k - places) * throttle);
            come += stream * p[k];
            find += k >= places && k < places + room ? stream * p[k] : 0;
        }
        double last = (throttle * room >= 1 ? 0 : 1 - room * throttle) * p[p.length - 1];
        Curve curve = new Curve(places, 1, new Relief(room, throttle, impatience), load);
        assertThat(curve.queue(busy, 1)).as("queue").isCloseTo(waiting, withinPercentage(1e-6));
        assertThat(curve.delayed(busy, 1)).as("delayed").isCloseTo(find / (come - last), within(1e-8));
        assertThat(curve.lost(busy, 1)).as("lost").isCloseTo(last / come, within(1e-8));
    }

    @Test
    void whatIsKnownForCertainWaitsOnlyWhenFull() {
        Curve curve = new Curve(44, 1, Relief.NONE, 0);
        assertThat(curve.taken(1, 40, 1e-9)).isCloseTo(40, within(0.01));
        assertThat(curve.taken(1, 60, 1e-9)).isCloseTo(44, within(0.01));
    }

    @Test
    void noPlacesTakeNobody() {
        assertThat(new Curve(0, 1, Relief.NONE, 0).taken(1, 5, 1)).isZero();
    }

    @Property(seed = "20260401")
    void moreInAllMeansMoreInPlaceAndMoreWaiting(
            @ForAll @IntRange(min = 1, max = 500) int places,
            @ForAll @DoubleRange(min = 0, max = 3) double cs2,
            @ForAll @DoubleRange(min = 0.2, max = 1) double kept,
            @ForAll @DoubleRange(min = 0.1, max = 5) double z) {
        Curve curve = new Curve(places, cs2, Relief.NONE, 0.9 * places);
        double before = 0;
        double waitedBefore = 0;
        for (double people = 0; people < 2 * places; people += places / 37.0) {
            double target = people / kept;
            double taken = curve.taken(1 / kept, target, z);
            double waiting = target - taken / kept;
            assertThat(taken).isBetween(before - 1e-9 * places, (double) places);
            assertThat(waiting).isGreaterThanOrEqualTo(waitedBefore - 1e-6 * places);
            before = taken;
            waitedBefore = waiting;
        }
    }
}
