package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.apache.commons.statistics.distribution.TDistribution;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;

/** From replications to estimates with intervals. */
class EstimatesTest {

    @Test
    void studentsIntervalIsRightToFourDigits() {
        for (int degrees = 1; degrees <= 400; degrees++) {
            double exact = TDistribution.of(degrees).inverseCumulativeProbability(0.975);
            assertThat(Sample.student(degrees)).as("%d degrees", degrees).isCloseTo(exact, withinPercentage(0.01));
        }
    }

    @Test
    void aMeanHasStudentsInterval() {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sd 2.138, t7 = 2.3646, half width 1.7875.
        Estimate estimate = Sample.mean(new double[] {2, 4, 4, 4, 5, 5, 7, 9});
        assertThat(estimate.mean()).isCloseTo(5, within(1e-12));
        assertThat(estimate.halfWidth()).isCloseTo(1.7875, within(1e-4));
        assertThat(Sample.mean(new double[] {3}).low()).isNaN();
        assertThat(Sample.mean(new double[] {Double.NaN, 3, 5}).mean()).isEqualTo(4);
        assertThat(Sample.mean(new double[] {}).mean()).isNaN();
    }

    @Test
    void nineteenIntervalsInTwentyHoldTheTruth() {
        SplittableRandom random = new SplittableRandom(1);
        int means = 0;
        int medians = 0;
        int nineteens = 0;
        int shares = 0;
        for (int i = 0; i < 4000; i++) {
            double[] values = random.doubles(25).map(u -> -Math.log(u)).toArray();
            Estimate median = Sample.median(values);
            medians += median.low() <= Math.log(2) && Math.log(2) <= median.high() ? 1 : 0;
            double[] many = random.doubles(400).map(u -> -Math.log(u)).toArray();
            Estimate p95 = Sample.quantile(many, 0.95);
            nineteens += p95.low() <= -Math.log(0.05) && -Math.log(0.05) <= p95.high() ? 1 : 0;
            Estimate share = crises(random, 60);
            shares += share.low() <= 0.1 && 0.1 <= share.high() ? 1 : 0;
            double[] normal = new double[8];
            Arrays.setAll(normal, _ -> random.nextGaussian());
            Estimate mean = Sample.mean(normal);
            means += mean.low() <= 0 && 0 <= mean.high() ? 1 : 0;
        }
        assertThat(means / 4000.0).isCloseTo(0.95, within(0.012));
        // Order statistics cannot hit 95 exactly; never less.
        assertThat(medians / 4000.0).isBetween(0.945, 0.985);
        assertThat(nineteens / 4000.0).isBetween(0.945, 0.97);
        assertThat(shares / 4000.0).isBetween(0.93, 0.97);
    }

    /** Shares of days of crisis, 1 in 10 on average: nearly all of them in one replication in six, as in bad years. */
    private static Estimate crises(SplittableRandom random, int replications) {
        double[] shares = random.doubles(replications)
                .map(u -> u < 1 / 6.0 ? random.nextDouble(0.2, 1) : 0)
                .toArray();
        return Sample.share(Sample.mean(shares), replications);
    }

    @Test
    void aQuantileLiesBetweenRanks() {
        // Of 100 values at most 89 lie below the 95th percentile in 1.1 per cent, at most 90 in 2.8; all 100 in 0.6, 99
        // in 3.7.
        double[] ranks = new double[100];
        Arrays.setAll(ranks, i -> i + 1);
        Estimate p95 = Sample.quantile(ranks, 0.95);
        assertThat(p95.mean()).isCloseTo(95.05, within(1e-9));
        assertThat(p95.low()).isEqualTo(90);
        assertThat(p95.high()).isEqualTo(100);
        assertThat(Sample.quantile(Arrays.copyOf(ranks, 71), 0.95).high())
                .as("too few")
                .isNaN();
        assertThat(Sample.quantile(Arrays.copyOf(ranks, 72), 0.95).high()).isEqualTo(72);
        double[] most = new double[100_000];
        Arrays.setAll(most, i -> i + 1);
        // 95,000 +- 1.96 x 68.9.
        assertThat(Sample.quantile(most, 0.95).low()).isCloseTo(94_865, within(2.0));
        assertThat(Sample.quantile(most, 0.95).high()).isCloseTo(95_136, within(2.0));
    }

    @Test
    void whatNeverHappenedMayStillHappen() {
        Estimate never = Sample.share(Sample.mean(new double[100]), 100);
        assertThat(never.mean()).isZero();
        assertThat(never.low()).isZero();
        // t^2 / n / (1 + t^2 / n) with t = 1.984.
        assertThat(never.high()).isCloseTo(0.0379, within(1e-4));
        // Each a day's share on its own: Wilson's interval of 20 in 100, but with Student's 1.984.
        double[] days = new double[100];
        Arrays.fill(days, 0, 20, 1);
        Estimate fifth = Sample.share(Sample.mean(days), 100);
        assertThat(fifth.low()).isCloseTo(0.132, within(1e-3));
        assertThat(fifth.high()).isCloseTo(0.290, within(1e-3));
    }

