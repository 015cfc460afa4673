package org.whorl.engine.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.random.IncompleteGamma;

/**
 * One measure through a forecast. Its mean is read off the path. How often it passes its crisis is read from a gamma
 * distribution with the mean and variance the path gives it each day: services are taken to vary apart from each other.
 */
final class MeasureFigures {

    /** A long count is looked at in about so many steps; a short one, person by person. */
    private static final int STEPS = 250;

    private final Measure measure;
    private final Forecast forecast;
    private final Course course;
    private final Wires wires;
    private final RecentWaits recent;

    /** By service or exit of the wire's beginning, the share of people who carry the tags. */
    private final double[] tagged;

    private final int[] services;
    private final int[] wiresCounted;
    private final boolean atHome;
    private final boolean outside;

    MeasureFigures(Measure measure, Forecast forecast, RecentWaits recent) {
        this.measure = measure;
        this.forecast = forecast;
        this.recent = recent;
        course = forecast.course;
        wires = forecast.schedule.wires;
        Model model = forecast.schedule.timeline.epochs().getFirst().model();
        int n = wires.services;
        boolean anywhere = measure.in().isEmpty();
        boolean[] at = new boolean[n];
        boolean[] waitingFor = new boolean[n];
        for (int s = 0; s < n; s++) {
            String id = model.services().get(s).id();
            at[s] = anywhere || measure.in().contains(id);
            waitingFor[s] =
                    measure.waitingFor().isEmpty() || measure.waitingFor().contains(id);
        }
        atHome = anywhere || measure.in().contains(Measure.HOME);
        outside = anywhere || measure.in().contains(Measure.OUTSIDE);
        tagged = tagged(model);
        services = measure.count() == Measure.Count.IN_PLACE ? chosen(at) : new int[0];
        wiresCounted = switch (measure.count()) {
            case IN_PLACE -> new int[0];
            case BLOCKED -> wires(w -> wires.from[w] >= 0 && at[wires.from[w]]);
            case WAITING ->
                wires(w -> waitingFor[wires.to[w]] && (wires.from[w] >= 0 ? at[wires.from[w]] : somewhere(w, at)));
        };
        shelter = at;
    }

    private final boolean[] shelter;

    private boolean somewhere(int wire, boolean[] at) {
        int room = wires.waitsIn[wires.to[wire]];
        return outside || (room >= 0 ? at[room] : atHome);
    }

    private int[] wires(java.util.function.IntPredicate wanted) {
        return java.util.stream.IntStream.range(0, wires.wires()).filter(wanted).toArray();
    }

    private static int[] chosen(boolean[] which) {
        return java.util.stream.IntStream.range(0, which.length)
                .filter(s -> which[s])
                .toArray();
    }

    /** The share of the people at each service who carry the tags, if all mix: from where they come from. */
    private double[] tagged(Model model) {
        double[] share = new double[wires.services];
        Arrays.fill(share, 1);
        if (measure.where().isEmpty()) {
            return share;
        }
        double[] outsideTagged = new double[wires.services];
        model.arrivals().forEach(a -> {
            double part = 1;
            for (Map.Entry<String, String> tag : measure.where().entrySet()) {
                var values = a.tags().get(tag.getKey());
                part *= values == null ? 0 : values.getOrDefault(tag.getValue(), 0.0);
            }
            outsideTagged[model.indexOf(a.to())] += part * a.rate().value();
        });
        Terms terms = forecast.schedule.terms[0];
        double[] flow = terms.follow(wires, outsideTagged);
        for (int s = 0; s < share.length; s++) {
            share[s] = terms.flow[s] > 0 ? flow[s] / terms.flow[s] : 0;
        }
        return share;
    }

    void addTo(Findings findings) {
        Subject subject = Subject.measure(measure.id());
        int[] clocks = clocks();
        if (clocks.length == 0) {
            return;
        }
        double sum = 0;
        double crises = 0;
        for (int t : clocks) {
            sum += mean(t);
            crises += measure.crisis() == null ? 0 : beyond(measure.crisis(), t);
        }
        double mean = sum / clocks.length;
        if (measure.on() == null) {
            int from = forecast.schedule.time.warmUp();
            int until = forecast.schedule.time.end();
            // Time-average, not the mean of midnights: half of the first moment for half of the last.
            mean += (mean(from) - mean(until)) / 2 / clocks.length;
        }
        findings.put(subject, Field.MEAN, mean);
        if (measure.crisis() != null) {
            findings.put(subject, Field.P_CRISIS, crises / clocks.length);
        }
    }

    /** The count at the end of each measured day; null for a measure that is taken on some days only. */
    double @Nullable [] series() {
        if (measure.on() != null) {
            return null;
        }
        int from = forecast.schedule.time.warmUp();
        double[] series = new double[forecast.schedule.time.days()];
        for (int day = 0; day < series.length; day++) {
            series[day] = mean(from + day + 1);
        }
        return series;
    }

