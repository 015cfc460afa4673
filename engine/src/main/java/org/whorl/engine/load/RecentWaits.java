package org.whorl.engine.load;

/**
 * How long people have waited, read off a path. Of those who become ready a share p waits, on average a time m, about
 * exponentially; both are taken over the last week, because a weekend without starts is not a change of the world.
 */
final class RecentWaits {

    private static final int WEEK = 7;

    private final Forecast forecast;
    private final Course course;

    /** By service, sums from the beginning. */
    private final double[][] ready;

    private final double[][] delayed;

    RecentWaits(Forecast forecast) {
        this.forecast = forecast;
        course = forecast.course;
        ready = sums(course.ready);
        delayed = sums(course.delayed);
    }

    private static double[][] sums(double[][] byDay) {
        double[][] sums = new double[byDay.length][];
        for (int s = 0; s < byDay.length; s++) {
            sums[s] = new double[byDay[s].length + 1];
            for (int day = 0; day < byDay[s].length; day++) {
                sums[s][day + 1] = sums[s][day] + byDay[s][day];
            }
        }
        return sums;
    }

    /** The share of those who came in the last week who had to wait. */
    double delayedShare(int s, int t) {
        int since = Math.max(0, t - WEEK);
        double came = ready[s][t] - ready[s][since];
        return came > 0 ? Math.min(1, (delayed[s][t] - delayed[s][since]) / came) : 0;
    }

    /** Of the people who wait for a service, the share who have waited longer than so many days. */
    double waitedLonger(int s, int t, double days) {
        int since = Math.max(0, t - WEEK);
        double queue = course.waiting[s][t];
        double waitersADay = t > since ? (delayed[s][t] - delayed[s][since]) / (t - since) : 0;
        return queue > 0 && waitersADay > 0 ? Math.exp(-days * waitersADay / queue) : 1;
    }

    /** Of the people who started a stay in the last so many days, how many still hold their place, staying or blocked. */
    double stillHeld(int s, int t, double days) {
        Schedule schedule = forecast.schedule;
        double sum = 0;
        double left = days;
        for (int u = 0; left > 0 && t - 1 - u >= 0; u++) {
            int day = t - 1 - u;
            Terms terms = schedule.on(day);
            double heldUp = 0;
            for (int w : schedule.wires.outOf[s]) {
                heldUp += terms.share[w] * delayedShare(schedule.wires.to[w], t);
            }
            double kept = terms.stay[s].kept(u);
            sum += Math.min(1, left) * course.starts[s][day] * (kept + (1 - kept) * heldUp);
            left -= 1;
        }
        return sum;
    }
}
