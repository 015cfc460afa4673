package org.whorl.engine.load;

import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Service;

/** What a forecast says of each service. */
final class ServiceFigures {

    /** Of those who come, at most this share should wait when places are chosen for them. */
    static final double DELAY_TARGET = 0.1;

    /** Days over which load and waits are taken together where every day by itself would be too much work. */
    static final int STRETCH = 30;

    private final Forecast forecast;
    private final Schedule schedule;
    private final Course course;
    private final Terms terms;
    private final Model model;
    private final int from;
    private final int until;

    ServiceFigures(Forecast forecast) {
        this.forecast = forecast;
        schedule = forecast.schedule;
        course = forecast.course;
        from = schedule.time.warmUp();
        until = schedule.time.end();
        terms = schedule.on(until - 1);
        model = schedule.timeline.epochs().get(schedule.epochOf[until - 1]).model();
    }

    void addTo(Findings findings) {
        for (int s = 0; s < schedule.services(); s++) {
            Service service = model.services().get(s);
            Subject subject = Subject.service(service.id());
            if (service.lengthOfStay() != null) {
                waits(s, subject, findings);
                loads(s, subject, findings);
            }
            double inPlace = forecast.mean(course.inPlace[s]);
            findings.put(subject, Field.IN_PLACE, inPlace);
            findings.put(subject, Field.BLOCKED, forecast.mean(course.blocked[s]));
            if (!service.capacity().isUnlimited()) {
                findings.put(subject, Field.OCCUPANCY, inPlace / forecast.meanPlaces(s));
            }
            if (service.hasCarers()) {
                findings.put(subject, Field.CARERS_HOURS, carersHours(s));
            }
        }
    }

    private void waits(int s, Subject subject, Findings findings) {
        double days = schedule.time.days();
        double starts = forecast.sum(course.starts[s]);
        findings.put(subject, Field.WAITING, forecast.mean(course.waiting[s]));
        findings.put(subject, Field.OUTSIDE, forecast.mean(course.outside[s]));
        if (starts > 0) {
            Waits waits = new Waits(forecast, s);
            findings.put(subject, Field.WAIT, waits.mean());
            double p95 = waits.exceededBy(0.05);
            findings.put(subject, Field.WAIT_P95, p95);
            findings.put(subject, Field.WAIT_P95_POOLED, p95);
            findings.put(subject, Field.DELAYED_SHARE, waits.delayedShare());
            Double target = model.services().get(s).queue().target();
            if (target != null) {
                findings.put(subject, Field.LATE_SHARE, waits.beyond(target));
            }
        }
        findings.put(subject, Field.STARTS, starts / days);
        findings.put(subject, Field.LOST, forecast.sum(course.lost[s]) / days);
        findings.put(subject, Field.LEFT, forecast.sum(course.left[s]) / days);
        findings.put(subject, Field.MOVED, forecast.sum(course.moved[s]) / days);
    }

    private void loads(int s, Subject subject, Findings findings) {
        findings.put(subject, Field.OFFERED_LOAD, forecast.mean(forecast.offered.load[s]));
        findings.put(subject, Field.DELAY_TARGET_PLACES, delayTargetPlaces(s));
        Service service = model.services().get(s);
        double placeCost = price(service.cost().perPlaceDay()) + stepDay(service.cost());
        double waitCost = waitCost(s);
        if (!service.capacity().isUnlimited() && placeCost > 0 && waitCost > 0) {
            double load = forecast.mean(forecast.offered.load[s]);
            double cs2 = terms.stay[s].cs2;
            double variability = (terms.variability[s] + cs2) / (1 + cs2);
            findings.put(
                    subject,
                    Field.LEAST_COST_PLACES,
                    new LeastCost(load, cs2, variability, placeCost, waitCost).places());
        }
    }

    /** The fewest places with which, over the measured days, no more than the target wait (Halfin and Whitt, by stretches). */
    private double delayTargetPlaces(int s) {
        int n = (until - from + STRETCH - 1) / STRETCH;
        double[] load = new double[n];
        double[] days = new double[n];
        double most = 0;
        for (int i = 0; i < n; i++) {
            int first = from + i * STRETCH;
            int last = Math.min(until, first + STRETCH);
            load[i] = Forecast.mean(forecast.offered.load[s], first, last);
            days[i] = last - first;
            most = Math.max(most, load[i]);
        }
        if (most <= 0) {
            return 0;
        }
        double z = peakedness(s);
        double low = 0;
        double high = SquareRoot.places(most, z, DELAY_TARGET);
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += days[i] * (load[i] > 0 ? SquareRoot.delayed((middle - load[i]) / Math.sqrt(z * load[i])) : 0);
            }
            if (sum <= DELAY_TARGET * (until - from)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Variance / mean of the number there without a limit: 1 + (ca2 - 1) x the integral of S^2 over that of S. */
    double peakedness(int s) {
        StayKernel stay = terms.stay[s];
        double squares = 0;
        for (int u = 0; stay.kept(u) > 0; u++) {
            squares += stay.kept(u) * stay.kept(u);
        }
        return Math.max(0.05, 1 + (terms.variability[s] - 1) * squares / stay.mean);
    }

    /** Pounds a day for a person who waits, where they wait: in the service that shelters them, or upstream. */
    private double waitCost(int s) {
        Wires wires = schedule.wires;
        double people = 0;
        double pounds = 0;
        for (int w : wires.into[s]) {
            int u = wires.from[w];
            double stream = u < 0 ? outsideStream(s) : terms.share[w] * terms.flow[u];
            int place = u < 0 ? wires.waitsIn[s] : u;
            people += stream;
            pounds +=
                    place < 0 ? 0 : stream * fullDay(model.services().get(place).cost());
        }
        return people > 0 ? pounds / people : 0;
    }

    private double outsideStream(int s) {
        double sum = terms.flow[s];
        for (int w : schedule.wires.into[s]) {
            int u = schedule.wires.from[w];
            sum -= u < 0 ? 0 : terms.share[w] * terms.flow[u];
        }
        return Math.max(0, sum);
    }

    private double fullDay(Cost cost) {
        return price(cost.perPlaceDay()) + price(cost.perUsedDay()) + stepDay(cost);
    }

    private double stepDay(Cost cost) {
        Cost.Step step = cost.step();
        return step == null ? 0 : price(step.cost()) / (365 * step.places().value());
    }

    private double price(@Nullable Parameter parameter) {
        return parameter == null ? 0 : model.money().inPriceYear(parameter);
    }

    private double carersHours(int s) {
        double hours = 0;
        for (int day = from; day < until; day++) {
            Service service = schedule.timeline
                    .epochs()
                    .get(schedule.epochOf[day])
                    .model()
                    .services()
                    .get(s);
            hours += service.carersHours(
                    (course.inPlace[s][day] + course.inPlace[s][day + 1]) / 2,
                    (atHome(s, day) + atHome(s, day + 1)) / 2);
        }
        return hours;
    }

    /** People who wait for a service and hold no place anywhere. */
    private double atHome(int s, int clock) {
        return schedule.wires.waitsIn[s] < 0
                ? course.onWire[schedule.wires.outside[s]][clock]
                : course.outside[s][clock];
    }
}
