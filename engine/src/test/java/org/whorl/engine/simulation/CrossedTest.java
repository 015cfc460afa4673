package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.whorl.engine.answer.Sources;
import org.whorl.engine.simulation.Crossed.Components;

/** Variance taken apart: by hand, beside a plain twin, without bias, and with intervals of shares that hold. */
class CrossedTest {

    /** Draws with deviation {@code numbers}, people with {@code people}, the rest with {@code rest}; all normal. */
    private static double[][] table(
            SplittableRandom random, int draws, int replications, double numbers, double people, double rest) {
        double[] byPeople = new double[replications];
        for (int r = 0; r < replications; r++) {
            byPeople[r] = people * random.nextGaussian();
        }
        double[][] table = new double[draws][replications];
        for (double[] row : table) {
            double byNumbers = numbers * random.nextGaussian();
            for (int r = 0; r < replications; r++) {
                row[r] = 100 + byNumbers + byPeople[r] + rest * random.nextGaussian();
            }
        }
        return table;
    }

    @Test
    void twoByThreeByHand() {
        // Means of draws 3 and 5, of replications 2, 4, 6; all 4. Squares: 3 x 2 = 6 between draws, 2 x 8 = 16 between
        // people,
        // 26 in all, so 4 are left, on 2 degrees of freedom.
        Components found = new Crossed(new double[][] {{1, 2, 6}, {3, 6, 6}}).whole();
        assertThat(found.mean()).isEqualTo(4);
        assertThat(found.rest()).isCloseTo(2, within(1e-12));
        assertThat(found.numbers()).isCloseTo((6 - 2) / 3.0, within(1e-12));
        assertThat(found.people()).isCloseTo((8 - 2) / 2.0, within(1e-12));
        assertThat(found.chance()).isCloseTo((3.0 + 2) / 3, within(1e-12));
    }

    @Test
    void leavingOneOutIsAsNeverHavingHadIt() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] table = table(random, 7, 5, 2, 1, 3);
        Crossed crossed = new Crossed(table);
        for (int d = 0; d < 7; d++) {
            double[][] left = new double[6][];
            System.arraycopy(table, 0, left, 0, d);
            System.arraycopy(table, d + 1, left, d, 6 - d);
            same(crossed.withoutDraw(d), new Crossed(left).whole());
        }
        for (int r = 0; r < 5; r++) {
            int gone = r;
            int[] others = java.util.stream.IntStream.range(0, 5)
                    .filter(i -> i != gone)
                    .toArray();
            same(crossed.withoutReplication(r), new Crossed(Crossed.keeping(table, others)).whole());
        }
    }

    private static void same(Components one, Components other) {
        assertThat(one.draws()).isEqualTo(other.draws());
        assertThat(one.replications()).isEqualTo(other.replications());
        assertThat(one.mean()).isCloseTo(other.mean(), within(1e-9));
        assertThat(one.numbers()).isCloseTo(other.numbers(), within(1e-9));
        assertThat(one.people()).isCloseTo(other.people(), within(1e-9));
        assertThat(one.rest()).isCloseTo(other.rest(), within(1e-9));
    }

    @Test
    void componentsHaveNoBias() {
        SplittableRandom random = new SplittableRandom(4);
        double numbers = 0;
        double people = 0;
        double rest = 0;
        int tables = 4000;
        for (int i = 0; i < tables; i++) {
            Components found = new Crossed(table(random, 10, 4, 1, 2, 3)).whole();
            numbers += found.numbers() / tables;
            people += found.people() / tables;
            rest += found.rest() / tables;
        }
        assertThat(numbers).isCloseTo(1, within(0.08));
        assertThat(people).isCloseTo(4, within(0.2));
        assertThat(rest).isCloseTo(9, within(0.1));
    }

    @Test
    void nineteenIntervalsOfSharesInTwentyHoldTheTruth() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] cases = {{1, 1, 1, 50, 20}, {0.3, 2, 0.5, 40, 20}, {2, 0.2, 4, 50, 10}, {0.5, 0, 2, 100, 10}};
        for (double[] c : cases) {
            double chance = (c[1] * c[1] + c[2] * c[2]) / c[4];
            double truth = c[0] * c[0] / (c[0] * c[0] + chance);
            int holds = 0;
            int tables = 2000;
            for (int i = 0; i < tables; i++) {
                List<Sources.Part> parts =
                        Shares.parts(new Crossed(table(random, (int) c[3], (int) c[4], c[0], c[1], c[2])));
                var share = parts.get(1).share();
                holds += share.low() <= truth && truth <= share.high() ? 1 : 0;
                assertThat(parts.get(0).share().mean() + share.mean()).isCloseTo(1, within(1e-12));
            }
            assertThat(holds / (double) tables).as("%s", truth).isBetween(0.93, 0.97);
        }
    }

    @Test
    void whereNumbersMakeNoDifferenceTheirPartIsNothingNotLess() {
        double[][] table = {{1, 5, 3}, {5, 3, 1}, {3, 1, 5}};
        List<Sources.Part> parts = Shares.parts(new Crossed(table));
        assertThat(parts.get(1).variance()).isZero();
        assertThat(parts.get(1).share().mean()).isZero();
        assertThat(parts.get(0).share().mean()).isEqualTo(1);
        assertThat(parts.get(1).interval().low())
                .isEqualTo(parts.get(1).interval().high());
    }
}
