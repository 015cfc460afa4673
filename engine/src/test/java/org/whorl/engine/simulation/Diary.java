package org.whorl.engine.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Measure;

/**
 * What happened to everybody, written down stretch by stretch; every figure is then a plain sum over stretches. The
 * slowest way there is, and the hardest to get wrong.
 */
final class Diary {

    /** What a stretch is. */
    enum Kind {
        /** A place is held, by somebody there or for a hand-over. */
        HELD,
        /** Somebody is there. */
        THERE,
        /** Somebody waits. */
        WAITS
    }

    /** From a moment to a moment, somebody held a place or waited somewhere. */
    static final class Stretch {
        final Kind kind;
        final Map<String, String> tags;
        /** A service, or {@code home} or {@code outside}. */
        final String where;

        final @Nullable String wants;
        final boolean blocked;
        /** When the waiting, or the holding of the place, began that this stretch is part of. */
        final double since;

        final double from;
        double to = Double.POSITIVE_INFINITY;

        Stretch(
                Kind kind,
                Map<String, String> tags,
                String where,
                @Nullable String wants,
                boolean blocked,
                double since,
                double from) {
            this.kind = kind;
            this.tags = tags;
            this.where = where;
            this.wants = wants;
            this.blocked = blocked;
            this.since = since;
            this.from = from;
        }

        double overlap(double begin, double end) {
            return Math.max(0, Math.min(to, end) - Math.max(from, begin));
        }
    }

    private final Horizon time;
    private final List<Stretch> stretches = new ArrayList<>();

    Diary(Horizon time) {
        this.time = time;
    }

    Stretch begin(Stretch stretch) {
        stretches.add(stretch);
        return stretch;
    }

    int[] daily(Predicate<Stretch> which) {
        return daily(which, 0);
    }

    /**
     * At each measured midnight, the stretches that hold and have lasted longer than so many days. What ends at that very
     * moment still stands; what begins then does not yet.
     */
    private int[] daily(Predicate<Stretch> which, double longerThan) {
        int[] counts = new int[time.days()];
        for (Stretch stretch : stretches) {
            if (which.test(stretch)) {
                int midnight = (int) Math.floor(Math.max(time.warmUp(), stretch.from)) + 1;
                while (midnight <= time.end() && midnight <= stretch.to) {
                    boolean long_ = longerThan == 0 || midnight - stretch.since > longerThan;
                    counts[midnight - time.warmUp() - 1] += long_ ? 1 : 0;
                    midnight++;
                }
            }
        }
        return counts;
    }

    double mean(Predicate<Stretch> which) {
        return days(which, time.warmUp(), time.end()) / time.days();
    }

    /** Person-days between two moments. */
    double days(Predicate<Stretch> which, double from, double until) {
        return stretches.stream()
                .filter(which)
                .mapToDouble(s -> s.overlap(from, until))
                .sum();
    }

    static Predicate<Stretch> held(String service) {
        return s -> s.kind == Kind.HELD && s.where.equals(service);
    }

    static Predicate<Stretch> waits(String service) {
        return s -> s.kind == Kind.WAITS && service.equals(s.wants);
    }

    static Predicate<Stretch> blocked(String service) {
        return s -> s.kind == Kind.WAITS && s.blocked && s.where.equals(service);
    }

    private static Predicate<Stretch> of(Measure measure) {
        return s -> switch (measure.count()) {
                    case WAITING -> s.kind == Kind.WAITS;
                    case BLOCKED -> s.kind == Kind.WAITS && s.blocked;
                    case IN_PLACE -> s.kind == (measure.longerThan() > 0 ? Kind.THERE : Kind.HELD);
                }
                && (measure.in().isEmpty() || measure.in().contains(s.where))
                && (measure.count() == Measure.Count.IN_PLACE
                        || measure.waitingFor().isEmpty()
                        || measure.waitingFor().contains(s.wants))
                && measure.where().entrySet().stream()
                        .allMatch(e -> e.getValue().equals(s.tags.get(e.getKey())));
    }

    /** The count at the end of each measured day; on other days than a measure's own it is not taken. */
    int[] daily(Measure measure) {
        int[] counts = daily(of(measure), measure.longerThan());
        for (int day = 0; day < counts.length; day++) {
            counts[day] = isTakenOn(measure, day) ? counts[day] : 0;
        }
        return counts;
    }

    boolean isTakenOn(Measure measure, int day) {
        LocalDate date = time.start().plusDays(day);
        return measure.on() == null
                || (date.getDayOfWeek().getValue() == measure.on().weekday()
                        && (date.getDayOfMonth() + 6) / 7 == measure.on().week());
    }

    /** The average through time, of those days of everybody that lie beyond the threshold. */
    double mean(Measure measure) {
        return stretches.stream()
                        .filter(of(measure))
                        .mapToDouble(
                                s -> s.overlap(Math.max(time.warmUp(), s.since + measure.longerThan()), time.end()))
                        .sum()
                / time.days();
    }
}
