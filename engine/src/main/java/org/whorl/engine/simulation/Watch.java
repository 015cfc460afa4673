package org.whorl.engine.simulation;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Measure;

/** One measure while people are played: whom it covers, and what it has counted. */
final class Watch {

    /** Its place in the tally's counts. */
    final int which;

    final double longerThan;

    /** For each day whether it is a census day; null when every day is. */
    final boolean @Nullable [] onDays;

    /** Person-days beyond {@link #longerThan}, in ticks. */
    long stretches;

    int daysCounted;
    int daysOfCrisis;
    private long censusSum;

    private final Wiring wiring;
    private final Counts counts;
    private final Measure.Count count;
    private final boolean[] waitingFor;
    private final boolean[] at;
    private final boolean[] kinds;
    private final double crisis;
    private final int measuredFrom;

    Watch(Measure measure, Wiring wiring, Schedule schedule, Counts counts, int which) {
        this.which = which;
        this.wiring = wiring;
        this.counts = counts;
        count = measure.count();
        longerThan = measure.longerThan();
        crisis = measure.crisis() == null ? Double.POSITIVE_INFINITY : measure.crisis();
        measuredFrom = schedule.time.warmUp();
        int n = wiring.services;
        waitingFor = new boolean[n];
        Arrays.fill(waitingFor, measure.waitingFor().isEmpty());
        for (String service : measure.waitingFor()) {
            waitingFor[wiring.model.indexOf(service)] = true;
        }
        at = new boolean[n + 2];
        Arrays.fill(at, measure.in().isEmpty());
        for (String place : measure.in()) {
            at[
                    switch (place) {
                        case Measure.OUTSIDE -> n;
                        case Measure.HOME -> n + 1;
                        default -> wiring.model.indexOf(place);
                    }] = true;
        }
        kinds = new boolean[wiring.kinds];
        for (int k = 0; k < kinds.length; k++) {
            Map<String, String> tags = wiring.tagsOf.get(k);
            kinds[k] = measure.where().entrySet().stream()
                    .allMatch(e -> e.getValue().equals(tags.get(e.getKey())));
        }
        onDays = measure.on() == null ? null : censusDays(measure.on(), schedule);
    }

    private static boolean[] censusDays(Measure.CensusDay on, Schedule schedule) {
        boolean[] days = new boolean[schedule.time.end()];
        for (int day = 0; day < days.length; day++) {
            days[day] = on.fallsOn(schedule.date(day));
        }
        return days;
    }

    void clear() {
        stretches = 0;
        daysCounted = 0;
        daysOfCrisis = 0;
        censusSum = 0;
    }

    /** Whether this measure looks at people who wait for this service; those blocked are some of them. */
    boolean countsThoseWaitingFor(int service) {
        return count != Measure.Count.IN_PLACE && waitingFor[service];
    }

    boolean countsThoseInPlaceAt(int service) {
        return count == Measure.Count.IN_PLACE && at[service];
    }

    boolean ofKind(int kind) {
        return kinds[kind];
    }

    /** Whether somebody who waits is covered where they stand. */
    boolean covers(People people, int who) {
        if (count == Measure.Count.BLOCKED && people.stance[who] != People.BLOCKED) {
            return false;
        }
        int where = switch (people.stance[who]) {
            case People.OUTSIDE -> wiring.services;
            case People.AT_HOME -> wiring.services + 1;
            default -> people.place[who];
        };
        return at[where] && kinds[people.kind[who]];
    }

    /** Whether somebody from outside who waits in a service, or at home, is covered. */
    boolean coversSomebodyFromOutside(int room, int kind) {
        return count == Measure.Count.WAITING && at[room < 0 ? wiring.services + 1 : room] && kinds[kind];
    }

    /** The first day at whose end somebody who is here since a moment, and ready since another, has been so for long. */
    int firstDayOver(double hereSince, double since) {
        int day = (int) Math.max(hereSince, Math.min(since + longerThan, Integer.MAX_VALUE - 1.0));
        while (day > (int) hereSince && day - since > longerThan) {
            day--;
        }
        while (day + 1.0 - since <= longerThan) {
            day++;
        }
        return day;
    }

    /** Adds the part of a stretch of waiting that lies beyond the threshold and within the measured time. */
    void addStretch(People people, int who, double now) {
        addStretch(people.hereSince[who], people.ready[who], now);
    }

    /** The same of waiting here since a moment, by somebody ready since another, or of holding a place. */
    void addStretch(double hereSince, double since, double now) {
        stretches += counts.ticks(Math.max(0, now - Math.max(hereSince, thresholdOf(since))));
    }

    private double thresholdOf(double since) {
        return Math.max(since + longerThan, measuredFrom);
    }

    /** Those who have waited, been blocked or held their place longer than the threshold at this moment. */
    int census(People people, Lines lines, Holders holders, double now) {
        int found = 0;
        for (int s = 0; s < wiring.services; s++) {
            if (count == Measure.Count.IN_PLACE) {
                for (int who = at[s] ? holders.first(s) : Lines.NONE;
                        who != Lines.NONE && now - holders.since(who) > longerThan;
                        who = holders.after(who)) {
                    found += kinds[people.kind[who]] ? 1 : 0;
                }
                continue;
            }
            for (int line = wiring.firstLine[s]; line < wiring.overflowLine[s]; line++) {
                for (int node = lines.head(line); node >= 0; node = lines.after(node)) {
                    if (now - people.ready[node >> 1] > longerThan && coversInLine(people, node, s)) {
                        found++;
                    }
                }
            }
        }
        return found;
    }

    /** Whether a node in the line of a service is somebody this measure counts; each person has one such node. */
    private boolean coversInLine(People people, int node, int service) {
        return (node & 1) == 0 && waitingFor[service] && covers(people, node >> 1);
    }

    /** Counts, at the very end, those who are still there. */
    void endAll(People people, Lines lines, Holders holders, double now) {
        if (longerThan == 0) {
            return;
        }
        for (int s = 0; s < wiring.services; s++) {
            if (count == Measure.Count.IN_PLACE) {
                for (int who = at[s] ? holders.first(s) : Lines.NONE; who != Lines.NONE; who = holders.after(who)) {
                    if (kinds[people.kind[who]]) {
                        addStretch(holders.since(who), holders.since(who), now);
                    }
                }
                continue;
            }
            for (int line = wiring.firstLine[s]; line < wiring.overflowLine[s]; line++) {
                for (int node = lines.head(line); node >= 0; node = lines.after(node)) {
                    if (coversInLine(people, node, s)) {
                        addStretch(people, node >> 1, now);
                    }
                }
            }
        }
    }

    /** Whether this measure is taken at the end of this day. */
    boolean isTakenOn(int day) {
        return onDays == null || onDays[day];
    }

    void dayCounted(int value) {
        daysCounted++;
        censusSum += value;
        if (value > crisis) {
            daysOfCrisis++;
        }
    }

    double meanOfCensus() {
        return daysCounted == 0 ? Double.NaN : (double) censusSum / daysCounted;
    }

    /** The share of counted days beyond the crisis; NaN when none is named or no day was counted. */
    double shareOfCrisis() {
        return daysCounted == 0 || Double.isInfinite(crisis) ? Double.NaN : (double) daysOfCrisis / daysCounted;
    }
}
