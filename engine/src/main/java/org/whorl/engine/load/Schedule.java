package org.whorl.engine.load;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Timeline;

/** Everything a scenario fixes in advance: terms by epoch, and by day the people who come, the places, the starts allowed. */
final class Schedule {

    /** For a day on which any number may start. */
    static final double NO_QUOTA = Double.POSITIVE_INFINITY;

    final Timeline timeline;
    final Wires wires;
    final Horizon time;
    final Terms[] terms;
    final int[] epochOf;

    /** By service and day: people expected from outside; places (for visits, as many people as they serve); starts. */
    final double[][] arrivals;

    final double[][] places;
    final double[][] quota;

    /** By service, whether its places were not whole numbers somewhere and were rounded down. */
    final boolean[] rounded;

    Schedule(Timeline timeline, Wires wires, Map<Distribution, StayKernel> kernels) {
        this.timeline = timeline;
        this.wires = wires;
        List<Timeline.Epoch> epochs = timeline.epochs();
        time = epochs.getFirst().model().time();
        int days = time.end();
        terms = new Terms[epochs.size()];
        epochOf = new int[days];
        arrivals = new double[wires.services][days];
        places = new double[wires.services][days];
        quota = new double[wires.services][days];
        rounded = new boolean[wires.services];
        LocalDate[] dates = new LocalDate[days];
        for (int day = 0; day < days; day++) {
            dates[day] = day == 0 ? time.origin() : dates[day - 1].plusDays(1);
        }
        for (int e = 0; e < terms.length; e++) {
            Model model = epochs.get(e).model();
            terms[e] = new Terms(model, wires, days, kernels);
            int from = epochs.get(e).from();
            int until = e + 1 < terms.length ? epochs.get(e + 1).from() : days;
            Arrays.fill(epochOf, from, until, e);
            for (Arrival arrival : model.arrivals()) {
                addArrivals(arrival, arrivals[model.indexOf(arrival.to())], dates, from, until);
            }
            for (int s = 0; s < wires.services; s++) {
                fillPlaces(model.services().get(s), terms[e], s, from, until);
                fillQuota(model.services().get(s), terms[e], s, dates, from, until);
            }
        }
    }

    private static void addArrivals(Arrival arrival, double[] people, LocalDate[] dates, int from, int until) {
        // A year has at most 84 kinds of days, a weekday in a month; most streams have fewer.
        boolean weeks = !arrival.weekday().isFlat();
        boolean months = !arrival.month().isFlat();
        double[] known = new double[7 * 12];
        Arrays.fill(known, Double.NaN);
        for (int day = from; day < until; day++) {
            LocalDate date = dates[day];
            int kind =
                    (weeks ? (date.getDayOfWeek().getValue() - 1) * 12 : 0) + (months ? date.getMonthValue() - 1 : 0);
            if (Double.isNaN(known[kind])) {
                known[kind] = arrival.meanOn(date);
            }
            people[day] += known[kind];
        }
    }

    private void fillPlaces(Service service, Terms terms, int s, int from, int until) {
        Capacity capacity = service.capacity();
        boolean constant = switch (capacity) {
            case Capacity.Unlimited _ -> true;
            case Capacity.Calendar c -> c.steps().size() == 1;
            case Capacity.Cycle c -> c.amounts().size() == 1;
        };
        for (int day = from; day < until; day++) {
            if (constant && day > from) {
                places[s][day] = places[s][day - 1];
                continue;
            }
            double amount = capacity.amount(time, day);
            places[s][day] = capacity.countsVisits() ? amount / terms.visits[s] : Math.floor(amount + 1e-9);
            rounded[s] |= !capacity.countsVisits() && amount - places[s][day] > 1e-9;
        }
    }

    private void fillQuota(Service service, Terms terms, int s, LocalDate[] dates, int from, int until) {
        List<Double> starts = service.starts().factors();
        boolean free = starts.stream().allMatch(f -> f >= 1);
        for (int day = from; day < until; day++) {
            double part = free ? 1 : starts.get(dates[day].getDayOfWeek().getValue() - 1);
            double mostKept = terms.stay[s].mean == 0 || service.capacity().countsVisits()
                    ? Double.POSITIVE_INFINITY
                    : places[s][day] / terms.stay[s].mean;
            quota[s][day] = part >= 1 ? NO_QUOTA : part * Math.min(terms.flow[s], mostKept);
        }
    }

    /** The terms of a day. */
    Terms on(int day) {
        return terms[epochOf[day]];
    }

    int services() {
        return wires.services;
    }

    boolean unlimited(int service, int day) {
        return Double.isInfinite(places[service][day]);
    }

    /** A new table of shared kernels for models of one horizon. */
    static Map<Distribution, StayKernel> kernels() {
        return new HashMap<>();
    }
}
