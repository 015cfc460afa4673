package org.whorl.engine.voices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Polis tells of groups and of everybody: the lists, in its order. Every count has one added, as if seen before. */
public final class PolisLists {
    /** One side, nine times in ten. */
    private static final double SURE = 1.2816;

    private static final int FIRST_FEW = 5;
    private static final double META_PRIORITY = 7;

    private PolisLists() {}

    /**
     * Something that is told of a group.
     *
     * @param statement its place in the table
     * @param agree whether the group agrees or disagrees
     * @param successes how many of it do
     * @param trials how many of it saw the statement
     * @param p (successes + 1) / (trials + 2)
     * @param test how far beyond one half
     * @param ratio p, over the same of all other groups
     * @param ratioTest how far beyond theirs
     * @param best whether it stands first because it is what the group agrees with most; even so, others may agree more, and then
     *     it is told as disagreement, as Polis does
     */
    public record Representative(
            int statement,
            boolean agree,
            int successes,
            int trials,
            double p,
            double test,
            double ratio,
            double ratioTest,
            boolean best) {

        private double strength() {
            return ratio * ratioTest * p * test;
        }
    }

    /**
     * Something that is told of everybody.
     *
     * @param statement its place in the table
     * @param successes how many agree, or disagree
     * @param trials how many saw it
     * @param p (successes + 1) / (trials + 2)
     * @param test how far beyond one half
     */
    public record Stance(int statement, int successes, int trials, double p, double test) {}

    /** One statement, as one group and all others see it. */
    private record Sides(int statement, Tally tally, Representative agree, Representative disagree) {

        Representative turned() {
            return agree.ratioTest() > disagree.ratioTest() ? agree : disagree;
        }

        boolean sufficient() {
            return (agree.ratioTest() > SURE && agree.test() > SURE)
                    || (disagree.ratioTest() > SURE && disagree.test() > SURE);
        }
    }

    static List<Representative> representative(Tally[][] byGroup, int group, boolean[] out) {
        List<Sides> sufficient = new ArrayList<>();
        Sides best = null;
        Sides farthest = null;
        for (int j = 0; j < out.length; j++) {
            if (out[j]) {
                continue;
            }
            Sides sides = sides(byGroup, group, j);
            if (sides.sufficient()) {
                sufficient.add(sides);
            }
            if (beats(sides, best)) {
                best = sides;
            }
            if (farthest == null
                    || sides.turned().ratioTest() > farthest.turned().ratioTest()) {
                farthest = sides;
            }
        }
        if (sufficient.isEmpty()) {
            return best != null ? List.of(first(best)) : farthest != null ? List.of(farthest.turned()) : List.of();
        }
        return inOrder(sufficient, best);
    }

    private static List<Representative> inOrder(List<Sides> sufficient, @Nullable Sides best) {
        List<Representative> told = new ArrayList<>();
        if (best != null) {
            told.add(first(best));
        }
        sufficient.stream()
                .filter(sides -> best == null || sides.statement() != best.statement())
                .map(Sides::turned)
                .sorted(Comparator.comparingDouble(Representative::strength).reversed())
                .forEach(told::add);
        List<Representative> few = told.subList(0, Math.min(FIRST_FEW, told.size()));
        List<Representative> agreesFirst = new ArrayList<>();
        few.stream().filter(Representative::agree).forEach(agreesFirst::add);
        few.stream().filter(one -> !one.agree()).forEach(agreesFirst::add);
        return List.copyOf(agreesFirst);
    }

    /** Whether the group agrees with this more than with the best so far. */
    private static boolean beats(Sides sides, @Nullable Sides best) {
        if (sides.tally.agree() == 0 && sides.tally.disagree() == 0) {
            return false;
        }
        Representative one = sides.agree;
        if (best == null) {
            return one.test() > SURE || (one.ratio() > 1 && one.p() > 0.5);
        }
        return best.agree.ratio() > 1
                ? one.strength() > best.agree.strength()
                : one.p() * one.test() > best.agree.p() * best.agree.test();
    }

    private static Representative first(Sides best) {
        Representative it = best.turned();
        return new Representative(
                it.statement, it.agree, it.successes, it.trials, it.p, it.test, it.ratio, it.ratioTest, true);
    }

    private static Sides sides(Tally[][] byGroup, int group, int statement) {
        Tally mine = byGroup[group][statement];
        Tally others = new Tally(0, 0, 0);
        for (int g = 0; g < byGroup.length; g++) {
            if (g != group) {
                others = others.plus(byGroup[g][statement]);
            }
        }
        return new Sides(
                statement,
                mine,
                side(statement, true, mine.agree(), mine.seen(), others.agree(), others.seen()),
                side(statement, false, mine.disagree(), mine.seen(), others.disagree(), others.seen()));
    }

    private static Representative side(int statement, boolean agree, int n, int of, int otherN, int otherOf) {
        double p = share(n, of);
        return new Representative(
                statement,
                agree,
                n,
                of,
                p,
                beyondHalf(n, of),
                p / share(otherN, otherOf),
                beyond(n, of, otherN, otherOf),
                false);
    }

    static double share(int n, int of) {
        return (n + 1.0) / (of + 2.0);
    }

    static double beyondHalf(int n, int of) {
        return 2 * Math.sqrt(of + 1.0) * ((n + 1.0) / (of + 1.0) - 0.5);
    }

    static double beyond(int n, int of, int otherN, int otherOf) {
        double p = (n + 1.0) / (of + 1.0);
        double other = (otherN + 1.0) / (otherOf + 1.0);
        double both = (n + otherN + 2.0) / (of + otherOf + 2.0);
        return both == 1 ? 0 : (p - other) / Math.sqrt(both * (1 - both) * (1 / (of + 1.0) + 1 / (otherOf + 1.0)));
    }

    static List<Stance> consensus(Tally[] all, boolean[] out, boolean agree) {
        List<Stance> found = new ArrayList<>();
        for (int j = 0; j < all.length; j++) {
            int n = agree ? all[j].agree() : all[j].disagree();
            int of = all[j].seen();
            if (!out[j] && share(n, of) > 0.5 && beyondHalf(n, of) > SURE) {
                found.add(new Stance(j, n, of, share(n, of), beyondHalf(n, of)));
            }
        }
        found.sort(Comparator.comparingDouble((Stance s) -> s.p * s.test).reversed());
        return List.copyOf(found.subList(0, Math.min(FIRST_FEW, found.size())));
    }

    static double[] informed(Tally[][] byGroup, int statements) {
        double[] consensus = new double[statements];
        for (int j = 0; j < statements; j++) {
            consensus[j] = 1;
            for (Tally[] group : byGroup) {
                consensus[j] *= share(group[j].agree(), group[j].seen());
            }
        }
        return consensus;
    }

    static double[] priorities(Tally[][] byGroup, double[] extremity, boolean[] meta) {
        double[] priorities = new double[extremity.length];
        for (int j = 0; j < priorities.length; j++) {
            Tally sum = new Tally(0, 0, 0);
            for (Tally[] group : byGroup) {
                sum = sum.plus(group[j]);
            }
            double passed = (sum.pass() + 1.0) / (sum.seen() + 2.0);
            double importance = (1 - passed) * (extremity[j] + 1) * share(sum.agree(), sum.seen());
            double weight = meta[j] ? META_PRIORITY : importance * (1 + 8 * StrictMath.pow(2, -sum.seen() / 5.0));
            priorities[j] = weight * weight;
        }
        return priorities;
    }
}
