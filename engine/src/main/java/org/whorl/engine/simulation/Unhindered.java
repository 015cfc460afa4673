package org.whorl.engine.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.LogGamma;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Service;
import org.whorl.engine.random.Sampler;
import org.whorl.engine.random.Streams;
import org.whorl.engine.random.Survival;

/**
 * The people of a replication as they would live if there were always a place: the same people, moments and stays, without
 * waiting. How many are then at a service at a midnight is Poisson with a mean that is known (M_t/G/infinity), so whatever is
 * a function of that number has an expectation that is known too. Those functions are the {@link Controls} of what really
 * happens: the more people need a place beyond those there are, the longer the waits.
 *
 * <p>Only services to which people come straight from outside, by chance alone, and whose places are limited, are followed.
 * Each has {@link #EACH} controls: the mean over the measured days of those who need a place; and of those who need one
 * beyond the places there are, over the measured days and over the same time earlier by one, two and four mean stays, for a
 * queue remembers.
 */
final class Unhindered {

    /** How many mean stays earlier the windows lie. */
    private static final double[] EARLIER = {0, 1, 2, 4};

    /** Controls for each service followed. */
    static final int EACH = 1 + EARLIER.length;

    private static final double NOBODY = 1e-12;

    private final Wiring wiring;
    private final Schedule schedule;
    private final int end;

    /** The services followed; where each one's controls begin in the row is {@link #EACH} times its position here. */
    final int[] followed;

    private final double[] expected;

    Unhindered(Wiring wiring, Schedule schedule) {
        this.wiring = wiring;
        this.schedule = schedule;
        end = schedule.time.end();
        followed = IntStream.range(0, wiring.services).filter(this::isFollowed).toArray();
        expected = new double[EACH * followed.length];
        for (int f = 0; f < followed.length; f++) {
            fill(expected, f, means(followed[f]), true);
        }
    }

    private boolean isFollowed(int s) {
        Model model = wiring.model;
        Service service = model.services().get(s);
        boolean straight = false;
        for (int a = 0; a < wiring.streams; a++) {
            if (wiring.arrivesAt[a] == s) {
                if (model.arrivals().get(a).dispersion().value() > 1) {
                    return false;
                }
                straight = true;
            }
        }
        Duration stay = service.lengthOfStay();
        return straight
                && stay != null
                && !service.capacity().countsVisits()
                && !(service.capacity() instanceof Capacity.Unlimited);
    }

    /** What each control is on average. */
    double[] expected() {
        return expected.clone();
    }

    /** The controls of the replication with this key. */
    double[] of(long replicationKey) {
        double[] row = new double[expected.length];
        for (int f = 0; f < followed.length; f++) {
            fill(row, f, numbers(followed[f], replicationKey), false);
        }
        return row;
    }

