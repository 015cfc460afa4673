package org.whorl.engine.simulation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Model;

/**
 * End-of-day counts as replications are played: exact sums of all of them, and the counts themselves of the first few
 * hundred for the bands, so that memory does not grow with the number of replications.
 */
final class DayBook {

    private static final int MOST_KEPT = 200;
    private static final int LEAST_KEPT = 20;
    /** Days that one thread adds up before it asks for more. */
    private static final int AT_ONCE = 32;

    private static final long MOST_CELLS = 6_000_000;

    private final Model model;
    private final int days;
    private final int series;
    private final @Nullable KeptCounts[] kept;

    private final List<Sums> sums = new CopyOnWriteArrayList<>();

    DayBook(Model model, int scenarios) {
        this.model = model;
        days = model.time().days();
        series = 3 * model.services().size() + model.measures().size();
        long cells = (long) series * days * scenarios;
        kept = new KeptCounts[Math.clamp(MOST_CELLS / Math.max(1, cells), LEAST_KEPT, MOST_KEPT)];
    }

    /** One thread's own sums: threads that wrote into the same would wait for each other's memory. */
    final class Sums {
        private final long[][] byDay;
        private int replications;

        private Sums(long[][] byDay) {
            this.byDay = byDay;
        }

        /** Adds a replication; those kept are kept by their number, whoever comes first. */
        void add(int replication, int[][] daily) {
            replications++;
            for (int day = 0; day < days; day++) {
                long[] sum = byDay[day];
                int[] counts = daily[day];
                for (int i = 0; i < series; i++) {
                    sum[i] += counts[i];
                }
            }
            if (replication < kept.length) {
                kept[replication] = new KeptCounts(daily, series);
            }
        }
    }

    /** A thread opens its own sums. */
    Sums open() {
        Sums opened = new Sums(new long[days][series]);
        sums.add(opened);
        return opened;
    }

    /** What has been counted, to be sent, with the counts themselves of those replications that are kept. */
    Counted counted(int from, int to) {
        long[][] total = new long[days][series];
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < series; i++) {
                total[day][i] = sum(day, i);
            }
        }
        return new Counted(total, Arrays.copyOfRange(kept, Math.min(from, kept.length), Math.min(to, kept.length)));
    }

    /** Takes in what was counted elsewhere of so many replications. */
    void add(int from, int replications, Counted counted) {
        Sums part = new Sums(counted.sums());
        part.replications = replications;
        sums.add(part);
        for (int i = 0; i < counted.kept().length; i++) {
            kept[from + i] = counted.kept()[i];
        }
    }

    /**
     * The end-of-day counts of some replications.
     *
     * @param sums over all of them, by day and series
     * @param kept those of the first few hundred replications
     */
    record Counted(long[][] sums, @Nullable KeptCounts[] kept) implements Serializable {}

    private long sum(int day, int i) {
        long total = 0;
        for (Sums part : sums) {
            total += part.byDay[day][i];
        }
        return total;
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    /** Adds everything up, by so many threads. */
    Days close(int threads) {
        int replications = sums.stream().mapToInt(s -> s.replications).sum();
        Days closed = new Days(model, series, days);
        Crew.each(
                0,
                (days + AT_ONCE - 1) / AT_ONCE,
                threads,
                () -> {
                    Days.Counter counter = closed.open(Math.min(replications, kept.length));
                    double[] mean = new double[series];
                    return piece -> {
                        for (int day = AT_ONCE * piece; day < Math.min(days, AT_ONCE * (piece + 1)); day++) {
                            for (int i = 0; i < series; i++) {
                                mean[i] = (double) sum(day, i) / replications;
                            }
                            counter.add(day, mean, kept);
                        }
                    };
                },
                () -> false);
        return closed;
    }
}
