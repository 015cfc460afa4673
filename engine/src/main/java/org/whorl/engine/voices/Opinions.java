package org.whorl.engine.voices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.voices.Ground.Finding;

/**
 * What people agree on and where they differ, told only as far as the votes can tell. Groups of opinion are shown when they
 * keep apart better than chance would make them and come out alike when a fifth of the people is left out; otherwise the
 * roles people declared are compared, or everybody is one group. The rules are in docs/method/voices.md.
 *
 * @param counted how many people said enough to be grouped
 * @param verdict whether there are groups
 * @param apart how well the found groups keep apart, -1 to 1; NaN when nobody looked
 * @param p the chance of groups that keep apart so well, had people not voted alike; NaN when nobody looked
 * @param stability how alike the groups are when a fifth of the people is left out: the mean adjusted Rand index, with the
 *     range of the middle nine tenths of resamples; NaN when nobody looked
 * @param basis by what people are compared
 * @param groups the groups that are compared; one when everybody is
 * @param groupOf the group of each person by the table's order, from 0; -1 for nobody's
 * @param ground every statement that was looked at
 * @param without for each group that would be missed, what would change without it
 */
public record Opinions(
        int counted,
        Verdict verdict,
        double apart,
        double p,
        Estimate stability,
        Basis basis,
        List<Group> groups,
        int[] groupOf,
        List<Ground> ground,
        List<Without> without) {

    /** Groups that keep apart by chance are shown at most this often. */
    public static final double SURE = 0.05;

    /** Groups less alike than this, when a fifth of the people is left out, are not shown. */
    public static final double STABLE = 0.7;

    /** No group smaller than this is ever shown. */
    public static final int SMALLEST_GROUP = 10;

    private static final int ENOUGH_VOTES = 7;
    private static final int RESAMPLES = 100;

    /** Whether there are groups of opinion. */
    public enum Verdict {
        /** There are. */
        CLEAR("clear"),
        /** Chance would often make such groups. */
        NOT_BEYOND_CHANCE("not-beyond-chance"),
        /** With other people they would be other groups. */
        NOT_STABLE("not-stable"),
        /** No grouping has ten people in every group. */
        TOO_FEW("too-few"),
        /** Nobody looked: there is no test without permutations. */
        NOT_ASKED("not-asked");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The word used in JSON. */
        public String word() {
            return word;
        }
    }

    /** By what people are compared. */
    public enum Basis {
        /** By how they voted. */
        OPINION("opinion"),
        /** By the role they declared. */
        ROLE("role"),
        /** Not at all: everybody is one group. */
        EVERYBODY("everybody");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        /** The word used in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * What is asked.
     *
     * @param out statements that moderators took out, or that ask who somebody is; they are left out altogether
     * @param roles the role each person declared; null where they declared none
     * @param permutations how many tables are shuffled; none for no test, and then no groups
     * @param seed where chance begins
     */
    public record Question(boolean[] out, List<@Nullable String> roles, int permutations, long seed) {}

    /**
     * A group that is compared.
     *
     * @param name its number from 1, or its role
     * @param size how many people are in it
     */
    public record Group(String name, int size) {}

    /**
     * What would change without a group.
     *
     * @param group the one left out
     * @param gone what would no longer be common ground
     * @param come what would become it
     */
    public record Without(String group, List<Integer> gone, List<Integer> come) {

        /** Whether the conclusion would be another. */
        public boolean changes() {
            return !gone.isEmpty() || !come.isEmpty();
        }
    }

    /**
     * Answers.
     *
     * @throws java.util.concurrent.CancellationException if the progress says stop
     */
    public static Opinions of(Votes votes, Question question, Progress progress) {
        int people = votes.people().size();
        int statements = votes.statements().size();
        boolean[] kept = new boolean[statements];
        for (int j = 0; j < statements; j++) {
            kept[j] = !question.out[j];
        }
        Votes table = votes.ofStatements(kept);
        int enough = Math.min(ENOUGH_VOTES, table.statements().size());
        int[] said = table.said();
        int[] counted = IntStream.range(0, people)
                .filter(i -> said[i] > 0 && said[i] >= enough)
                .toArray();
        Votes dense = table.ofPeople(counted);
        OpinionTest test = OpinionTest.of(dense, question.permutations, RESAMPLES, question.seed, progress);
        if (test.verdict() == Verdict.CLEAR) {
            int[] of = new int[people];
            Arrays.fill(of, -1);
            for (int i = 0; i < counted.length; i++) {
                of[counted[i]] = test.camps().of()[i];
            }
            List<String> names = IntStream.rangeClosed(1, test.camps().groups())
                    .mapToObj(Integer::toString)
                    .toList();
            return told(votes, question, counted.length, test, Basis.OPINION, names, of, spread(test.differ(), kept));
        }
        SequencedMap<String, Integer> roles = roles(question.roles);
        if (roles.size() >= 2) {
            int[] of = new int[people];
            for (int i = 0; i < people; i++) {
                String role = question.roles.get(i);
                of[i] = role == null ? -1 : roles.getOrDefault(role, -1);
            }
            double[] differ = OpinionTest.ofRoles(votes, of, roles.size(), question.permutations, question.seed);
            return told(votes, question, counted.length, test, Basis.ROLE, List.copyOf(roles.keySet()), of, differ);
        }
        double[] nothing = new double[statements];
        Arrays.fill(nothing, Double.NaN);
        return told(
                votes, question, counted.length, test, Basis.EVERYBODY, List.of("everybody"), new int[people], nothing);
    }

    private static Opinions told(
            Votes votes,
            Question question,
            int counted,
            OpinionTest test,
            Basis basis,
            List<String> names,
            int[] of,
            double[] differ) {
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            int group = g;
            groups.add(new Group(names.get(g), (int)
                    Arrays.stream(of).filter(each -> each == group).count()));
        }
        List<Ground> ground = Ground.of(votes, of, names.size(), question.out, differ);
        return new Opinions(
                counted,
                test.verdict(),
                test.camps().groups() == 0 ? Double.NaN : test.camps().apart(),
                test.p(),
                test.stability(),
                basis,
                List.copyOf(groups),
                of,
                ground,
                without(votes, question, names, of, ground));
    }

    /** Would what all groups agree on be different if one of them had not been asked? */
    private static List<Without> without(
            Votes votes, Question question, List<String> names, int[] of, List<Ground> ground) {
        if (names.size() < 2) {
            return List.of();
        }
        List<Integer> now = common(ground);
        double[] nothing = new double[votes.statements().size()];
        Arrays.fill(nothing, Double.NaN);
        List<Without> found = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            int gone = g;
            int[] left = Arrays.stream(of)
                    .map(each -> each == gone ? -1 : each > gone ? each - 1 : each)
                    .toArray();
            List<Integer> then = common(Ground.of(votes, left, names.size() - 1, question.out, nothing));
            found.add(new Without(
                    names.get(g),
                    now.stream().filter(j -> !then.contains(j)).toList(),
                    then.stream().filter(j -> !now.contains(j)).toList()));
        }
        return List.copyOf(found);
    }

    private static List<Integer> common(List<Ground> ground) {
        return ground.stream()
                .filter(one -> one.finding() == Finding.AGREE || one.finding() == Finding.DISAGREE)
                .map(Ground::statement)
                .toList();
    }

    /** Back to the places of the whole table. */
    private static double[] spread(double[] values, boolean[] kept) {
        double[] spread = new double[kept.length];
        Arrays.fill(spread, Double.NaN);
        int next = 0;
        for (int j = 0; j < kept.length; j++) {
            if (kept[j]) {
                spread[j] = values[next++];
            }
        }
        return spread;
    }

    /** Roles that enough people declared, the most frequent first, and by their name where as many did. */
    private static SequencedMap<String, Integer> roles(List<@Nullable String> declared) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String role : declared) {
            if (role != null) {
                counts.merge(role, 1, Integer::sum);
            }
        }
        SequencedMap<String, Integer> roles = new LinkedHashMap<>();
        counts.entrySet().stream()
                .filter(role -> role.getValue() >= SMALLEST_GROUP)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(role -> roles.put(role.getKey(), roles.size()));
        return roles;
    }

    /** Nothing was looked at. */
    static Estimate unknown() {
        return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0.9, Kind.MONTE_CARLO);
    }

    /** Statements of one finding, those people are surest of first. */
    public List<Ground> found(Finding finding) {
        return ground.stream()
                .filter(one -> one.finding() == finding)
                .sorted((a, b) -> Double.compare(rank(b, finding), rank(a, finding)))
                .toList();
    }

    private static double rank(Ground one, Finding finding) {
        return switch (finding) {
            case AGREE -> one.leastAgree().low();
            case DISAGREE -> one.leastDisagree().low();
            case DIFFER -> -one.differAdjusted();
            case OPEN, TOO_FEW -> -one.statement();
        };
    }
}
