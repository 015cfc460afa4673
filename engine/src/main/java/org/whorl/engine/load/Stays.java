package org.whorl.engine.load;

import java.util.ArrayList;
import java.util.List;

/**
 * The people in mid-stay at one service: those who were there at the beginning, and those who started since, each by the
 * length of stay that held on the day they started.
 */
final class Stays {

    /** Days on which the same length of stay held. */
    private record Stretch(int from, int until, StayKernel kernel) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private final double[] starts;
    private final double[] first;
    private final int begin;

    /** For each stretch of stays without memory, those of it still there; for the others unused. */
    private final double[] memoryless;

    Stays(Schedule schedule, int service, int begin, double[] first) {
        this.begin = begin;
        this.first = first;
        int days = schedule.time.end();
        starts = new double[days];
        for (int day = begin; day < days; day++) {
            StayKernel kernel = schedule.on(day).stay[service];
            int last = stretches.size() - 1;
            if (last >= 0 && stretches.get(last).kernel == kernel) {
                stretches.set(last, new Stretch(stretches.get(last).from, day + 1, kernel));
            } else {
                stretches.add(new Stretch(day, day + 1, kernel));
            }
        }
        memoryless = new double[stretches.size()];
    }

    /** People start evenly over a day. Days must come in order. */
    void start(int day, double people) {
        starts[day] = people;
    }

    double started(int day) {
        return day < begin ? 0 : starts[day];
    }

    /** Of those there at the beginning, how many still are at the end of a day. */
    double ofTheFirst(int day) {
        int at = day - begin + 1;
        return at < first.length ? first[at] : 0;
    }

    /** Those still there at the end of a day who started before it. To be asked once a day, in order. */
    double before(int day) {
        double sum = ofTheFirst(day);
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            if (stretch.from >= day) {
                break;
            }
            StayKernel kernel = stretch.kernel;
            if (kernel.keptOvernight > 0) {
                double joined = day <= stretch.until ? starts[day - 1] * kernel.firstDay : 0;
                memoryless[i] = (memoryless[i] + joined) * kernel.keptOvernight;
                sum += memoryless[i];
            } else {
                sum += kernel.remaining(starts, stretch.from, Math.min(stretch.until, day), day);
            }
        }
        return sum;
    }
}
