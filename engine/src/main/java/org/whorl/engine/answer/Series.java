package org.whorl.engine.answer;

/**
 * A count through the measured days: for each day its mean over the replications and the bands that hold half and nine
 * tenths of them. Of the instant tier: what the formulas expect, and the bands of the draws, where numbers were drawn;
 * otherwise all of them lie on the mean.
 *
 * @param subject a service or a measure
 * @param field what is counted: waiting, in-place or blocked for a service, mean for a measure
 * @param days the clock of each point, counted from {@code start}
 * @param mean mean over replications
 * @param p5 5 per cent of replications lie below
 * @param p25 25 per cent
 * @param p50 half
 * @param p75 75 per cent
 * @param p95 95 per cent
 */
public record Series(
        Subject subject,
        Field field,
        int[] days,
        double[] mean,
        double[] p5,
        double[] p25,
        double[] p50,
        double[] p75,
        double[] p95) {}