    @Test
    void quantilesLieBetweenOrderStatistics() {
        SplittableRandom random = new SplittableRandom(2);
        for (int n : new int[] {1, 2, 3, 10, 101, 1000}) {
            double[] values = random.ints(n, 0, 50).asDoubleStream().toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (double q : new double[] {0, 0.05, 0.5, 0.95, 1}) {
                double at = q * (n - 1);
                double expected = sorted[(int) at]
                        + (at - Math.floor(at)) * (sorted[Math.min(n - 1, (int) at + 1)] - sorted[(int) at]);
                assertThat(Quantile.of(values.clone(), n, q)).isCloseTo(expected, within(1e-12));
            }
        }
        assertThat(Quantile.of(new double[] {}, 0, 0.95)).isNaN();
    }

    @Test
    void pooledWaitsAreKnownToOnePerCent() {
        SplittableRandom random = new SplittableRandom(3);
        for (double scale : new double[] {0.01, 1, 40, 9000, 60_000}) {
            double[] waits = random.doubles(20_001)
                    .map(u -> u < 0.3 ? 0 : -scale * Math.log(u))
                    .toArray();
            WaitHistogram one = new WaitHistogram();
            WaitHistogram two = new WaitHistogram();
            one.add(waits, 12_000);
            two.add(Arrays.copyOfRange(waits, 12_000, 20_001), 8_001);
            for (double q : new double[] {0.5, 0.95, 0.99}) {
                double pooled = WaitHistogram.quantile(new WaitHistogram[] {one, two}, q);
                assertThat(pooled)
                        .as("%s of scale %s", q, scale)
                        .isCloseTo(Quantile.of(waits.clone(), 20_001, q), withinPercentage(1));
            }
            assertThat(WaitHistogram.quantile(new WaitHistogram[] {one}, 0.1)).isZero();
        }
        assertThat(WaitHistogram.quantile(new WaitHistogram[] {new WaitHistogram()}, 0.5))
                .isNaN();
    }

    private static Cases queue() {
        Cases cases = Cases.model().days(50, 100).arrive("ward", 0.9);
        cases.service("ward").places(10).exponential(10);
        return cases;
    }

    private static Answer until(double halfWidth, int floor, int cap) {
        return Simulation.run(
                queue().build(),
                new Plan(List.of(), 1, new Plan.Stop.Precision(halfWidth, floor, cap), 2),
                Progress.SILENT);
    }

    @Test
    void replicationsGoOnUntilThePrecisionIsReached() {
        Answer answer = until(0.10, 30, 10_000);
        Estimate wait = answer.base().figures().get(Subject.service("ward"), Field.WAIT);
        assertThat(wait.halfWidth() / wait.mean()).isLessThanOrEqualTo(0.10);
        assertThat(answer.replications()).isBetween(100, 5000);
        assertThat(answer.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("precision");
            assertThat(note.message())
                    .contains("means and 95th percentiles to within 10.0 %", "Least certain: wait of services.ward");
        });
        assertThat(until(0.9, 30, 10_000).replications())
                .as("the floor and a quarter")
                .isEqualTo(38);
    }

    @Test
    void theCapIsSaidWhenItIsHit() {
        Answer answer = until(0.01, 30, 100);
        assertThat(answer.replications()).isEqualTo(100);
        assertThat(answer.notes())
                .singleElement()
                .satisfies(n -> assertThat(n.code()).isEqualTo("precision-not-reached"));
    }

    @Test
    void oneReplicationIsNeverPreciseEnough() {
        assertThat(until(0.5, 1, 400).replications()).isGreaterThan(2);
    }

    @Test
    void whoAsksToStopIsObeyed() {
        Progress stop = new Progress() {
            @Override
            public void at(int done, int expected) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Assertions.assertThatThrownBy(() -> Simulation.run(queue().build(), Plan.ofReplications(50), stop))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void eventsComeInOrderOfTimeAndThenAsTheyWerePlanned() {
        SplittableRandom random = new SplittableRandom(4);
        int days = 40;
        for (double perDay : new double[] {0.1, 5, 300, 20_000}) {
            EventList list = new EventList(days, perDay);
            java.util.PriorityQueue<double[]> plain = new java.util.PriorityQueue<>(
                    java.util.Comparator.<double[]>comparingDouble(e -> e[0]).thenComparingDouble(e -> e[1]));
            int planned = 0;
            double now = 0;
            for (int day = 0; day < days; day++) {
                list.turnTo(day);
                now = day;
                for (int i = 0; i < 60; i++) {
                    planned = plan(list, plain, now + length(random), planned, days);
                }
                while (list.advance()) {
                    double[] next = plain.remove();
                    now = list.now();
                    assertThat(now).isEqualTo(next[0]);
                    assertThat(list.who()).isEqualTo((int) next[1]);
                    assertThat(now).isBetween((double) day, day + 1.0);
                    if (random.nextDouble() < 0.5) {
                        planned = plan(list, plain, now + length(random), planned, days);
                    }
                }
                assertThat(plain.isEmpty() || plain.peek()[0] >= day + 1).isTrue();
            }
        }
    }

    /** Often nought, often whole, so that many things happen at one moment. */
    private static double length(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(5);
            case 2 -> random.nextInt(8) / 4.0;
            default -> 20 * random.nextDouble();
        };
    }

    private static int plan(
            EventList list, java.util.PriorityQueue<double[]> plain, double when, int planned, int days) {
        list.plan(when, EventList.STAY_OVER, planned, 0);
        if (when < days) {
            plain.add(new double[] {when, planned});
        }
        return planned + 1;
    }
}
