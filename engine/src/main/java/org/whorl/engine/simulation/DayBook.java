package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private static final double[] BANDS = {0.05, 0.25, 0.5, 0.75, 0.95};

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

    private int replications() {
        return sums.stream().mapToInt(s -> s.replications).sum();
    }

    /** The counts through time, measures first because they are what people ask for. */
    List<Series> series() {
        double[][][] through = throughTime();
        List<Series> all = new ArrayList<>();
        int services = model.services().size();
        for (int m = 0; m < model.measures().size(); m++) {
            Measure measure = model.measures().get(m);
            all.add(series(Subject.measure(measure.id()), Field.MEAN, through[3 * services + m], daysOf(measure)));
        }
        int[] every = IntStream.range(0, days).toArray();
        for (int s = 0; s < services; s++) {
            Subject subject = Subject.service(model.services().get(s).id());
            all.add(series(subject, Field.IN_PLACE, through[3 * s], every));
            all.add(series(subject, Field.BLOCKED, through[3 * s + 1], every));
            all.add(series(subject, Field.WAITING, through[3 * s + 2], every));
        }
        return all;
    }

    /** What counts came to at the end of a measured day, in the replications that are kept: measures, and people in place. */
    List<Quantiles> quantiles() {
        int services = model.services().size();
        int n = Math.min(replications(), kept.length);
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

    /** For each series the mean and the {@link #BANDS}, day by day, because what is kept of one day lies close together. */
    private double[][][] throughTime() {
        int replications = replications();
        int n = Math.min(replications, kept.length);
        int[][] columns = new int[series][n];
        double[][][] through = new double[series][1 + BANDS.length][days];
        for (int day = 0; day < days; day++) {
            for (int r = 0; r < n; r++) {
                int[] counts = kept[r][day];
                for (int i = 0; i < series; i++) {
                    columns[i][r] = counts[i];
                }
            }
            for (int i = 0; i < series; i++) {
                long total = 0;
                for (Sums part : sums) {
                    total += part.byDay[day][i];
                }
                through[i][0][day] = (double) total / replications;
                sort(columns[i]);
                for (int b = 0; b < BANDS.length; b++) {
                    through[i][b + 1][day] = quantile(columns[i], BANDS[b]);
                }
            }
        }
        return through;
    }

    private static double quantile(int[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** Counts of one day lie close together, so it is quicker to count how often each occurs. */
    private static void sort(int[] counts) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int count : counts) {
            least = Math.min(least, count);
            most = Math.max(most, count);
        }
        if (most - least >= 4 * counts.length) {
            Arrays.sort(counts);
            return;
        }
        int[] times = new int[most - least + 1];
        for (int count : counts) {
            times[count - least]++;
        }
        int at = 0;
        for (int i = 0; i < times.length; i++) {
            for (int end = at + times[i]; at < end; at++) {
                counts[at] = least + i;
            }
        }
    }

    private static Series series(Subject subject, Field field, double[][] through, int[] clock) {
        double[][] taken = Arrays.stream(through)
                .map(values ->
                        IntStream.of(clock).mapToDouble(day -> values[day]).toArray())
                .toArray(double[][]::new);
        return new Series(subject, field, clock, taken[0], taken[1], taken[2], taken[3], taken[4], taken[5]);
    }
}