    /**
     * Figures of the replications corrected by the controls.
     *
     * @param s the service whose figures they are, whose own controls are used if it is followed; -1 for a figure of several
     *     services, for which the controls of all are added up
     * @param rows the controls of each replication
     */
    double[] correct(int s, double[] figures, double[][] rows) {
        int own = Arrays.binarySearch(followed, s);
        double[][] mine = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            mine[r] = chosen(rows[r], own);
        }
        return new Controls(chosen(expected, own)).correct(figures, mine);
    }

    private static double[] chosen(double[] row, int own) {
        if (own >= 0) {
            return Arrays.copyOfRange(row, EACH * own, EACH * (own + 1));
        }
        double[] sums = new double[EACH];
        for (int i = 0; i < row.length; i++) {
            sums[i % EACH] += row[i];
        }
        return sums;
    }

    /** How many would be there at the end of each day. */
    private double[] numbers(int s, long replicationKey) {
        double[] change = new double[end + 1];
        for (int a = 0; a < wiring.streams; a++) {
            if (wiring.arrivesAt[a] != s) {
                continue;
            }
            long streamKey = Streams.mix(replicationKey + wiring.streamWord[a]);
            for (int day = 0; day < end; day++) {
                Sampler stay = schedule.terms[schedule.epochOf[day]].stay[s];
                long dayKey = Streams.child(streamKey, day);
                int count = schedule.arrivals[a][day].count(dayKey);
                for (int i = 0; i < count; i++) {
                    long key = Streams.child(dayKey, i);
                    double leaves = day
                            + Streams.uniform(Streams.next(key))
                            + stay.sample(Streams.mix(key + wiring.stayWord[s]));
                    if (leaves > day + 1) {
                        change[day]++;
                        change[(int) Math.min(end, Math.ceil(leaves) - 1)]--;
                    }
                }
            }
        }
        for (int day = 1; day < end; day++) {
            change[day] += change[day - 1];
        }
        return change;
    }

    /** How many would be there at the end of each day, on average: those of each day who are still there. */
    private double[] means(int s) {
        double[] means = new double[end];
        double[] kept = {};
        int epoch = -1;
        for (int day = 0; day < end; day++) {
            Model model = schedule.timeline.epochs().get(schedule.epochOf[day]).model();
            if (schedule.epochOf[day] != epoch) {
                epoch = schedule.epochOf[day];
                kept = kept(model.services().get(s).lengthOfStay());
            }
            double come = 0;
            for (int a = 0; a < wiring.streams; a++) {
                come += wiring.arrivesAt[a] == s ? model.arrivals().get(a).meanOn(schedule.time.date(day)) : 0;
            }
            for (int later = 0; later < kept.length && day + later < end; later++) {
                means[day + later] += come * kept[later];
            }
        }
        return means;
    }

    /** Of those who come evenly over a day, the share still there at its end and at the end of each day after it. */
    private double[] kept(@Nullable Duration stay) {
        Survival survival = Survival.of(stay == null ? new Distribution.Constant(0) : stay.distribution());
        double[] kept = new double[end];
        double before = survival.beyond(0);
        int days = 0;
        while (days < end && before > NOBODY) {
            double after = survival.beyond(days + 1.0);
            kept[days++] = before - after;
            before = after;
        }
        return Arrays.copyOf(kept, days);
    }

    /**
     * Fills in the controls of one service.
     *
     * @param people by day: how many there are, or how many on average
     * @param average whether they are averages of Poisson numbers rather than numbers
     */
    private void fill(double[] row, int f, double[] people, boolean average) {
        int s = followed[f];
        int begin = schedule.time.warmUp();
        int at = EACH * f;
        double[] beyond = new double[end];
        for (int day = 0; day < end; day++) {
            int places = schedule.places[s][day];
            beyond[day] = average ? poissonBeyond(people[day], places) : Math.max(0, people[day] - places);
        }
        row[at] = mean(people, begin, end);
        double stay = schedule.terms[0].meanStay[s];
        for (int w = 0; w < EARLIER.length; w++) {
            int shift = (int) Math.min(begin, Math.round(EARLIER[w] * stay));
            row[at + 1 + w] = mean(beyond, begin - shift, end - shift);
        }
    }

    private static double mean(double[] values, int from, int until) {
        return Arrays.stream(values, from, until).sum() / (until - from);
    }

    /** E[(N - c)+] for a Poisson number N with this mean. */
    static double poissonBeyond(double mean, int places) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > places) {
            // The far tail is the one below: E[(N - c)+] = m - c + E[(c - N)+].
            double below = 0;
            double p = Math.exp(places * Math.log(mean) - mean - LogGamma.of(places + 1.0));
            for (int k = places; k > 0 && p > 1e-300; k--) {
                p *= k / mean;
                below += (places - (k - 1)) * p;
            }
            return mean - places + below;
        }
        double sum = 0;
        double p = Math.exp((places + 1) * Math.log(mean) - mean - LogGamma.of(places + 2.0));
        for (int k = places + 1; ; k++) {
            double term = (k - places) * p;
            sum += term;
            p *= mean / (k + 1);
            if (term <= 1e-17 * sum) {
                return sum;
            }
        }
    }
}
