package org.whorl.engine.voices;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.random.Streams;
import org.whorl.engine.voices.Opinions.Verdict;

/**
 * Whether groups are more than chance, and whether they stay. Shuffled tables go through all that the real one goes through,
 * the search for groups and the number of groups among it; so do the statements on which the groups found differ. Each
 * piece of work has chance of its own, so that the answer does not hang on how many threads share it.
 *
 * @param verdict whether there are groups
 * @param camps the groups that were found, shown or not
 * @param p the chance of such groups
 * @param stability how alike they are when a fifth of the people is left out
 * @param differ for each statement the chance of such a difference between groups that were looked for in the same way
 */
record OpinionTest(Verdict verdict, Camps camps, double p, Estimate stability, double[] differ) {
    private static final double LEFT_OUT = 0.2;

    static OpinionTest of(Votes votes, int permutations, int resamples, long seed, Progress progress) {
        int people = votes.people().size();
        int statements = votes.statements().size();
        Seen seen = Seen.of(votes);
        OpinionSpace space = OpinionSpace.of(seen);
        Camps camps = people >= 2 * Opinions.SMALLEST_GROUP && statements >= 2
                ? Camps.of(space, Opinions.SMALLEST_GROUP)
                : new Camps(new int[0], 0, -1);
        double[] unknown = new double[statements];
        Arrays.fill(unknown, Double.NaN);
        if (camps.groups() == 0) {
            return new OpinionTest(Verdict.TOO_FEW, camps, Double.NaN, Opinions.unknown(), unknown);
        }
        if (permutations == 0) {
            return new OpinionTest(Verdict.NOT_ASKED, camps, Double.NaN, Opinions.unknown(), unknown);
        }
        int all = permutations + resamples;
        AtomicInteger done = new AtomicInteger();
        double[] alike = new double[resamples];
        each(resamples, all, done, progress, r -> alike[r] = alike(votes, seen, camps, seed, r));
        Arrays.sort(alike);
        Estimate stability = new Estimate(
                Arrays.stream(alike).average().orElse(Double.NaN),
                alike[(int) (0.05 * (resamples - 1))],
                alike[(int) Math.ceil(0.95 * (resamples - 1))],
                0.9,
                Kind.MONTE_CARLO);
        double[] differences = differences(seen, space, camps);
        double explained = explained(seen, camps);
        Shuffle shuffle = new Shuffle(votes.cells(), people, statements, Streams.child(seed, "shuffle"));
        boolean[] asGood = new boolean[permutations];
        AtomicInteger[] asFar = IntStream.range(0, statements)
                .mapToObj(_ -> new AtomicInteger())
                .toArray(AtomicInteger[]::new);
        each(permutations, all, done, progress, b -> {
            byte[] cells = new byte[people * statements];
            shuffle.table(b, cells);
            Seen shuffled = seen.with(packed(cells));
            OpinionSpace around = OpinionSpace.of(shuffled);
            Camps by = Camps.of(around, Opinions.SMALLEST_GROUP);
            asGood[b] = explained(shuffled, by) >= explained;
            double[] far = differences(shuffled, around, by);
            for (int j = 0; j < statements; j++) {
                if (far[j] >= differences[j]) {
                    asFar[j].incrementAndGet();
                }
            }
        });
        int good = 0;
        for (boolean one : asGood) {
            good += one ? 1 : 0;
        }
        double p = (1.0 + good) / (1.0 + permutations);
        double[] differ = Arrays.stream(asFar)
                .mapToDouble(count -> (1.0 + count.get()) / (1.0 + permutations))
                .toArray();
        Verdict verdict = p > Opinions.SURE
                ? Verdict.NOT_BEYOND_CHANCE
                : stability.mean() < Opinions.STABLE ? Verdict.NOT_STABLE : Verdict.CLEAR;
        return new OpinionTest(verdict, camps, p, stability, differ);
    }

    /** For each statement the chance of such a difference between roles, had everybody drawn their role from a hat. */
    static double[] ofRoles(Votes votes, int[] of, int groups, int permutations, long seed) {
        int statements = votes.statements().size();
        double[] chance = new double[statements];
        if (permutations == 0) {
            Arrays.fill(chance, Double.NaN);
            return chance;
        }
        Tally[][] real = Tally.of(votes, of, groups);
        double[] differences = new double[statements];
        for (int j = 0; j < statements; j++) {
            differences[j] = Ground.apart(real, j);
        }
        int[] drawn = of.clone();
        long word = Streams.child(seed, "roles");
        int[] asFar = new int[statements];
        for (int b = 0; b < permutations; b++) {
            for (int i = drawn.length - 1; i > 0; i--) {
                word = Streams.next(word);
                int other = (int) (Streams.uniform(word) * (i + 1));
                int role = drawn[i];
                drawn[i] = drawn[other];
                drawn[other] = role;
            }
            Tally[][] byHat = Tally.of(votes, drawn, groups);
            for (int j = 0; j < statements; j++) {
                asFar[j] += Ground.apart(byHat, j) >= differences[j] ? 1 : 0;
            }
        }
        for (int j = 0; j < statements; j++) {
            chance[j] = (1.0 + asFar[j]) / (1.0 + permutations);
        }
        return chance;
    }

