package org.whorl.engine.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A figure in every replication of every draw, the same people in replication {@code r} of all draws: draws crossed with
 * people. What such a table varies by is taken apart by the analysis of variance with two ways and one value in each cell
 * (H. Scheffe, The Analysis of Variance, 1959, chapter 7; S. Searle, G. Casella and C. McCulloch, Variance Components, 1992,
 * chapter 4): mean squares minus those of the rest, without bias whatever the values are distributed like.
 *
 * <p>Were people drawn anew for each draw, the variance between draws' means less that within, over the replications, would
 * do. Here it would take away too much: what the people bring is common to all draws and does not part their means.
 */
final class Crossed {

    final int draws;
    final int replications;
    final double mean;

    /** Of each draw and of each replication, less the mean of all. */
    final double[] drawMeans;

    private final double[] replicationMeans;
    private final double[][] table;
    private final double squares;

    /** A table of at least two draws and two replications, by draw. */
    Crossed(double[][] table) {
        this.table = table;
        draws = table.length;
        replications = table[0].length;
        mean = Arrays.stream(table)
                        .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
                        .sum()
                / draws;
        drawMeans = new double[draws];
        replicationMeans = new double[replications];
        double sum = 0;
        for (int d = 0; d < draws; d++) {
            for (int r = 0; r < replications; r++) {
                double off = table[d][r] - mean;
                drawMeans[d] += off / replications;
                replicationMeans[r] += off / draws;
                sum += off * off;
            }
        }
        squares = sum;
    }

    /**
     * What a figure varies by.
     *
     * @param draws how many draws it was learnt from
     * @param replications how many replications of each
     * @param numbers variance of the mean of all people between the numbers drawn
     * @param people variance of what the people bring whatever the numbers
     * @param rest variance of what these people bring with these numbers
     */
    record Components(int draws, int replications, double mean, double numbers, double people, double rest) {

        /**
         * These with people of another estimate. How unsure {@link #numbers} is for what these people bring with these numbers
         * is already known from leaving out draws, and shall not be counted twice.
         */
        Components withPeopleOf(Components other) {
            return new Components(draws, replications, other.mean, numbers, other.people, other.rest);
        }

        /** Variance that chance leaves in the mean over a draw's replications. */
        double chance() {
            return Math.max(0, people + rest) / replications;
        }

        /** Variance from not knowing the numbers; an estimate below nothing is nothing. */
        double parameters() {
            return Math.max(0, numbers);
        }

        /** Variance of the mean over so many draws and replications of each. */
        double error(int ofDraws, int ofReplications) {
            return Math.max(
                    0, numbers / ofDraws + people / ofReplications + rest / ((double) ofDraws * ofReplications));
        }
    }

    Components whole() {
        return components(draws, replications, 0, squares(drawMeans), squares(replicationMeans), squares);
    }

    /** The same as if one draw had not been made. */
    Components withoutDraw(int d) {
        int left = draws - 1;
        double[] row = table[d];
        double gone = 0;
        double byPeople = 0;
        for (int r = 0; r < replications; r++) {
            double off = row[r] - mean;
            double among = (draws * replicationMeans[r] - off) / left;
            byPeople += among * among;
            gone += off * off;
        }
        double own = drawMeans[d];
        return components(left, replications, -own / left, squares(drawMeans) - own * own, byPeople, squares - gone);
    }

    /** The same as if these people had not been played. */
    Components withoutReplication(int r) {
        int left = replications - 1;
        double gone = 0;
        double byNumbers = 0;
        for (int d = 0; d < draws; d++) {
            double off = table[d][r] - mean;
            double among = (replications * drawMeans[d] - off) / left;
            byNumbers += among * among;
            gone += off * off;
        }
        double own = replicationMeans[r];
        return components(draws, left, -own / left, byNumbers, squares(replicationMeans) - own * own, squares - gone);
    }

    private static double squares(double[] values) {
        return Arrays.stream(values).map(v -> v * v).sum();
    }

    /**
     * From sums of squares about a value near the mean.
     *
     * @param off the mean less that value
     */
    private Components components(
            int d, int r, double off, double ofDrawMeans, double ofReplicationMeans, double ofAll) {
        double betweenDraws = Math.max(0, r * (ofDrawMeans - d * off * off));
        double betweenPeople = Math.max(0, d * (ofReplicationMeans - r * off * off));
        double left = Math.max(0, ofAll - (double) d * r * off * off - betweenDraws - betweenPeople);
        double rest = left / ((d - 1.0) * (r - 1.0));
        return new Components(
                d, r, mean + off, (betweenDraws / (d - 1) - rest) / r, (betweenPeople / (r - 1) - rest) / d, rest);
    }

    /** The table with only these replications. */
    static double[][] keeping(double[][] table, int[] replications) {
        return Arrays.stream(table)
                .map(row -> IntStream.of(replications).mapToDouble(r -> row[r]).toArray())
                .toArray(double[][]::new);
    }
}
