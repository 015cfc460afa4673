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

/** End-of-day counts of all replications together: how they spread on each day, and over all days. */
final class Days {

    private static final double[] BANDS = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final Model model;
    private final int services;

    /** For each series the mean and the {@link #BANDS}, day by day. */
    private final double[][][] through;

    /** For each series how often each count occurred, on the days on which it is taken. */
    private final int[][] times;

    private final boolean[][] taken;
    private final int[][] columns;

    /**
     * Empty, for so many series and replications.
     *
     * @param replications those whose counts are kept
     */
    Days(Model model, int series, int replications) {
        this.model = model;
        services = model.services().size();
        int days = model.time().days();
        through = new double[series][1 + BANDS.length][days];
        times = new int[series][64];
        columns = new int[series][replications];
        taken = new boolean[series][days];
        for (int i = 0; i < series; i++) {
            for (int day : i < 3 * services ? every() : daysOf(model.measures().get(i - 3 * services))) {
                taken[i][day] = true;
            }
        }
    }

    /** Adds a day: what is kept of one lies close together. */
    void add(int day, double[] mean, int[][][] kept) {
        for (int r = 0; r < columns[0].length; r++) {
            int[] counts = kept[r][day];
            for (int i = 0; i < counts.length; i++) {
                columns[i][r] = counts[i];
            }
        }
        for (int i = 0; i < columns.length; i++) {
            sort(columns[i], i, taken[i][day]);
            through[i][0][day] = mean[i];
            for (int b = 0; b < BANDS.length; b++) {
                through[i][b + 1][day] = quantile(columns[i], BANDS[b]);
            }
        }
    }

    /** Sorts the counts of a day. They nearly always lie close together, so it is quicker to count how often each occurs. */
    private void sort(int[] counts, int series, boolean toCount) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int count : counts) {
            least = Math.min(least, count);
            most = Math.max(most, count);
        }
        if (most >= times[series].length) {
            times[series] = Arrays.copyOf(times[series], 2 * most);
        }
        if (most - least > 4 * counts.length) {
            Arrays.sort(counts);
            for (int count : counts) {
                times[series][count] += toCount ? 1 : 0;
            }
            return;
        }
        int[] here = new int[most - least + 1];
        for (int count : counts) {
            here[count - least]++;
        }
        int at = 0;
        for (int i = 0; i < here.length; i++) {
            for (int end = at + here[i]; at < end; at++) {
                counts[at] = least + i;
            }
            if (toCount) {
                times[series][least + i] += here[i];
            }
        }
    }

    private static double quantile(int[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The counts through time, measures first because they are what people ask for. */
    List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (int m = 0; m < model.measures().size(); m++) {
            Measure measure = model.measures().get(m);
            all.add(series(Subject.measure(measure.id()), Field.MEAN, through[3 * services + m], daysOf(measure)));
        }
        int[] every = every();
        for (int s = 0; s < services; s++) {
            Subject subject = Subject.service(model.services().get(s).id());
            all.add(series(subject, Field.IN_PLACE, through[3 * s], every));
            all.add(series(subject, Field.BLOCKED, through[3 * s + 1], every));
            all.add(series(subject, Field.WAITING, through[3 * s + 2], every));
        }
        return all;
    }

    private static Series series(Subject subject, Field field, double[][] through, int[] clock) {
        double[][] taken = Arrays.stream(through)
                .map(values ->
                        IntStream.of(clock).mapToDouble(day -> values[day]).toArray())
                .toArray(double[][]::new);
        return new Series(subject, field, clock, taken[0], taken[1], taken[2], taken[3], taken[4], taken[5]);
    }

    /** What counts came to at the end of a measured day: measures, and people in place. */
    List<Quantiles> quantiles() {
        List<Quantiles> all = new ArrayList<>();
        for (int m = 0; m < model.measures().size(); m++) {
            Measure measure = model.measures().get(m);
            if (daysOf(measure).length > 0) {
                all.add(Quantiles.of(Subject.measure(measure.id()), Field.MEAN, quantiles(times[3 * services + m])));
            }
        }
        for (int s = 0; s < services; s++) {
            if (!model.services().get(s).capacity().isUnlimited()) {
                String id = model.services().get(s).id();
                all.add(Quantiles.of(Subject.service(id), Field.IN_PLACE, quantiles(times[3 * s])));
            }
        }
        return all;
    }

    private static double[] quantiles(int[] times) {
        long total = Arrays.stream(times).asLongStream().sum();
        double[] values = new double[Quantiles.COUNT];
        long below = 0;
        int value = -1;
        for (int i = 0; i < values.length; i++) {
            while (below <= Quantiles.share(i) * total) {
                below += times[++value];
            }
            values[i] = value;
        }
        return values;
    }

    private int[] every() {
        return IntStream.range(0, model.time().days()).toArray();
    }

    /** The measured days on which a measure is taken. */
    private int[] daysOf(Measure measure) {
        Measure.CensusDay on = measure.on();
        return IntStream.range(0, model.time().days())
                .filter(day -> on == null || on.fallsOn(model.time().start().plusDays(day)))
                .toArray();
    }
}
