package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * What is counted when somebody waits for, or stays at, a {@link LoneService}. There the future is known before it comes,
 * so everything is booked ahead.
 */
final class Bookings {

    private final Counts counts;
    private final double end;

    /** For each kind of people, the counts that grow by one while somebody waits, and while they stay. */
    private final int[][] whileWaiting;

    private final int[][] whileInPlace;

    /** For each kind of people, the measures of those who have waited, or been in a place, for long. */
    private final Watch[][] ofLongWaits;

    private final Watch[][] ofLongStays;

    /** Measures of those who have long held a place of the service in which people wait. */
    private final Watch[][] ofLongShelter;

    Bookings(int service, Wiring wiring, Tally tally) {
        counts = tally.counts;
        end = tally.schedule.time.end();
        int kinds = wiring.kinds;
        int room = wiring.waitsIn[service];
        whileWaiting = new int[kinds][];
        whileInPlace = new int[kinds][];
        ofLongWaits = new Watch[kinds][];
        ofLongStays = new Watch[kinds][];
        ofLongShelter = new Watch[kinds][];
        for (int kind = 0; kind < kinds; kind++) {
            List<Watch> waits = new ArrayList<>();
            List<Watch> stays = new ArrayList<>();
            List<Watch> shelter = new ArrayList<>();
            for (Watch watch : tally.watches) {
                if (watch.countsThoseWaitingFor(service) && watch.coversSomebodyFromOutside(room, kind)) {
                    waits.add(watch);
                }
                if (watch.countsThoseInPlaceAt(service) && watch.ofKind(kind)) {
                    stays.add(watch);
                }
                if (room >= 0 && watch.countsThoseInPlaceAt(room) && watch.ofKind(kind)) {
                    shelter.add(watch);
                }
            }
            List<Integer> waiting = new ArrayList<>(List.of(Tally.COUNTS * service + Tally.WAITING));
            if (room >= 0) {
                waiting.add(Tally.COUNTS * room + Tally.IN_PLACE);
            }
            whileWaiting[kind] = all(waiting, waits, shelter);
            whileInPlace[kind] = all(List.of(Tally.COUNTS * service + Tally.IN_PLACE), stays, List.of());
            ofLongWaits[kind] = ofLong(waits);
            ofLongStays[kind] = ofLong(stays);
            ofLongShelter[kind] = ofLong(shelter);
        }
    }

    private int[] all(List<Integer> first, List<Watch> some, List<Watch> more) {
        List<Integer> all = new ArrayList<>(first);
        some.stream().filter(w -> w.longerThan == 0).forEach(w -> all.add(w.which));
        more.stream().filter(w -> w.longerThan == 0).forEach(w -> all.add(w.which));
        all.forEach(counts::willBook);
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private Watch[] ofLong(List<Watch> watches) {
        Watch[] some = watches.stream().filter(w -> w.longerThan > 0).toArray(Watch[]::new);
        for (Watch watch : some) {
            counts.willBook(watch.which);
        }
        return some;
    }

    /** Somebody who became ready then waits from then on, or from the beginning of time. */
    void beginWaiting(int kind, double ready) {
        double since = Math.max(ready, 0);
        for (int which : whileWaiting[kind]) {
            counts.book(which, 1, since);
        }
        for (Watch watch : ofLongWaits[kind]) {
            counts.book(watch.which, 1, watch.firstDayOver(since, ready));
        }
        for (Watch watch : ofLongShelter[kind]) {
            counts.book(watch.which, 1, watch.firstDayOver(since, since));
        }
    }

    void endWaiting(int kind, double ready, double start) {
        double since = Math.max(ready, 0);
        for (int which : whileWaiting[kind]) {
            counts.book(which, -1, start);
        }
        for (Watch watch : ofLongWaits[kind]) {
            counts.book(watch.which, -1, Math.max(start, watch.firstDayOver(since, ready)));
            watch.addStretch(since, ready, start);
        }
        for (Watch watch : ofLongShelter[kind]) {
            counts.book(watch.which, -1, Math.max(start, watch.firstDayOver(since, since)));
            watch.addStretch(since, since, start);
        }
    }

    /** Somebody whose wait has no end before all ends. */
    void stillWaiting(int kind, double ready) {
        double since = Math.max(ready, 0);
        for (Watch watch : ofLongWaits[kind]) {
            watch.addStretch(since, ready, end);
        }
        for (Watch watch : ofLongShelter[kind]) {
            watch.addStretch(since, since, end);
        }
    }

    /** Somebody stays from one moment to another. */
    void stay(int kind, double start, double over) {
        for (int which : whileInPlace[kind]) {
            counts.book(which, 1, start);
            counts.book(which, -1, over);
        }
        for (Watch watch : ofLongStays[kind]) {
            double due = watch.firstDayOver(start, start);
            counts.book(watch.which, 1, due);
            counts.book(watch.which, -1, Math.max(over, due));
            watch.addStretch(start, start, Math.min(over, end));
        }
    }
}
