package org.whorl.engine.simulation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.whorl.engine.model.Model;

/**
 * End-of-day counts as replications are played: exact sums of all of them, and the counts themselves of the first few
 * hundred for the bands, so that memory does not grow with the number of replications.
 */
final class DayBook {

    private static final int MOST_KEPT = 200;
    private static final int LEAST_KEPT = 20;
    private static final long MOST_CELLS = 6_000_000;

    private final Model model;
    private final int days;
    private final int series;
    private final int[][][] kept;
    private final List<Sums> sums = new CopyOnWriteArrayList<>();

    DayBook(Model model, int scenarios) {
        this.model = model;
        days = model.time().days();
        series = 3 * model.services().size() + model.measures().size();
        long cells = (long) series * days * scenarios;
        kept = new int[Math.clamp(MOST_CELLS / Math.max(1, cells), LEAST_KEPT, MOST_KEPT)][][];
    }

    /** One thread's own sums: threads that wrote into the same would wait for each other's memory. */
    final class Sums {
        private final long[][] byDay = new long[days][series];
        private int replications;

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
                int[][] copy = new int[days][];
                for (int day = 0; day < days; day++) {
                    copy[day] = daily[day].clone();
                }
                kept[replication] = copy;
            }
        }
    }

    /** A thread opens its own sums. */
    Sums open() {
        Sums opened = new Sums();
        sums.add(opened);
        return opened;
    }

    /** Adds everything up. */
    Days close() {
        int replications = sums.stream().mapToInt(s -> s.replications).sum();
        Days closed = new Days(model, series, Math.min(replications, kept.length));
        double[] mean = new double[series];
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < series; i++) {
                long total = 0;
                for (Sums part : sums) {
                    total += part.byDay[day][i];
                }
                mean[i] = (double) total / replications;
            }
            closed.add(day, mean, kept);
        }
        return closed;
    }
}
