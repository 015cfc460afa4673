package org.whorl.engine.voices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.whorl.engine.answer.Estimate;

/**
 * One statement, seen by groups of people: where they agree and where they differ.
 *
 * @param statement its place in the table
 * @param all how everybody voted
 * @param groups how each group voted
 * @param leastAgree the share who agree in the least favourable group, with its interval; NaN where a group cast too few votes
 * @param leastDisagree the same for those who disagree
 * @param geometric the groups' agreement as a geometric mean, [(A + 1/2)/(S + 1) (1 - (D + 1/2)/(S + 1))]^(1/G)
 * @param agreeAdjusted at which share of false findings more than half of every group agree; NaN where nobody can tell
 * @param disagreeAdjusted the same for disagreeing
 * @param differAdjusted at which share of false findings the groups differ; NaN where it was not asked
 */
public record Ground(
        int statement,
        Tally all,
        List<Tally> groups,
        Estimate leastAgree,
        Estimate leastDisagree,
        double geometric,
        double agreeAdjusted,
        double disagreeAdjusted,
        double differAdjusted) {

    /** Of what is called a finding, at most this share is chance. */
    public static final double FALSE_FINDINGS = 0.05;

    /** With fewer votes than this a group is not counted on a statement. */
    public static final int FEWEST_VOTES = 10;

    /** The interval of the least favourable group: its lower end is what nine in ten such groups would reach or 95 in 100 pass. */
    public static final double LEAST_LEVEL = 0.9;

    /** What is to be made of it. */
    public enum Finding {
        /** More than half of every group agree. */
        AGREE("agree"),
        /** More than half of every group disagree. */
        DISAGREE("disagree"),
        /** The groups differ by more than chance. */
        DIFFER("differ"),
        /** Neither is clear. */
        OPEN("open"),
        /** A group cast too few votes. */
        TOO_FEW("too-few");

        private final String word;

        Finding(String word) {
            this.word = word;
        }

        /** The word used in JSON. */
        public String word() {
            return word;
        }
    }

    /** Common ground is told before difference: groups may agree, and some of them more than others. */
    public Finding finding() {
        if (agreeAdjusted <= FALSE_FINDINGS) {
            return Finding.AGREE;
        }
        if (disagreeAdjusted <= FALSE_FINDINGS) {
            return Finding.DISAGREE;
        }
        if (Double.isNaN(agreeAdjusted)) {
            return Finding.TOO_FEW;
        }
        return differAdjusted <= FALSE_FINDINGS ? Finding.DIFFER : Finding.OPEN;
    }

    /** Whether, besides, the groups differ by more than chance. */
    public boolean differs() {
        return differAdjusted <= FALSE_FINDINGS;
    }

    /**
     * Every statement.
     *
     * @param of the group of each person, from 0; below 0 for nobody's
     * @param out statements that are not looked at
     * @param differ for each statement the chance of such a difference if there were none; NaN where it is not asked
     */
    static List<Ground> of(Votes votes, int[] of, int groups, boolean[] out, double[] differ) {
        int statements = votes.statements().size();
        Tally[] all = Tally.ofAll(votes);
        Tally[][] byGroup = Tally.of(votes, of, groups);
        double[] agree = new double[statements];
        double[] disagree = new double[statements];
        double[] differs = new double[statements];
        for (int j = 0; j < statements; j++) {
            int at = j;
            boolean enough = !out[j] && Arrays.stream(byGroup).allMatch(group -> group[at].seen() >= FEWEST_VOTES);
            agree[j] = enough ? mostOfEach(byGroup, j, true) : Double.NaN;
            disagree[j] = enough ? mostOfEach(byGroup, j, false) : Double.NaN;
            differs[j] = enough ? differ[j] : Double.NaN;
        }
        double[] both = FalseDiscovery.adjusted(IntStream.range(0, 2 * statements)
                .mapToDouble(i -> i < statements ? agree[i] : disagree[i - statements])
                .toArray());
        double[] apart = FalseDiscovery.adjusted(differs);
        List<Ground> ground = new ArrayList<>();
        for (int j = 0; j < statements; j++) {
            int at = j;
            if (!out[j]) {
                List<Tally> tallies =
                        Arrays.stream(byGroup).map(group -> group[at]).toList();
                ground.add(new Ground(
                        j,
                        all[j],
                        tallies,
                        least(tallies, true),
                        least(tallies, false),
                        geometric(tallies),
                        both[j],
                        both[statements + j],
                        apart[j]));
            }
        }
        return List.copyOf(ground);
    }

    /** The chance of so many in every group, were half of its least favourable one for it: the largest of the groups'. */
    private static double mostOfEach(Tally[][] byGroup, int statement, boolean agree) {
        double chance = 0;
        for (Tally[] group : byGroup) {
            Tally tally = group[statement];
            chance = Math.max(chance, Share.halfOrMore(agree ? tally.agree() : tally.disagree(), tally.seen()));
        }
        return chance;
    }

    private static Estimate least(List<Tally> groups, boolean agree) {
        if (groups.stream().anyMatch(tally -> tally.seen() < FEWEST_VOTES)) {
            return Share.of(0, 0, LEAST_LEVEL);
        }
        return groups.stream()
                .map(tally -> Share.of(agree ? tally.agree() : tally.disagree(), tally.seen(), LEAST_LEVEL))
                .min(Comparator.comparingDouble(Estimate::low))
                .orElseGet(() -> Share.of(0, 0, LEAST_LEVEL));
    }

    private static double geometric(List<Tally> groups) {
        double log = 0;
        for (Tally tally : groups) {
            double s = tally.seen() + 1.0;
            log += StrictMath.log((tally.agree() + 0.5) / s * (1 - (tally.disagree() + 0.5) / s));
        }
        return groups.isEmpty() ? Double.NaN : StrictMath.exp(log / groups.size());
    }

    /** How far the groups differ on a statement: the largest z of one group's share against all others', for or against. */
    static double apart(Tally[][] byGroup, int statement) {
        Tally all = new Tally(0, 0, 0);
        for (Tally[] group : byGroup) {
            all = all.plus(group[statement]);
        }
        double most = 0;
        for (Tally[] group : byGroup) {
            Tally mine = group[statement];
            Tally others = all.minus(mine);
            if (mine.seen() >= FEWEST_VOTES && others.seen() >= FEWEST_VOTES) {
                most = Math.max(most, z(mine.agree(), mine.seen(), others.agree(), others.seen()));
                most = Math.max(most, z(mine.disagree(), mine.seen(), others.disagree(), others.seen()));
            }
        }
        return most;
    }

    private static double z(int n, int of, int otherN, int otherOf) {
        double both = (n + otherN) / (double) (of + otherOf);
        double variance = both * (1 - both) * (1.0 / of + 1.0 / otherOf);
        return variance > 0 ? Math.abs(n / (double) of - otherN / (double) otherOf) / Math.sqrt(variance) : 0;
    }
}
