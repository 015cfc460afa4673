package org.whorl.optimise;

import java.util.List;

/**
 * A search for a better allocation in bare numbers: at each service one of a few levels, each with what it gains in every
 * draw of what is not known and what it costs each partner.
 *
 * @param choices the services that may change
 * @param budgets by partner, pounds it may put in beyond today
 * @param worse by partner, pounds by which it may end worse off
 * @param staff by partner, posts it could find beyond today's; infinite where nobody has said
 * @param transfers whether partners may pay each other
 */
public record Problem(List<Choice> choices, double[] budgets, double[] worse, double[] staff, boolean transfers) {

    /**
     * One service's levels.
     *
     * @param service its id
     * @param owner the place of the partner whose staff it takes
     * @param places by level, places or visits a day more than today, rising; one of them is 0
     * @param gain by level and draw, what it brings; 0 at level 0
     * @param net by level and partner, cash more than today in the mean of the draws
     * @param money by partner, pounds it puts in for one place
     * @param staff posts that one place takes
     */
    public record Choice(
            String service, int owner, double[] places, double[][] gain, double[][] net, double[] money, double staff) {

        public Choice {
            if (gain.length != places.length || net.length != places.length) {
                throw new IllegalArgumentException("%s: %d levels, %d gains and %d costs"
                        .formatted(service, places.length, gain.length, net.length));
            }
        }

        /** The level that changes nothing. */
        public int today() {
            for (int level = 0; level < places.length; level++) {
                if (places[level] == 0) {
                    return level;
                }
            }
            throw new IllegalStateException(service + " has no level that changes nothing");
        }

        /** From the least level to the most, in places. */
        double range() {
            return places[places.length - 1] - places[0];
        }

        /** What a level brings in the mean of the draws. */
        double mean(int level) {
            double sum = 0;
            for (double draw : gain[level]) {
                sum += draw;
            }
            return sum / gain[level].length;
        }
    }

    public Problem {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to choose");
        }
    }

    /** How many partners there are. */
    int partners() {
        return budgets.length;
    }

    /** How many draws there are. */
    int draws() {
        return choices.getFirst().gain()[0].length;
    }

    /** What a choice of levels brings in each draw, the services taken one by one. */
    public double[] gains(int[] levels) {
        double[] gains = new double[draws()];
        for (int k = 0; k < levels.length; k++) {
            for (int d = 0; d < gains.length; d++) {
                gains[d] += choices.get(k).gain()[levels[k]][d];
            }
        }
        return gains;
    }

    /** What a choice of levels brings in the mean of the draws. */
    public double mean(int[] levels) {
        double sum = 0;
        for (int k = 0; k < levels.length; k++) {
            sum += choices.get(k).mean(levels[k]);
        }
        return sum;
    }

    /** Pounds each partner puts in. */
    public double[] money(int[] levels) {
        double[] money = new double[partners()];
        for (int k = 0; k < levels.length; k++) {
            for (int p = 0; p < money.length; p++) {
                money[p] += choices.get(k).places()[levels[k]] * choices.get(k).money()[p];
            }
        }
        return money;
    }

    /** Cash more than today for each partner, after all that follows, in the mean of the draws. */
    public double[] net(int[] levels) {
        double[] net = new double[partners()];
        for (int k = 0; k < levels.length; k++) {
            for (int p = 0; p < net.length; p++) {
                net[p] += choices.get(k).net()[levels[k]][p];
            }
        }
        return net;
    }

    /** Posts each partner must find. */
    public double[] posts(int[] levels) {
        double[] posts = new double[partners()];
        for (int k = 0; k < levels.length; k++) {
            posts[choices.get(k).owner()] +=
                    choices.get(k).places()[levels[k]] * choices.get(k).staff();
        }
        return posts;
    }

    /**
     * The least each partner must be given so that it keeps its budget and ends no worse off than it may; below 0 for what
     * it could give. The levels can be chosen when these sum to 0 or less, and without transfers when none is above 0.
     */
    public double[] needs(int[] levels) {
        double[] money = money(levels);
        double[] net = net(levels);
        double[] needs = new double[partners()];
        for (int p = 0; p < needs.length; p++) {
            needs[p] = Math.max(money[p] - budgets[p], net[p] - worse[p]);
        }
        return needs;
    }

    /** Whether a choice of levels keeps every limit, to within a millionth of a pound for each pound in play. */
    public boolean keeps(int[] levels) {
        double[] needs = needs(levels);
        double sum = 0;
        double size = 1;
        for (int p = 0; p < needs.length; p++) {
            sum += needs[p];
            size += Math.abs(needs[p]) + budgets[p] + worse[p];
            if (!transfers && needs[p] > 1e-6 * size) {
                return false;
            }
        }
        double[] posts = posts(levels);
        for (int p = 0; p < posts.length; p++) {
            if (posts[p] > staff[p] + 1e-9 * (1 + Math.abs(posts[p]))) {
                return false;
            }
        }
        return !transfers || sum <= 1e-6 * size;
    }

    /** All levels of all services allowed. */
    boolean[][] everything() {
        boolean[][] all = new boolean[choices.size()][];
        for (int k = 0; k < all.length; k++) {
            all[k] = new boolean[choices.get(k).places().length];
            java.util.Arrays.fill(all[k], true);
        }
        return all;
    }

    /** Levels that change nothing. */
    public int[] today() {
        return choices.stream().mapToInt(Choice::today).toArray();
    }

    /** How far apart two choices of levels are: over services, places apart as a share of the whole range. */
    public double distance(int[] one, int[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            Choice choice = choices.get(k);
            if (choice.range() > 0) {
                sum += Math.abs(choice.places()[one[k]] - choice.places()[other[k]]) / choice.range();
            }
        }
        return sum;
    }

    /** The same problem with another budget for one partner. */
    Problem withBudget(int partner, double more) {
        double[] budget = budgets.clone();
        budget[partner] += more;
        return new Problem(choices, budget, worse, staff, transfers);
    }

    /** The same problem where one partner may end so much worse off. */
    Problem withWorse(int partner, double more) {
        double[] bearable = worse.clone();
        bearable[partner] += more;
        return new Problem(choices, budgets, bearable, staff, transfers);
    }

    /** The same problem where one partner finds so many more posts. */
    Problem withStaff(int partner, double more) {
        double[] found = staff.clone();
        found[partner] += more;
        return new Problem(choices, budgets, worse, found, transfers);
    }
}
