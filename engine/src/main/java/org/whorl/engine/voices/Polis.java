package org.whorl.engine.voices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.voices.PolisLists.Representative;
import org.whorl.engine.voices.PolisLists.Stance;

/**
 * Opinion groups by the published rules of Polis (Small and others 2021), so that a conversation held there looks the same
 * here. These rules always find groups, whether there are any or not; {@link Opinions} says whether there are.
 *
 * <p>Three things cannot be known from the votes alone, for Polis works on while people vote: who came in early (and stays
 * in), the order in which it met them (on which the start of its clusters hangs), and a number of groups that has not yet
 * won four times. {@link Known} takes the first two where they are known.
 *
 * @param votes the table that was asked about
 * @param centre the mean of each statement, agreeing being -1
 * @param axes the two directions, by direction and then by statement; their sign means nothing
 * @param places where each person stands along both
 * @param statements where a person would stand who only agreed with one statement
 * @param extremity how far out that is
 * @param in who is counted in
 * @param groups the groups
 * @param silhouettes how well two groups, three and so on would have kept apart
 * @param agree what everybody agrees with, at most five
 * @param disagree what everybody disagrees with, at most five
 * @param consensus each statement's group-informed consensus: the product over groups of (A + 1) / (S + 2)
 * @param priority each statement's weight when Polis draws which to show next
 */
