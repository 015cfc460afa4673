package org.whorl.engine.load;

import org.whorl.engine.model.Model;
import org.whorl.engine.model.Timeline;

/** One scenario worked out: its path, its offered load, and how the path began. */
final class Forecast {

    /** What the averages are averages of. */
    enum Mode {
        /** The long run: every day like the next. */
        STEADY,
        /** Days after a long run that something then disturbed. */
        FROM_STEADY,
        /** Days from the opening census, or from nobody. */
        PATH
    }

    final Schedule schedule;
    final Mode mode;
    final int begin;
    final Course course;
    final OfferedLoad offered;

    /** By service, mean load over the measured days if people came at the pace they really do. */
    final double[] meanLoad;

    final boolean[] stable;

    /**
     * Works a scenario out.
     *
     * @param warmUp how all scenarios come to the first measured day
     */
    Forecast(Schedule schedule, WarmUp warmUp) {
        this.schedule = schedule;
        begin = warmUp.begin();
        mode = !warmUp.longRun()
                ? Mode.PATH
                : isConstant(schedule, schedule.time.end()) ? Mode.STEADY : Mode.FROM_STEADY;
        int from = schedule.time.warmUp();
        int until = schedule.time.end();
        offered = new OfferedLoad(warmUp.offered()).live(schedule, from, until);
        course = new Path(warmUp.path(), schedule, new Curves(schedule, warmUp.anchors()))
                .live(from, until)
                .end();
        int n = schedule.services();
        meanLoad = new double[n];
        stable = new boolean[n];
        for (int s = 0; s < n; s++) {
            double wanted = sum(offered.ready[s]);
            double came = sum(course.ready[s]);
            meanLoad[s] = mean(offered.load[s]) * (wanted > 0 ? came / wanted : 1);
            stable[s] = isStable(s);
        }
    }

    /** Whether every day before {@code until} is like the first. */
    static boolean isConstant(Schedule schedule, int until) {
        Model first = schedule.timeline.epochs().getFirst().model();
        for (Timeline.Epoch epoch : schedule.timeline.epochs()) {
            if (epoch.from() < until && !epoch.model().equals(first)) {
                return false;
            }
        }
        for (int s = 0; s < schedule.services(); s++) {
            for (int day = 0; day < until; day++) {
                if (schedule.arrivals[s][day] != schedule.arrivals[s][0]
                        || schedule.places[s][day] != schedule.places[s][0]
                        || schedule.quota[s][day] != Schedule.NO_QUOTA) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A queue has an end when load is below places, or when people leave it or are turned away. */
    private boolean isStable(int s) {
        Terms terms = schedule.on(schedule.time.warmUp());
        if (!Double.isInfinite(terms.patience[s])
                || (schedule.wires.lostOnOverflow[s] && !Double.isInfinite(terms.limit[s]))) {
            return true;
        }
        double places = meanPlaces(s);
        double held = mean(course.inPlace[s]) - mean(course.staying[s]);
        return Double.isInfinite(places) || meanLoad[s] + held < places || (meanLoad[s] == 0 && held <= places);
    }

    /** Days a queue needs to forget how it began, at most a long time: it empties, or the people in it leave. */
    double memory(int s) {
        Terms terms = schedule.on(schedule.time.warmUp());
        double places = meanPlaces(s);
        double taken = mean(course.inPlace[s]);
        if (Double.isInfinite(places) || taken <= 0) {
            return terms.stay[s].mean;
        }
        double days = terms.stay[s].mean
                * Congestion.relaxation(places, Math.min(taken, places), terms.variability[s], terms.stay[s].cs2);
        return 1 / (1 / days + 1 / terms.patience[s]);
    }

    double meanPlaces(int s) {
        double sum = 0;
        for (int day = schedule.time.warmUp(); day < schedule.time.end(); day++) {
            sum += schedule.places[s][day];
        }
        return sum / schedule.time.days();
    }

    /** Time-average over the measured days of something known at every clock. */
    double mean(double[] byClock) {
        return mean(byClock, schedule.time.warmUp(), schedule.time.end());
    }

    static double mean(double[] byClock, int from, int until) {
        double sum = (byClock[from] + byClock[until]) / 2;
        for (int t = from + 1; t < until; t++) {
            sum += byClock[t];
        }
        return sum / (until - from);
    }

    /** Sum over the measured days. */
    double sum(double[] byDay) {
        return sum(byDay, schedule.time.warmUp(), schedule.time.end());
    }

    static double sum(double[] byDay, int from, int until) {
        double sum = 0;
        for (int day = from; day < until; day++) {
            sum += byDay[day];
        }
        return sum;
    }
}
