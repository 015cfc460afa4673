package org.whorl.server.design;

/**
 * So many of so many, with how far that may be from how things go in the long run: the 95 per cent interval of E. Wilson
 * (Journal of the American Statistical Association 22, 1927, 209-212), which stays between none and all.
 *
 * @param some how many
 * @param of of how many
 */
public record Share(int some, int of) {

    private static final double NORMAL = 1.959963984540054;

    /** There is no share of nothing, and none above all. */
    public Share {
        if (of < 1 || some < 0 || some > of) {
            throw new IllegalArgumentException("no share: %d of %d".formatted(some, of));
        }
    }

    /** Likely at least so many in a hundred. */
    public long low() {
        return Math.round(100 * Math.max(0, middle() - half()));
    }

    /** Likely at most so many in a hundred. */
    public long high() {
        return Math.round(100 * Math.min(1, middle() + half()));
    }

    private double middle() {
        double pull = NORMAL * NORMAL / of;
        return ((double) some / of + pull / 2) / (1 + pull);
    }

    private double half() {
        double share = (double) some / of;
        double pull = NORMAL * NORMAL / of;
        return Math.sqrt(pull * (share * (1 - share) + pull / 4)) / (1 + pull);
    }
}