public record Polis(
        Votes votes,
        double[] centre,
        double[][] axes,
        double[][] places,
        double[][] statements,
        double[] extremity,
        boolean[] in,
        List<Group> groups,
        double[] silhouettes,
        List<Stance> agree,
        List<Stance> disagree,
        double[] consensus,
        double[] priority) {

    private static final int ENOUGH_VOTES = 7;
    private static final int ENOUGH_PEOPLE = 15;
    private static final int MOST_ROUNDS = 2_000;
    private static final double STILL = 1e-14;

    /**
     * What is known beside the votes.
     *
     * @param out the statements that moderators took out
     * @param meta the statements that ask who somebody is
     * @param early who came in before there were enough people; they stay in
     * @param order the people in the order in which clusters begin at them; that of the table if absent
     */
    public record Known(boolean[] out, boolean[] meta, boolean[] early, int @Nullable [] order) {

        /** Nothing is known. */
        public static Known nothing(Votes votes) {
            int statements = votes.statements().size();
            return new Known(
                    new boolean[statements],
                    new boolean[statements],
                    new boolean[votes.people().size()],
                    null);
        }
    }

    /**
     * A group.
     *
     * @param id its number, from 0
     * @param members the people in it, by their place in the table
     * @param centre where it stands
     * @param votes how they voted on each statement
     * @param representative what is told of it, agreement first
     */
    public record Group(int id, int[] members, double[] centre, Tally[] votes, List<Representative> representative) {}

    /** The groups of a table. */
    public static Polis of(Votes votes, Known known) {
        int people = votes.people().size();
        int statements = votes.statements().size();
        boolean[] still = new boolean[statements];
        for (int j = 0; j < statements; j++) {
            still[j] = known.out[j] || known.meta[j];
        }
        Seen seen = Seen.of(turned(votes, still), people, statements);
        Axes axes = Axes.of(seen, STILL, MOST_ROUNDS);
        double[][] directions = axes.two() ? new double[][] {axes.first(), axes.second()} : new double[2][statements];
        double[][] places = places(seen, directions);
        double[][] virtual = new double[statements][2];
        double[] extremity = new double[statements];
        for (int j = 0; j < statements; j++) {
            for (int k = 0; k < 2; k++) {
                virtual[j][k] = Math.sqrt(statements) * (-1 - seen.mean[j]) * directions[k][j];
            }
            extremity[j] = StrictMath.hypot(virtual[j][0], virtual[j][1]);
        }
        boolean[] in = in(votes.said(), statements, known.early);
        int[] order = Arrays.stream(
                        known.order == null ? IntStream.range(0, people).toArray() : known.order)
                .filter(i -> in[i])
                .toArray();
        double[] silhouettes = {};
        int[] of = new int[people];
        Arrays.fill(of, -1);
        List<double[]> centres = new ArrayList<>();
        if (order.length > 0) {
            PolisGroups.Clusters base = base(places, order);
            double[] size = new double[base.count()];
            for (int cluster : base.of()) {
                size[cluster]++;
            }
            PolisGroups.Chosen chosen = PolisGroups.choose(base.x(), base.y(), size);
            silhouettes = chosen.silhouettes();
            for (int i = 0; i < order.length; i++) {
                of[order[i]] = chosen.groups().of()[base.of()[i]];
            }
            for (int g = 0; g < chosen.groups().count(); g++) {
                centres.add(
                        new double[] {chosen.groups().x()[g], chosen.groups().y()[g]});
            }
        }
        Tally[][] byGroup = Tally.of(votes, of, centres.size());
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < centres.size(); g++) {
            groups.add(new Group(
                    g, members(of, g), centres.get(g), byGroup[g], PolisLists.representative(byGroup, g, still)));
        }
        Tally[] all = Tally.ofAll(votes);
        return new Polis(
                votes,
                seen.mean,
                directions,
                places,
                virtual,
                extremity,
                in,
                List.copyOf(groups),
                silhouettes,
                PolisLists.consensus(all, still, true),
                PolisLists.consensus(all, still, false),
                PolisLists.informed(byGroup, statements),
                PolisLists.priorities(byGroup, extremity, known.meta));
    }

    /** The group numbers of people in the table; -1 for whoever is not in. */
    public int[] groupOf() {
        int[] of = new int[votes.people().size()];
        Arrays.fill(of, -1);
        for (Group group : groups) {
            for (int member : group.members) {
                of[member] = group.id;
            }
        }
        return of;
    }

    /**
     * The lists as Polis makes them, for groups that are given.
     *
     * @param of the group of each person, from 0; -1 for nobody's
     */
    public static List<List<Representative>> representative(Votes votes, int[] of, int groups, boolean[] out) {
        Tally[][] byGroup = Tally.of(votes, of, groups);
        return IntStream.range(0, groups)
                .mapToObj(g -> PolisLists.representative(byGroup, g, out))
                .toList();
    }

    /** Agreeing is -1 from here on; a statement that is taken out counts as passed by everybody, seen or not. */
    private static byte[] turned(Votes votes, boolean[] still) {
        byte[] cells = votes.cells();
        for (int at = 0; at < cells.length; at++) {
            if (still[at % still.length]) {
                cells[at] = Votes.PASS;
            } else if (cells[at] != Votes.UNSEEN) {
                cells[at] = (byte) -cells[at];
            }
        }
        return cells;
    }

    private static double[][] places(Seen seen, double[][] directions) {
        double[][] places = new double[seen.people][2];
        for (int i = 0; i < seen.people; i++) {
            int said = seen.start[i + 1] - seen.start[i];
            double stretch = Math.sqrt(seen.statements / (double) Math.max(said, 1));
            for (int v = seen.start[i]; v < seen.start[i + 1]; v++) {
                places[i][0] += seen.value[v] * directions[0][seen.column[v]];
                places[i][1] += seen.value[v] * directions[1][seen.column[v]];
            }
            places[i][0] *= stretch;
            places[i][1] *= stretch;
        }
        return places;
    }

    /** Seven votes bring somebody in, or all there are; while there are fewer than fifteen, those with most votes too. */
    private static boolean[] in(int[] said, int statements, boolean[] early) {
        boolean[] in = early.clone();
        int count = 0;
        for (int i = 0; i < said.length; i++) {
            in[i] |= said[i] >= Math.min(ENOUGH_VOTES, statements);
            count += in[i] ? 1 : 0;
        }
        int[] most = IntStream.range(0, said.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -said[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < most.length && count < ENOUGH_PEOPLE; i++) {
            if (!in[most[i]]) {
                in[most[i]] = true;
                count++;
            }
        }
        return in;
    }

    /** People who stand close together, at most a hundred clusters of them. */
    private static PolisGroups.Clusters base(double[][] places, int[] order) {
        double[] x = Arrays.stream(order).mapToDouble(i -> places[i][0]).toArray();
        double[] y = Arrays.stream(order).mapToDouble(i -> places[i][1]).toArray();
        double[] one = new double[order.length];
        Arrays.fill(one, 1);
        return PolisGroups.means(x, y, one, PolisGroups.BASE);
    }

    private static int[] members(int[] of, int group) {
        return IntStream.range(0, of.length).filter(i -> of[i] == group).toArray();
    }
}