    /** A piece of work, told by its number. */
    private interface Piece {
        void work(int number);
    }

    private static void each(int count, int all, AtomicInteger done, Progress progress, Piece piece) {
        IntStream.range(0, count).parallel().forEach(number -> {
            if (progress.cancelled()) {
                throw new CancellationException("stopped");
            }
            piece.work(number);
            progress.at(done.incrementAndGet(), all);
        });
    }

    /** The groups of four fifths of the people, beside those of all. Who is left out hangs on a person's name, not on their row. */
    private static double alike(Votes votes, Seen seen, Camps camps, long seed, int resample) {
        long key = Streams.child(Streams.child(seed, "resample"), resample);
        int people = seen.people;
        double[] word = new double[people];
        for (int i = 0; i < people; i++) {
            word[i] = Streams.uniform(Streams.child(key, votes.people().get(i)));
        }
        int[] left = IntStream.range(0, people)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> word[i]))
                .limit(Math.round(people * (1 - LEFT_OUT)))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        Camps again =
                Camps.of(OpinionSpace.of(seen.only(left)), (int) Math.ceil(Opinions.SMALLEST_GROUP * (1 - LEFT_OUT)));
        if (again.groups() == 0) {
            return 0;
        }
        int[] before = Arrays.stream(left).map(i -> camps.of()[i]).toArray();
        return AdjustedRand.of(before, again.of());
    }

    private static byte[] packed(byte[] cells) {
        byte[] packed = new byte[cells.length];
        int next = 0;
        for (byte cell : cells) {
            if (cell != Votes.UNSEEN) {
                packed[next++] = cell;
            }
        }
        return Arrays.copyOf(packed, next);
    }

    /**
     * How much of what sets votes apart lies between the groups, over what lies within them, for each group more than one: the
     * sums of squares of an analysis of variance, each statement by itself. 0 where no grouping is allowed.
     */
    static double explained(Seen seen, Camps camps) {
        int groups = camps.groups();
        if (groups == 0) {
            return 0;
        }
        double[] sums = new double[groups * seen.statements];
        int[] counts = new int[groups * seen.statements];
        double all = 0;
        for (int i = 0; i < seen.people; i++) {
            int from = camps.of()[i] * seen.statements;
            for (int v = seen.start[i]; v < seen.start[i + 1]; v++) {
                sums[from + seen.column[v]] += seen.value[v];
                counts[from + seen.column[v]]++;
                all += seen.value[v] * seen.value[v];
            }
        }
        double between = 0;
        for (int cell = 0; cell < sums.length; cell++) {
            between += counts[cell] == 0 ? 0 : sums[cell] * sums[cell] / counts[cell];
        }
        return all > between ? between / (groups - 1) / (all - between) : Double.POSITIVE_INFINITY;
    }

    /**
     * How far the groups differ on each statement, each person going for that one statement with the group they would stand
     * nearest to had they not voted on it. Otherwise groups would differ on what they were made from.
     */
    private static double[] differences(Seen seen, OpinionSpace space, Camps camps) {
        int groups = camps.groups();
        double[] cx = new double[groups];
        double[] cy = new double[groups];
        int[] size = new int[groups];
        for (int i = 0; i < seen.people && groups > 0; i++) {
            cx[camps.of()[i]] += space.x()[i];
            cy[camps.of()[i]] += space.y()[i];
            size[camps.of()[i]]++;
        }
        int[] sums = new int[groups * seen.statements * 3];
        double[] place = new double[2];
        for (int i = 0; i < seen.people && groups > 0; i++) {
            for (int v = seen.start[i]; v < seen.start[i + 1]; v++) {
                space.without(i, seen.column[v], seen.value[v], place);
                int near = 0;
                double least = Double.POSITIVE_INFINITY;
                for (int g = 0; g < groups; g++) {
                    double dx = place[0] - cx[g] / size[g];
                    double dy = place[1] - cy[g] / size[g];
                    if (dx * dx + dy * dy < least) {
                        least = dx * dx + dy * dy;
                        near = g;
                    }
                }
                sums[(near * seen.statements + seen.column[v]) * 3 + seen.said[v] + 1]++;
            }
        }
        Tally[][] byGroup = new Tally[groups][seen.statements];
        for (int g = 0; g < groups; g++) {
            for (int j = 0; j < seen.statements; j++) {
                int at = (g * seen.statements + j) * 3;
                byGroup[g][j] = new Tally(sums[at + 2], sums[at], sums[at + 1]);
            }
        }
        double[] differences = new double[seen.statements];
        for (int j = 0; j < seen.statements; j++) {
            differences[j] = Ground.apart(byGroup, j);
        }
        return differences;
    }
}
