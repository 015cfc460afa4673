package org.whorl.server.opinions;

import java.util.List;
import java.util.UUID;

/**
 * What came of the votes, as far as it may be shown: nothing of fewer than ten people is in it, nor what such could be worked
 * out from.
 *
 * @param enough have ten people voted? If not, all else is empty
 * @param verdict whether there are groups of opinion
 * @param p the chance of such groups; below 0 where nobody looked
 * @param alike how alike they are when a fifth of the people is left out; below 0 where nobody looked
 * @param alikeLow from
 * @param alikeHigh to
 * @param basis by what people are compared
 * @param sides those who are compared
 * @param lines each statement people voted on, by number
 * @param without what would change without a side
 * @param polis what Polis would show
 * @param map where people stand; empty where there are too few
 */
record Result(
        boolean enough,
        String verdict,
        double p,
        double alike,
        double alikeLow,
        double alikeHigh,
        String basis,
        List<Side> sides,
        List<Line> lines,
        List<Without> without,
        ByPolis polis,
        List<Spot> map) {

    /**
     * Those who are compared.
     *
     * @param name the number of the group, or of the role
     * @param size how many, as far as it may be told
     */
    record Side(String name, String size) {}

    /** A share, with the interval that holds it 95 times in 100. */
    record Part(double share, double low, double high) {}

    /**
     * How a side voted on a statement; empty lists where fewer than ten of it did.
     *
     * @param agree the share who agree
     * @param disagree the share who disagree
     */
    record Cut(List<Part> agree, List<Part> disagree) {}

    /**
     * A statement.
     *
     * @param finding what is to be made of it
     * @param differs whether, besides, the sides differ by more than chance
     * @param passed the share who passed, where more than a fifth did
     * @param least the share of the least favourable side who agree, or disagree, where that is the finding; empty otherwise
     * @param cuts how each side voted, in the order of the sides
     */
    record Line(UUID statement, String finding, boolean differs, List<Part> passed, List<Part> least, List<Cut> cuts) {}

    /**
     * What would change without a side.
     *
     * @param gone what would no longer be common ground
     * @param come what would become it
     */
    record Without(String name, List<UUID> gone, List<UUID> come) {}

    /**
     * What Polis would show.
     *
     * @param shown may it be told? Not where a group of its has fewer than ten people
     * @param groups its groups
     * @param agree what it would call consensus
     * @param disagree the same for disagreeing
     */
    record ByPolis(boolean shown, List<Camp> groups, List<UUID> agree, List<UUID> disagree) {}

    /**
     * A group as Polis makes them.
     *
     * @param size how many
     * @param agrees what it agrees with more than others
     * @param disagrees what it disagrees with more than others
     */
    record Camp(String size, List<UUID> agrees, List<UUID> disagrees) {}

    /**
     * Where somebody stands beside others, who is nobody in particular.
     *
     * @param x from left to right, -1 to 1
     * @param y from below, -1 to 1
     * @param side in which group of opinion; below 0 for none
     */
    record Spot(double x, double y, int side) {}

    /** Nothing can be told. */
    static Result tooFew() {
        return new Result(
                false,
                "too-few",
                -1,
                -1,
                -1,
                -1,
                "everybody",
                List.of(),
                List.of(),
                List.of(),
                new ByPolis(false, List.of(), List.of(), List.of()),
                List.of());
    }
}
