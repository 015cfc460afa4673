package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;

/** End-of-day counts of all replications together: how they spread on each day, and over all days. */
final class Days {

    private static final double[] BANDS = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** Series of which counts are read together, because they lie in one line of the cache. */
    private static final int AT_ONCE = 16;

    private final Model model;
    private final int services;

    /** For each series the mean and the {@link #BANDS}, day by day. */
    private final double[][][] through;

    private final boolean[][] taken;
    private final List<Counter> counters = new CopyOnWriteArrayList<>();

    /** Empty, for so many series and days. */
    Days(Model model, int series, int days) {
        this.model = model;
        services = model.services().size();
        through = new double[series][1 + BANDS.length][days];
        taken = new boolean[series][days];
        for (int i = 0; i < series; i++) {
            for (int day : i < 3 * services ? every() : daysOf(model.measures().get(i - 3 * services))) {
                taken[i][day] = true;
            }
        }
    }

    /**
     * A thread opens its own counter.
     *
     * @param replications those whose counts are kept
     */
    Counter open(int replications) {
        Counter opened = new Counter(replications);
        counters.add(opened);
        return opened;
    }

    /** What one thread adds up. */
    final class Counter {
        /** For each series how often each count occurred, on the days on which it is taken. */
        private final int[][] times = new int[through.length][64];

        /** What a few series counted on a day, replication by replication. */
        private final int[][] columns;

        private Counter(int replications) {
            columns = new int[AT_ONCE][replications];
        }

        /**
         * Adds a day, which nobody else adds.
         *
         * @param mean of each series
         * @param kept of each replication, for as many as there are columns
         */
        void add(int day, double[] mean, @Nullable KeptCounts[] kept) {
            for (int from = 0; from < mean.length; from += AT_ONCE) {
                int some = Math.min(AT_ONCE, mean.length - from);
                turnRound(kept, day * mean.length + from, some);
                for (int i = 0; i < some; i++) {
                    through[from + i][0][day] = mean[from + i];
                    add(from + i, day, columns[i]);
                }
            }
        }

        private void turnRound(@Nullable KeptCounts[] kept, int from, int some) {
            for (int r = 0; r < columns[0].length; r++) {
                Objects.requireNonNull(kept[r]).into(columns, r, from, some);
            }
        }

        private void add(int series, int day, int[] counts) {
            int least = Integer.MAX_VALUE;
            int most = 0;
            for (int count : counts) {
                least = Math.min(least, count);
                most = Math.max(most, count);
            }
            if (most >= times[series].length) {
                times[series] = Arrays.copyOf(times[series], 2 * most);
            }
            if (most == least) {
                always(series, day, counts);
            } else if (most - least < 4 * counts.length) {
                byCounting(series, day, counts, least, most);
            } else {
                bySorting(series, day, counts);
            }
        }

        /** Many a count is nought on every day of every replication. */
        private void always(int series, int day, int[] counts) {
            times[series][counts[0]] += taken[series][day] ? counts.length : 0;
            for (int b = 0; b < BANDS.length; b++) {
                through[series][b + 1][day] = counts[0];
            }
        }

        /** Counts nearly always lie close together; to count how often each occurs is then quicker than to sort them. */
        private void byCounting(int series, int day, int[] counts, int least, int most) {
            int[] here = new int[most - least + 1];
            for (int count : counts) {
                here[count - least]++;
            }
            if (taken[series][day]) {
                for (int i = 0; i < here.length; i++) {
                    times[series][least + i] += here[i];
                }
            }
            int value = -1;
            int upTo = 0;
            for (int b = 0; b < BANDS.length; b++) {
                double position = BANDS[b] * (counts.length - 1);
                int below = (int) position;
                while (upTo <= below) {
                    upTo += here[++value];
                }
                int above = value;
                if (upTo == below + 1 && upTo < counts.length) {
                    do {
                        above++;
                    } while (here[above] == 0);
                }
                through[series][b + 1][day] = between(position - below, least + value, least + above);
            }
        }

        private void bySorting(int series, int day, int[] counts) {
            Arrays.sort(counts);
            if (taken[series][day]) {
                for (int count : counts) {
                    times[series][count]++;
                }
            }
            for (int b = 0; b < BANDS.length; b++) {
                double position = BANDS[b] * (counts.length - 1);
                int below = (int) position;
                int above = Math.min(below + 1, counts.length - 1);
                through[series][b + 1][day] = between(position - below, counts[below], counts[above]);
            }
        }

        private static double between(double share, int below, int above) {
            return below + share * (above - below);
        }
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
                all.add(Quantiles.of(Subject.measure(measure.id()), Field.MEAN, quantiles(3 * services + m)));
            }
        }
        for (int s = 0; s < services; s++) {
            if (!model.services().get(s).capacity().isUnlimited()) {
                String id = model.services().get(s).id();
                all.add(Quantiles.of(Subject.service(id), Field.IN_PLACE, quantiles(3 * s)));
            }
        }
        return all;
    }

    private double[] quantiles(int series) {
        int[] times = counters.stream().map(c -> c.times[series]).reduce(new int[0], Days::sum);
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

    private static int[] sum(int[] a, int[] b) {
        int[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sum[i] += b[i];
        }
        return sum;
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
