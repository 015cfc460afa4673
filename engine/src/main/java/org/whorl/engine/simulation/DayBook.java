package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;

/**
 * End-of-day counts over the replications: exact sums of all of them, and the counts themselves of the first few hundred
 * for the bands, so that memory does not grow with the number of replications.
 */
final class DayBook {

    private static final int MOST_KEPT = 200;
    private static final int LEAST_KEPT = 20;
    private static final long MOST_CELLS = 6_000_000;

    private final Model model;
    private final int days;
    private final long[][] sums;
    private final int[][][] kept;
    private int replications;

    DayBook(Model model, int scenarios) {
        this.model = model;
        days = model.time().days();
        int series = 3 * model.services().size() + model.measures().size();
        long cells = (long) series * days * scenarios;
        int keep = Math.clamp(MOST_CELLS / Math.max(1, cells), LEAST_KEPT, MOST_KEPT);
        sums = new long[days][series];
        kept = new int[keep][][];
    }

    /** Adds a replication; those kept are kept by their number, whoever comes first. */
    synchronized void add(int replication, int[][] daily) {
        replications++;
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < sums[day].length; i++) {
                sums[day][i] += daily[day][i];
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

    /** The counts through time, measures first because they are what people ask for. */
    List<Series> series() {
        List<Series> all = new ArrayList<>();
        int services = model.services().size();
        for (int m = 0; m < model.measures().size(); m++) {
            Measure measure = model.measures().get(m);
            all.add(series(Subject.measure(measure.id()), Field.MEAN, 3 * services + m, daysOf(measure)));
        }
        for (int s = 0; s < services; s++) {
            Subject subject = Subject.service(model.services().get(s).id());
            int[] every = IntStream.range(0, days).toArray();
            all.add(series(subject, Field.IN_PLACE, 3 * s, every));
            all.add(series(subject, Field.BLOCKED, 3 * s + 1, every));
            all.add(series(subject, Field.WAITING, 3 * s + 2, every));
        }
        return all;
    }

    /** What counts came to at the end of a measured day, in the replications that are kept: measures, and people in place. */
    List<Quantiles> quantiles() {
        int services = model.services().size();
        int n = Math.min(replications, kept.length);
        List<Quantiles> all = new ArrayList<>();
        for (int m = 0; m < model.measures().size(); m++) {
            Measure measure = model.measures().get(m);
            int[] clock = daysOf(measure);
            if (clock.length > 0) {
                all.add(Quantiles.of(Subject.measure(measure.id()), Field.MEAN, quantiles(3 * services + m, clock, n)));
            }
        }
        int[] every = IntStream.range(0, days).toArray();
        for (int s = 0; s < services; s++) {
            if (!model.services().get(s).capacity().isUnlimited()) {
                all.add(Quantiles.of(
                        Subject.service(model.services().get(s).id()), Field.IN_PLACE, quantiles(3 * s, every, n)));
            }
        }
        return all;
    }

    /** Counts are whole and not many differ: they are counted, not sorted. */
    private double[] quantiles(int index, int[] clock, int n) {
        int[] times = new int[64];
        for (int r = 0; r < n; r++) {
            for (int day : clock) {
                int value = kept[r][day][index];
                if (value >= times.length) {
                    times = Arrays.copyOf(times, 2 * value);
                }
                times[value]++;
            }
        }
        double[] values = new double[Quantiles.COUNT];
        long below = 0;
        int value = -1;
        for (int i = 0; i < values.length; i++) {
            while (below <= Quantiles.share(i) * n * clock.length) {
                below += times[++value];
            }
            values[i] = value;
        }
        return values;
    }

    /** The measured days on which a measure is taken. */
    private int[] daysOf(Measure measure) {
        Measure.CensusDay on = measure.on();
        return IntStream.range(0, days)
                .filter(day -> on == null || on.fallsOn(model.time().start().plusDays(day)))
                .toArray();
    }

    private Series series(Subject subject, Field field, int index, int[] clock) {
        int n = Math.min(replications, kept.length);
        double[] mean = new double[clock.length];
        double[][] bands = new double[5][clock.length];
        double[] shares = {0.05, 0.25, 0.5, 0.75, 0.95};
        double[] column = new double[n];
        for (int i = 0; i < clock.length; i++) {
            int day = clock[i];
            mean[i] = (double) sums[day][index] / replications;
            for (int r = 0; r < n; r++) {
                column[r] = kept[r][day][index];
            }
            Arrays.sort(column);
            for (int b = 0; b < shares.length; b++) {
                double position = shares[b] * (n - 1);
                int below = (int) position;
                double above = column[Math.min(below + 1, n - 1)];
                bands[b][i] = column[below] + (position - below) * (above - column[below]);
            }
        }
        return new Series(subject, field, clock, mean, bands[0], bands[1], bands[2], bands[3], bands[4]);
    }
}
