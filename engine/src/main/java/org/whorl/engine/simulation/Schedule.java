package org.whorl.engine.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.random.CountTable;

/** Everything a scenario fixes in advance: terms by epoch, and by day the places, the starts allowed and the arrivals. */
final class Schedule {

    static final int UNLIMITED = Integer.MAX_VALUE;

    final Timeline timeline;
    final Horizon time;
    final Terms[] terms;

    /** What held before the clock started, for stays that had begun by then. */
    final Terms before;

    /** The epoch of each day. */
    final int[] epochOf;

    /** For each service and day, places; for a service that counts visits, visits a day. */
    final int[][] places;

    /** For each service and day, how many usual starts' worth may start; below 0: no limit. */
    final double[][] startsAllowed;

    /** For each service whether there is a day on which starts are limited. */
    final boolean[] limitsStarts;

    /** Days on which places, starts or terms may differ from the day before, so that somebody may start at midnight. */
    final boolean[] opensAnew;

    /** Days at whose end use is booked: the last of a stretch of cost, of an epoch, of the warm-up. */
    final boolean[] closesStretch;

    /** The services that make visits. */
    final int[] visitServices;

    /** For each stream and day, the number of people. */
    final CountTable[][] arrivals;

    /** Streams' shares of the people in each service, to guess who an opening census holds. */
    final double[][] mixOf;

    /** About how many events a day there will be. */
    final double eventsPerDay;

    /** How many services had places that were not whole numbers and were rounded down. */
    final boolean[] rounded;

    /**
     * Lays out a scenario day by day.
     *
     * @param base the model as it stands
     */
    Schedule(Model base, Timeline timeline) {
        this.timeline = timeline;
        List<Timeline.Epoch> epochs = timeline.epochs();
        time = base.time();
        int days = time.end();
        int services = base.services().size();
        terms = new Terms[epochs.size()];
        epochOf = new int[days];
        places = new int[services][days];
        startsAllowed = new double[services][days];
        arrivals = new CountTable[base.arrivals().size()][days];
        rounded = new boolean[services];
        limitsStarts = new boolean[services];
        opensAnew = new boolean[days];
        closesStretch = new boolean[days];
        visitServices = IntStream.range(0, services)
                .filter(s -> base.services().get(s).visits() != null)
                .toArray();
        before = new Terms(base);
        mixOf = Flows.byStream(base);
        double busiest = 0;
        Map<Double, Map<Double, CountTable>> tables = new HashMap<>();
        for (int e = 0; e < epochs.size(); e++) {
            Model model = epochs.get(e).model();
            terms[e] = new Terms(model);
            int from = epochs.get(e).from();
            int until = e + 1 < epochs.size() ? epochs.get(e + 1).from() : days;
            Arrays.fill(epochOf, from, until, e);
            double[] flows = Flows.total(Flows.byStream(model), services);
            busiest = Math.max(busiest, Arrays.stream(flows).sum());
            for (int s = 0; s < services; s++) {
                fillService(model.services().get(s), s, from, until, flows[s], terms[e].meanStay[s]);
            }
            for (int a = 0; a < arrivals.length; a++) {
                fillArrivals(model.arrivals().get(a), arrivals[a], from, until, tables);
            }
        }
        eventsPerDay = 2 * busiest + 1;
        markDays();
    }

    private void markDays() {
        for (int day = 0; day < epochOf.length; day++) {
            boolean first = day == 0 || epochOf[day] != epochOf[day - 1];
            boolean last = day + 1 == epochOf.length || epochOf[day] != epochOf[day + 1];
            opensAnew[day] = first || visitServices.length > 0;
            for (int s = 0; s < places.length && !opensAnew[day]; s++) {
                opensAnew[day] = places[s][day] != places[s][day - 1]
                        || startsAllowed[s][day] >= 0
                        || startsAllowed[s][day - 1] >= 0;
            }
            closesStretch[day] = last || day + 1 == time.warmUp() || (day + 1) % Tally.BLOCK_DAYS == 0;
        }
    }

    private void fillService(Service service, int s, int from, int until, double flow, double meanStay) {
        Capacity capacity = service.capacity();
        List<Double> starts = service.starts().factors();
        boolean free = starts.stream().allMatch(f -> f >= 1);
        for (int day = from; day < until; day++) {
            double amount = capacity.amount(time, day);
            places[s][day] = Double.isInfinite(amount) ? UNLIMITED : (int) Math.floor(amount + 1e-9);
            rounded[s] |= !Double.isInfinite(amount) && Math.abs(amount - Math.rint(amount)) > 1e-9;
            double share = starts.get(time.date(day).getDayOfWeek().getValue() - 1);
            double usual = service.lengthOfStay() == null || Double.isInfinite(amount) || capacity.countsVisits()
                    ? flow
                    : Math.min(flow, amount / Math.max(meanStay, 1e-9));
            startsAllowed[s][day] = free || share >= 1 ? -1 : share * usual;
            limitsStarts[s] |= startsAllowed[s][day] >= 0;
        }
    }

    private void fillArrivals(
            Arrival arrival, CountTable[] tables, int from, int until, Map<Double, Map<Double, CountTable>> known) {
        double dispersion = arrival.dispersion().value();
        Map<Double, CountTable> byMean = known.computeIfAbsent(dispersion, _ -> new HashMap<>());
        for (int day = from; day < until; day++) {
            double mean = arrival.meanOn(time.date(day));
            tables[day] = byMean.computeIfAbsent(mean, m -> new CountTable(m, dispersion));
        }
    }

    /**
     * For each day the day on which a service's next stretch opens: places, terms or what is counted may then differ from
     * the day before.
     */
    int[] stretchesOf(int service) {
        int[] next = new int[epochOf.length];
        int opens = next.length;
        for (int day = next.length - 1; day >= 0; day--) {
            next[day] = opens;
            if (day > 0
                    && (day == time.warmUp()
                            || epochOf[day] != epochOf[day - 1]
                            || places[service][day] != places[service][day - 1])) {
                opens = day;
            }
        }
        return next;
    }

    LocalDate date(int day) {
        return time.date(day);
    }
}
