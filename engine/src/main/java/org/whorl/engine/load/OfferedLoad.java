package org.whorl.engine.load;

/**
 * How many people would be at each service, day by day, if there were always a place and nobody held one a moment longer
 * than their stay: a network of infinite servers, M_t/G/infinity at each. What the places must be measured against.
 */
final class OfferedLoad {

    /** By service and clock. */
    final double[][] load;

    /** By service and day, people who become ready. */
    final double[][] ready;

    OfferedLoad(Schedule schedule, Opened opening, int begin) {
        Wires wires = schedule.wires;
        int n = wires.services;
        int days = schedule.time.end();
        load = new double[n][days + 1];
        ready = new double[n][days];
        Stays[] stays = new Stays[n];
        double[] gone = new double[n];
        for (int s = 0; s < n; s++) {
            stays[s] = new Stays(begin, days, opening.remaining()[s]);
            load[s][begin] = opening.state().staying[s];
        }
        for (int day = begin; day < days; day++) {
            Terms terms = schedule.on(day);
            // Upstream first; on a circle, what comes back comes back the day after.
            for (int i = n - 1; i >= 0; i--) {
                int s = wires.downstreamFirst[i];
                double coming = schedule.arrivals[s][day];
                for (int w : wires.into[s]) {
                    coming += wires.from[w] < 0 ? 0 : gone[wires.from[w]] * terms.share[w];
                    coming += day == begin && opening.counted() ? opening.state().waitingOn[w] : 0;
                }
                double there = stays[s].before(day) + coming * terms.stay[s].firstDay;
                stays[s].start(day, coming, terms.stay[s]);
                gone[s] = Math.max(0, load[s][day] + coming - there);
                load[s][day + 1] = there;
                ready[s][day] = coming;
            }
        }
    }
}
