package org.whorl.engine.load;

import org.whorl.engine.random.IncompleteGamma;

/**
 * The waits of those who start at one service, month by month.
 *
 * <p>First come first served, the people waiting at a moment are those who came during one wait. So the mean queue is the
 * rate x the mean wait (Little), and E[Q (Q - 1)] = rate^2 E[W^2]: the variance of the queue gives that of the wait. Those
 * who must wait are given a gamma distribution with that mean and variance (exponential, when the queue is geometric).
 *
 * <p>With a patience P (exponential) only e^(-V/P) of those who would wait V start, so the starts hold fewer who waited, and
 * shorter waits, than those who come: a gamma of shape k stays one of shape k, with mean k P (1 - L^(1/k)), where L is the
 * share who start, 1 - (mean time in the queue) / P.
 */
final class Waits {

    private final double[] starts;
    private final double[] delayed;
    private final double[] mean;
    private final double[] shape;
    private double all;

    Waits(Forecast forecast, int s) {
        Course course = forecast.course;
        int from = forecast.schedule.time.warmUp();
        int until = forecast.schedule.time.end();
        double patience = forecast.schedule.on(until - 1).patience[s];
        int n = (until - from + ServiceFigures.STRETCH - 1) / ServiceFigures.STRETCH;
        starts = new double[n];
        delayed = new double[n];
        mean = new double[n];
        shape = new double[n];
        for (int i = 0; i < n; i++) {
            int first = from + i * ServiceFigures.STRETCH;
            int last = Math.min(until, first + ServiceFigures.STRETCH);
            double ready = Forecast.sum(course.ready[s], first, last);
            double must = ready > 0 ? Math.min(1, Forecast.sum(course.delayed[s], first, last) / ready) : 0;
            starts[i] = Forecast.sum(course.starts[s], first, last);
            all += starts[i];
            if (must > 0 && starts[i] > 0) {
                fill(i, course, s, first, last, must, patience);
            }
        }
    }

    private void fill(int i, Course course, int s, int first, int last, double must, double patience) {
        int days = last - first;
        double queue = Forecast.mean(course.waiting[s], first, last);
        double pairs = 0;
        for (int t = first + 1; t <= last; t++) {
            double q = course.waiting[s][t];
            pairs += Math.max(0, course.queueVariance[s][t] + q * q - q) / days;
        }
        double rate =
                (starts[i] + Forecast.sum(course.left[s], first, last) + Forecast.sum(course.moved[s], first, last))
                        / days;
        double inQueue = queue / rate / must;
        if (inQueue <= 0) {
            return;
        }
        double variance = pairs / (rate * rate * must) - inQueue * inQueue;
        double k = inQueue * inQueue / Math.max(variance, 1e-3 * inQueue * inQueue);
        double who = 1;
        mean[i] = inQueue;
        if (!Double.isInfinite(patience)) {
            who = Math.max(1e-3, 1 - inQueue / patience);
            mean[i] = k * patience * (1 - Math.pow(who, 1 / k));
        }
        shape[i] = k;
        delayed[i] = must * who / (1 - must + must * who);
    }

    /** The share of starts that waited at all. */
    double delayedShare() {
        double sum = 0;
        for (int i = 0; i < starts.length; i++) {
            sum += starts[i] * delayed[i];
        }
        return sum / all;
    }

    /** Mean wait of all starts, days. */
    double mean() {
        double sum = 0;
        for (int i = 0; i < starts.length; i++) {
            sum += starts[i] * delayed[i] * mean[i];
        }
        return sum / all;
    }

    /** The wait that a share of all starts exceeds, days. */
    double exceededBy(double share) {
        double atLow = Math.log(delayedShare() / share);
        if (!(atLow > 0)) {
            return 0;
        }
        double low = 0;
        double high = 1;
        double atHigh = Math.log(beyond(high) / share);
        while (atHigh > 0 && high < 1e9) {
            low = high;
            atLow = atHigh;
            high *= 2;
            atHigh = Math.log(beyond(high) / share);
        }
        // The logarithm of the tail is nearly a straight line, so a few false positions find the place (Illinois rule).
        for (int i = 0; i < 60 && high - low > 1e-7 * high; i++) {
            double middle =
                    Double.isInfinite(atHigh) ? (low + high) / 2 : low + (high - low) * atLow / (atLow - atHigh);
            double at = Math.log(beyond(middle) / share);
            if (Math.abs(at) < 1e-9) {
                return middle;
            }
            if (at > 0) {
                low = middle;
                atLow = at;
                atHigh /= 2;
            } else {
                high = middle;
                atHigh = at;
                atLow /= 2;
            }
        }
        return (low + high) / 2;
    }

    /** The share of all starts that waited longer than so many days. */
    double beyond(double wait) {
        double sum = 0;
        for (int i = 0; i < starts.length; i++) {
            if (delayed[i] > 0) {
                sum += starts[i] * delayed[i] * IncompleteGamma.upper(shape[i], wait * shape[i] / mean[i]);
            }
        }
        return sum / all;
    }
}
