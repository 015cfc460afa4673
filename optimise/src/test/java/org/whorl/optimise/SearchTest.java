package org.whorl.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The solver against every choice there is, and against buying the best value first. */
class SearchTest {

    /** A random problem: two partners, three draws, gains that grow by less and less. */
    private static Problem random(Random random, int services, boolean concave, boolean transfers) {
        List<Problem.Choice> choices = new ArrayList<>();
        for (int k = 0; k < services; k++) {
            int down = random.nextInt(3);
            int up = 1 + random.nextInt(3);
            double[] places = new double[down + up + 1];
            double[][] gain = new double[places.length][3];
            double[][] net = new double[places.length][2];
            double price = 1000 * (1 + random.nextInt(50));
            double saves = random.nextDouble() * 1.5;
            int owner = random.nextInt(2);
            double size = random.nextDouble();
            for (int level = 0; level < places.length; level++) {
                places[level] = level - down;
                for (int d = 0; d < 3; d++) {
                    double bend = concave ? 1 - Math.exp(-0.4 * places[level]) : random.nextGaussian();
                    gain[level][d] = places[level] == 0 ? 0 : size * (d + 1) * bend;
                }
                net[level][owner] = places[level] * price * (1 - saves * random.nextDouble());
                net[level][1 - owner] = -places[level] * price * saves * 0.5;
            }
            net[down] = new double[2];
            double[] money = new double[2];
            money[owner] = price;
            choices.add(new Problem.Choice("s" + k, owner, places, gain, net, money, random.nextInt(3)));
        }
        return new Problem(
                choices,
                new double[] {random.nextInt(100_000), random.nextInt(100_000)},
                new double[] {random.nextInt(30_000), random.nextInt(30_000)},
                new double[] {random.nextInt(6), Double.POSITIVE_INFINITY},
                transfers);
    }

    /** Every choice of levels that keeps the limits. */
    private static List<int[]> all(Problem problem) {
        List<int[]> all = new ArrayList<>();
        int[] levels = new int[problem.choices().size()];
        while (true) {
            if (problem.keeps(levels)) {
                all.add(levels.clone());
            }
            int k = 0;
            while (k < levels.length && ++levels[k] == problem.choices().get(k).places().length) {
                levels[k++] = 0;
            }
            if (k == levels.length) {
                return all;
            }
        }
    }

    @Property(seed = "20261122", tries = 200)
    void theBestIsTheBestOfAllThereAre(
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed, @ForAll boolean transfers) {
        Problem problem = random(new Random(seed), 1 + seed % 4, seed % 2 == 0, transfers);
        List<int[]> all = all(problem);
        double best = all.stream().mapToDouble(problem::mean).max().orElseThrow();
        int[] found = search(problem, new Aim.Mean(), Double.NEGATIVE_INFINITY, problem.today());
        assertThat(problem.keeps(found)).isTrue();
        assertThat(problem.mean(found)).isCloseTo(best, within(1e-6 * (1 + Math.abs(best))));
        assertThat(relaxed(problem)).isGreaterThanOrEqualTo(best - 1e-6);

        double cautious =
                all.stream().mapToDouble(l -> Tail.mean(problem.gains(l))).max().orElseThrow();
        int[] careful = search(problem, new Aim.Cautious(), Double.NEGATIVE_INFINITY, problem.today());
        assertThat(problem.keeps(careful)).isTrue();
        assertThat(Tail.mean(problem.gains(careful))).isCloseTo(cautious, within(1e-5 * (1 + Math.abs(cautious))));

        int[] most = search(problem, new Aim.Extreme(0, true), best - 0.5, found);
        assertThat(problem.choices().getFirst().places()[most[0]])
                .isEqualTo(all.stream()
                        .filter(l -> problem.mean(l) >= best - 0.5 - 1e-9)
                        .mapToDouble(l -> problem.choices().getFirst().places()[l[0]])
                        .max()
                        .orElseThrow());
    }

    private static int[] search(Problem problem, Aim aim, double least, int[] start) {
        Search.Found found = new Search(problem, aim, least, start).run();
        assertThat(found.proved()).isTrue();
        return found.levels();
    }

    private static double relaxed(Problem problem) {
        return Relaxation.of(problem, new Aim.Mean(), problem.everything(), Double.NEGATIVE_INFINITY)
                .orElseThrow()
                .value();
    }

    /** One budget and nothing else: buying the steepest step first is best, and the linear programme finds the same. */
    @Property(seed = "20261122", tries = 200)
    void forOneBudgetTheSteepestStepFirstIsBest(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Random random = new Random(seed);
        List<Problem.Choice> choices = new ArrayList<>();
        record Step(double pounds, double gain) {}
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < 1 + seed % 5; k++) {
            double price = 1000 * (1 + random.nextInt(20));
            double size = random.nextDouble();
            double[] places = {0, 1, 2, 3, 4};
            double[][] gain = new double[5][1];
            for (int level = 1; level < 5; level++) {
                gain[level][0] = size * (1 - Math.exp(-0.5 * level));
                steps.add(new Step(price, gain[level][0] - gain[level - 1][0]));
            }
            choices.add(new Problem.Choice("s" + k, 0, places, gain, new double[5][1], new double[] {price}, 0));
        }
        double budget = random.nextInt(120_000);
        double left = budget;
        double greedy = 0;
        steps.sort(Comparator.comparingDouble((Step s) -> s.gain() / s.pounds()).reversed());
        for (Step step : steps) {
            double part = Math.clamp(left / step.pounds(), 0, 1);
            greedy += part * step.gain();
            left -= part * step.pounds();
        }
        Problem problem = new Problem(
                choices, new double[] {budget}, new double[] {0}, new double[] {Double.POSITIVE_INFINITY}, false);
        assertThat(relaxed(problem)).isCloseTo(greedy, within(1e-7));
        double brute = all(problem).stream().mapToDouble(problem::mean).max().orElseThrow();
        assertThat(problem.mean(search(problem, new Aim.Mean(), Double.NEGATIVE_INFINITY, problem.today())))
                .isCloseTo(brute, within(1e-7));
        assertThat(brute).isLessThanOrEqualTo(greedy + 1e-9);
    }

    @Example
    void theWorstTenthOfTenIsOneAndOfFifteenOneAndAHalf() {
        assertThat(Tail.mean(new double[] {5, 1, 2, 3, 4, 6, 7, 8, 9, 10})).isEqualTo(1);
        double[] fifteen = new double[15];
        Arrays.setAll(fifteen, i -> i + 1.0);
        assertThat(Tail.mean(fifteen)).isCloseTo((1 + 0.5 * 2) / 1.5, within(1e-12));
    }
}
