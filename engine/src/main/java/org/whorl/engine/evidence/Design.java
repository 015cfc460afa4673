package org.whorl.engine.evidence;

/**
 * How an effect was found, and how much weight it is given here.
 *
 * <p><strong>The weights are our convention, to be agreed locally. They are not evidence</strong>, and no study gives them.
 * They say only that chance, which an interval is about, is not all that can mislead: a trial far away is not a trial here, and
 * people who were not compared with anybody may have got better anyway. A weight is the power a0 to which the likelihood is
 * raised (Ibrahim and Chen, Statistical Science 15, 2000): 1 takes the study as if it had been done here, 0 forgets it.
 */
public enum Design {
    /** A systematic review whose authors call the certainty high. */
    REVIEW_HIGH("review-high", 0.8),
    /** A systematic review of moderate certainty. */
    REVIEW_MODERATE("review-moderate", 0.5),
    /** A systematic review of low or very low certainty. */
    REVIEW_LOW("review-low", 0.3),
    /** A systematic review; its certainty was not written down here, so it counts as low until somebody looks. */
    REVIEW_UNSTATED("review-unstated", 0.3),
    /** One trial in which chance decided, at many sites. */
    TRIAL_MANY_SITES("trial-many-sites", 0.5),
    /** One trial in which chance decided. */
    TRIAL("trial", 0.4),
    /** Compared with people or places chosen afterwards to be alike. */
    MATCHED("matched", 0.2),
    /** Before and after, a cohort, an audit: nobody alike to compare with. */
    UNCONTROLLED("uncontrolled", 0.1),
    /** Told by those who ran it, or an anecdote. */
    SELF_REPORTED("self-reported", 0.05);

    private final String word;
    private final double weight;

    Design(String word, double weight) {
        this.word = word;
        this.weight = weight;
    }

    /** The word in the table. */
    public String word() {
        return word;
    }

    /** a0, above 0 and at most 1: our convention. */
    public double weight() {
        return weight;
    }
}