    /**
     * What the count can come to on a measured day, all of them together: the quantiles of {@link Quantiles}, from the same
     * gamma distributions as the chance of a crisis. Empty when no day is measured.
     *
     * @param every look at every so many of those days, from the middle of the first so many
     */
    double[] quantiles(int every) {
        int[] all = clocks();
        int first = Math.min(every / 2, all.length / 2);
        int[] clocks = IntStream.range(0, all.length)
                .filter(i -> i % every == first)
                .map(i -> all[i])
                .toArray();
        if (clocks.length == 0) {
            return new double[0];
        }
        double highest = 0;
        for (int t : clocks) {
            highest = Math.max(highest, mean(t) + 6 * Math.sqrt(Math.max(0, variance(t))));
        }
        double[] values = new double[Quantiles.COUNT];
        double step = Math.max(1, Math.rint(highest / STEPS));
        double count = -step;
        double below = 0;
        double before = 0;
        for (int i = 0; i < values.length; ) {
            if (below >= Quantiles.share(i) || count > highest) {
                double part = step == 1 || below == before ? 1 : (Quantiles.share(i) - before) / (below - before);
                values[i++] = Math.max(0, count - (1 - part) * step);
                continue;
            }
            count += step;
            before = below;
            double sum = 0;
            for (int t : clocks) {
                sum += 1 - beyond(count, t);
            }
            below = sum / clocks.length;
        }
        return values;
    }

    /** Whether the measure looks at a service whose queue has no end. */
    boolean touches(int service) {
        for (int w : wiresCounted) {
            if (wires.to[w] == service) {
                return true;
            }
        }
        for (int s : services) {
            if (s == service) {
                return true;
            }
        }
        return false;
    }

    private int[] clocks() {
        List<Integer> clocks = new ArrayList<>();
        for (int day = forecast.schedule.time.warmUp(); day < forecast.schedule.time.end(); day++) {
            if (isCounted(day)) {
                clocks.add(day + 1);
            }
        }
        return clocks.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean isCounted(int day) {
        if (measure.on() == null) {
            return true;
        }
        LocalDate date = forecast.schedule.time.date(day);
        return date.getDayOfWeek().getValue() == measure.on().weekday()
                && (date.getDayOfMonth() - 1) / 7 + 1 == measure.on().week();
    }

    private double mean(int t) {
        double sum = 0;
        for (int w : wiresCounted) {
            sum += counted(w, t) * course.onWire[w][t];
        }
        for (int s : services) {
            sum += tagged[s] * heldLonger(s, t);
        }
        return sum;
    }

    private double variance(int t) {
        double sum = 0;
        for (int w : wiresCounted) {
            sum += thinned(wires.to[w], counted(w, t) * course.onWire[w][t], t);
        }
        for (int s : services) {
            double people = course.inPlace[s][t];
            double part = people > 0 ? tagged[s] * heldLonger(s, t) / people : 0;
            sum += part * part * course.inPlaceVariance(s, t) + part * (1 - part) * people;
        }
        return sum;
    }

    /** Variance of some of the people in a queue, picked at random. */
    private double thinned(int service, double some, int t) {
        double queue = course.waiting[service][t];
        double part = queue > 0 ? some / queue : 0;
        return part * part * course.queueVariance[service][t] + part * (1 - part) * queue;
    }

    /** Of the people on a wire the share this measure counts: by place, by tag, by how long they have waited. */
    private double counted(int wire, int t) {
        int u = wires.from[wire];
        int s = wires.to[wire];
        double share = u >= 0 ? tagged[u] : tagged[s] * placed(wire, s, t);
        return measure.longerThan() > 0 ? share * recent.waitedLonger(s, t, measure.longerThan()) : share;
    }

    /** Of those from outside, the share who wait where the measure looks. */
    private double placed(int wire, int s, int t) {
        double on = course.onWire[wire][t];
        double without = on > 0 ? Math.min(1, course.outside[s][t] / on) : 0;
        int room = wires.waitsIn[s];
        boolean inside = room >= 0 ? shelter[room] : atHome;
        return (outside ? without : 0) + (inside ? 1 - without : 0);
    }

    /** How many hold a place for longer than the threshold: all but those who came since. */
    private double heldLonger(int s, int t) {
        double longer = measure.longerThan();
        if (longer <= 0) {
            return course.inPlace[s][t];
        }
        double sheltered = 0;
        double shelteredLonger = 0;
        for (int other : wires.shelters[s]) {
            int w = wires.outside[other];
            double here = course.onWire[w][t] - course.outside[other][t];
            sheltered += here;
            shelteredLonger += here * recent.waitedLonger(other, t, longer);
        }
        double since = recent.stillHeld(s, t, longer);
        return Math.max(0, course.inPlace[s][t] - sheltered - since) + shelteredLonger;
    }

    private double beyond(double crisis, int t) {
        double mean = mean(t);
        double variance = variance(t);
        // Counts are whole: more than 60 is 61 or more, and a smooth curve puts 61 between 60.5 and 61.5.
        double threshold = Math.floor(crisis) + 0.5;
        if (mean <= 0 || variance <= 1e-9) {
            return mean > threshold ? 1 : 0;
        }
        return IncompleteGamma.upper(mean * mean / variance, threshold * mean / variance);
    }
}
