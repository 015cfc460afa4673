package org.whorl.engine.simulation;

import java.util.Arrays;
import org.whorl.engine.random.Sampler;
import org.whorl.engine.random.Streams;

/**
 * A service whose people meet nobody else's ({@link Alone} says which are such). It needs no events: who is first in line
 * starts when the first of the places falls free, so the moments at which places fall free are all there is to know
 * (J. Kiefer and J. Wolfowitz, Transactions of the American Mathematical Society 78, 1955). They lie in a heap.
 *
 * <p>So what will happen to a person is known when they come, and is booked ahead. But only within a <em>stretch</em> of
 * days in which places and terms stay the same: who would start after it stands in line until the next one opens.
 */
final class LoneService {

    private static final long NEVER = Double.doubleToRawLongBits(Double.MAX_VALUE);

    private final int service;
    private final Schedule schedule;
    private final Tally tally;
    private final Bookings bookings;
    private final long stayWord;
    private final int end;

    /** For each day, the day on which the next stretch opens. */
    private final int[] nextStretch;

    private double from;
    private int until;
    private int places;
    private Terms terms;

    /** Whether a stretch has just opened: whoever waits has a stay under its terms. */
    private boolean opened;

    /** When the places now used fall free, as a heap: the first is the earliest. Unused where there is no limit. */
    private long[] ends = new long[64];

    private int used;

    /** When places fall free that will close then, because there are more people than places. */
    private double[] closing = {};

    private int closings;

    /** Everybody who has come and whose start is not known yet. */
    private final LoneLine line = new LoneLine();

    private int inside;

    LoneService(int service, Wiring wiring, Schedule schedule, Tally tally) {
        this.service = service;
        this.schedule = schedule;
        this.tally = tally;
        bookings = new Bookings(service, wiring, tally);
        stayWord = wiring.stayWord[service];
        end = schedule.time.end();
        nextStretch = schedule.stretchesOf(service);
        terms = schedule.terms[0];
    }

    void clear() {
        until = 0;
        opened = false;
        used = 0;
        closings = 0;
        inside = 0;
        line.clear();
    }

    int inside() {
        return inside;
    }

    /** Takes on the terms and places of a day, if they are new. */
    void open(int day) {
        if (day != until) {
            return;
        }
        from = day;
        until = nextStretch[day];
        terms = schedule.terms[schedule.epochOf[day]];
        places = schedule.places[service][day];
        opened = true;
        for (int i = 0; i < closings; i++) {
            use(closing[i]);
        }
        closings = 0;
        while (used > 0 && firstFree() <= from) {
            takeFirst();
        }
    }

    /** Somebody in the middle of a stay when the clock starts. */
    void openInPlace(int kind, double remaining) {
        inside++;
        stay(kind, 0, remaining);
        if (places != Schedule.UNLIMITED) {
            use(remaining);
        }
    }

    /** Somebody who has waited for some time when the clock starts. */
    void openWaiting(double waited, long key, int kind) {
        inside++;
        line.stand(-waited, key, kind);
    }

    /** Somebody who comes today. */
    void come(double when, long key, int kind) {
        inside++;
        line.come(when, key, kind);
    }

    /** Tells everybody in line when they will start, as far as this stretch goes. */
    void serve() {
        int came = line.order();
        drawStays(opened ? line.head() : line.tail() - came);
        opened = false;
        while (used > places) {
            close(takeFirst());
        }
        while (!line.isEmpty()) {
            double ready = line.ready();
            double start = Math.max(ready, from);
            boolean anotherPlace = used < places && !(used > 0 && firstFree() <= start);
            if (!anotherPlace) {
                start = used == 0 ? Double.POSITIVE_INFINITY : Math.max(start, firstFree());
            }
            if (start >= until) {
                break;
            }
            double over = start(ready, start);
            if (places == Schedule.UNLIMITED) {
                continue;
            }
            if (anotherPlace) {
                use(over);
            } else {
                sink(Double.doubleToRawLongBits(over));
            }
        }
        line.forEachNotCounted(bookings::beginWaiting);
    }

    /** Draws the stays of those in line from this position on. */
    private void drawStays(int first) {
        Sampler sampler = terms.stay[service];
        for (int i = first; i < line.tail(); i++) {
            line.stay(i, sampler.sample(Streams.mix(line.key(i) + stayWord)));
        }
    }

    /** Whoever is first in line starts; when the stay will be over. */
    private double start(double ready, double start) {
        int kind = line.kind();
        double wait = start - ready;
        if (line.firstIsCounted()) {
            bookings.endWaiting(kind, ready, start);
        } else if (wait > 0) {
            bookings.beginWaiting(kind, ready);
            bookings.endWaiting(kind, ready, start);
        }
        tally.started(service, wait);
        double stay = line.stay();
        double growth = terms.stayGrows[service];
        double over = start + (growth == 0 ? stay : stay * (1 + growth * wait));
        stay(kind, start, over);
        line.leave();
        return over;
    }

    private void stay(int kind, double start, double over) {
        bookings.stay(kind, start, over);
        if (over < end) {
            tally.departed();
            inside--;
        }
    }

    /** At the very end: those who still wait. */
    void finish() {
        line.forEach(bookings::stillWaiting);
    }

    // ---- places ----

    private void close(double when) {
        if (closings == closing.length) {
            closing = Arrays.copyOf(closing, 2 * closings + 8);
        }
        closing[closings++] = when;
    }

    /** One more place is used. */
    private void use(double over) {
        if (used + 2 >= ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        used++;
        ends[used] = NEVER;
        rise(used - 1, Double.doubleToRawLongBits(over));
    }

    private double firstFree() {
        return Double.longBitsToDouble(ends[0]);
    }

    private double takeFirst() {
        double first = firstFree();
        used--;
        long last = ends[used];
        ends[used] = NEVER;
        if (used > 0) {
            sink(last);
        }
        return first;
    }

    /**
     * From the top down the earlier of two moves up, as far as there are any; then the new one rises from there, which is
     * seldom far, because it is nearly always one of the latest. Which of two is the earlier is anybody's guess, so it is
     * calculated and not asked: a processor that guesses wrong waits.
     */
    private void sink(long bits) {
        long[] heap = ends;
        int size = used;
        int i = 0;
        for (int below = 1; below < size; below = 2 * i + 1) {
            below += (int) ((heap[below + 1] - heap[below]) >>> 63);
            heap[i] = heap[below];
            i = below;
        }
        rise(i, bits);
    }

    private void rise(int from, long bits) {
        int i = from;
        while (i > 0 && ends[(i - 1) >> 1] > bits) {
            ends[i] = ends[(i - 1) >> 1];
            i = (i - 1) >> 1;
        }
        ends[i] = bits;
    }
}
