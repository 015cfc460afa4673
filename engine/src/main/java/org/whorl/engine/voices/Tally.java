package org.whorl.engine.voices;

/**
 * How some people voted on one statement.
 *
 * @param agree how many agreed
 * @param disagree how many disagreed
 * @param pass how many saw it and passed
 */
public record Tally(int agree, int disagree, int pass) {

    /** How many said anything. */
    public int seen() {
        return agree + disagree + pass;
    }

    /** The same people and others. */
    public Tally plus(Tally other) {
        return new Tally(agree + other.agree, disagree + other.disagree, pass + other.pass);
    }

    /** The same without some of them. */
    public Tally minus(Tally other) {
        return new Tally(agree - other.agree, disagree - other.disagree, pass - other.pass);
    }

    /**
     * Votes by group, then by statement.
     *
     * @param groups the group of each person, from 0; below 0 for nobody's
     */
    static Tally[][] of(Votes votes, int[] groups, int count) {
        int statements = votes.statements().size();
        int[][][] sums = new int[count][statements][3];
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] >= 0) {
                for (int j = 0; j < statements; j++) {
                    byte vote = votes.at(i, j);
                    if (vote != Votes.UNSEEN) {
                        sums[groups[i]][j][vote + 1]++;
                    }
                }
            }
        }
        Tally[][] tallies = new Tally[count][statements];
        for (int g = 0; g < count; g++) {
            for (int j = 0; j < statements; j++) {
                int[] sum = sums[g][j];
                tallies[g][j] = new Tally(sum[2], sum[0], sum[1]);
            }
        }
        return tallies;
    }

    /** Everybody's votes by statement. */
    static Tally[] ofAll(Votes votes) {
        return of(votes, new int[votes.people().size()], 1)[0];
    }
}
