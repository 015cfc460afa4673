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

    private final Stays[] stays;
    private final double[] gone;
    private final int begin;

    /** By wire, people a census found waiting at the beginning; they become ready on the first day. */
    private final double[] found;

    /** The beginning, before the first day. */
    OfferedLoad(Schedule schedule, Opened opening, int begin) {
        this.begin = begin;
        int n = schedule.services();
        int days = schedule.time.end();
        load = new double[n][days + 1];
        ready = new double[n][days];
        stays = new Stays[n];
        gone = new double[n];
        found = opening.counted() ? opening.state().waitingOn.clone() : new double[opening.state().waitingOn.length];
        for (int s = 0; s < n; s++) {
            stays[s] = new Stays(begin, days, opening.remaining()[s]);
            load[s][begin] = opening.state().staying[s];
        }
    }

    /** The same days again, for another world to go on from. */
    OfferedLoad(OfferedLoad other) {
        begin = other.begin;
        found = other.found;
        gone = other.gone.clone();
        load = Course.copy(other.load);
        ready = Course.copy(other.ready);
        stays = new Stays[other.stays.length];
        for (int s = 0; s < stays.length; s++) {
            stays[s] = new Stays(other.stays[s]);
        }
    }

    /** Lives through these days. */
    OfferedLoad live(Schedule schedule, int from, int until) {
        Wires wires = schedule.wires;
        for (int day = from; day < until; day++) {
            Terms terms = schedule.on(day);
            // Upstream first; on a circle, what comes back comes back the day after.
            for (int i = wires.services - 1; i >= 0; i--) {
                int s = wires.downstreamFirst[i];
                double coming = schedule.arrivals[s][day];
                for (int w : wires.into[s]) {
                    coming += wires.from[w] < 0 ? 0 : gone[wires.from[w]] * terms.share[w];
                    coming += day == begin ? found[w] : 0;
                }
                double there = stays[s].before(day) + coming * terms.stay[s].firstDay;
                stays[s].start(day, coming, terms.stay[s]);
                gone[s] = Math.max(0, load[s][day] + coming - there);
                load[s][day + 1] = there;
                ready[s][day] = coming;
            }
        }
        return this;
    }
}
