package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Timeline;

/** One scenario being tried: what is needed to play it, and what its replications have come to so far. */
final class Trial {

    /** Pooled waits are kept in this many parts, replication by replication in turn, to know how unsure they are. */
    private static final int PARTS = 10;

    final Wiring wiring;
    final Schedule schedule;
    final Scores scores;
    private final List<Scores.Score> columns;
    private final WaitHistogram[][] waits;
    final DayBook days;
    /** Null where nothing is corrected. */
    private final @Nullable Unhindered unhindered;

    private double[][] rows = {};
    private double[][] controls = {};
    private int[] swaps = {};

    /**
     * @param scenarios how many there are in all
     * @param controlled whether means are corrected by what is known beforehand
     */
    Trial(Wiring wiring, Timeline timeline, int scenarios, boolean controlled) {
        this.wiring = wiring;
        schedule = new Schedule(wiring.model, timeline);
        scores = new Scores(wiring.model, schedule);
        columns = scores.columns();
        days = new DayBook(wiring.model, scenarios);
        Unhindered people = controlled ? new Unhindered(wiring, schedule) : null;
        unhindered = people == null || people.followed.length == 0 ? null : people;
        waits = new WaitHistogram[wiring.services][PARTS];
        for (WaitHistogram[] parts : waits) {
            for (int p = 0; p < PARTS; p++) {
                parts[p] = new WaitHistogram();
            }
        }
    }

    void expect(int replications) {
        rows = Arrays.copyOf(rows, replications);
        swaps = Arrays.copyOf(swaps, replications);
        controls = Arrays.copyOf(controls, replications);
    }

    /** Plays one replication and keeps what it came to; each number may be played once. */
    void play(int replication, long key, Replication player, Tally tally, DayBook.Sums days) {
        player.play(key);
        keep(replication, tally, scores, days);
        if (unhindered != null) {
            controls[replication] = unhindered.of(key);
        }
    }

    /** Keeps what a replication came to, played with these numbers or others of the same model. */
    void keep(int replication, Tally tally, Scores scored, DayBook.Sums days) {
        for (int s = 0; s < wiring.services; s++) {
            waits[s][replication % PARTS].add(tally.waits[s], tally.starts[s]);
        }
        days.add(replication, tally.daily);
        rows[replication] = scored.of(tally);
        swaps[replication] = tally.swaps;
    }

    /** What replications {@code from} to {@code to} came to, which are all that have been played here. */
    Part part(String id, long seed, int from, int to) {
        int[][][] packed = new int[waits.length][PARTS][];
        for (int s = 0; s < waits.length; s++) {
            for (int p = 0; p < PARTS; p++) {
                packed[s][p] = waits[s][p].packed();
            }
        }
        return new Part(
                id,
                seed,
                from,
                Arrays.copyOfRange(rows, from, to),
                Arrays.copyOfRange(swaps, from, to),
                packed,
                days.counted(from, to));
    }

    /** Takes in what was played elsewhere; each replication once. */
    void add(Part part) {
        for (int r = part.from; r < part.to(); r++) {
            if (rows[r] != null) {
                throw new IllegalArgumentException("Replication %d of %s came twice".formatted(r, part.scenario));
            }
            rows[r] = part.rows[r - part.from];
            swaps[r] = part.swaps[r - part.from];
        }
        for (int s = 0; s < waits.length; s++) {
            for (int p = 0; p < PARTS; p++) {
                waits[s][p].add(part.waits[s][p]);
            }
        }
        if (part.days != null) {
            days.add(part.from, part.rows.length, part.days);
        }
    }

    /** The first replication that is missing, or -1. */
    int missing() {
        return Arrays.asList(rows).indexOf(null);
    }

    List<Scores.Score> columns() {
        return columns;
    }

    double[] column(int which) {
        double[] values = new double[rows.length];
        for (int r = 0; r < values.length; r++) {
            values[r] = rows[r][which];
        }
        return values;
    }

    /** The mean of a figure, known more closely by the controls where there are any that go with it. */
    private Estimate mean(Scores.Score score, double[] values) {
        if (score.field() == Field.P_CRISIS) {
            return Sample.share(Sample.mean(corrected(score, values)), values.length);
        }
        return Sample.mean(corrected(score, values));
    }

    private double[] corrected(Scores.Score score, double[] values) {
        if (unhindered == null) {
            return values;
        }
        int s = score.subject().group() == Subject.Group.SERVICES
                ? wiring.model.indexOf(score.subject().id())
                : -1;
        return unhindered.correct(s, values, controls);
    }

    /**
     * How far off a headline figure may be.
     *
     * @param off half the width of its interval, as a share of the figure; of a share of days the half-width itself
     */
    record Doubt(Subject subject, Field field, double off) {}

    /** The headline figure that is least certain, of those whose precision is asked for; none where all are nought. */
    Optional<Doubt> leastCertain() {
        boolean measures = columns.stream().anyMatch(c -> c.subject().group() == Subject.Group.MEASURES);
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Scores.Score score = columns.get(i);
            boolean headline = measures
                    ? score.subject().group() == Subject.Group.MEASURES
                    : score.field() == Field.WAIT || score.field() == Field.WAIT_P95;
            if (headline) {
                double[] values = column(i);
                doubts.add(doubt(score.subject(), score.field(), mean(score, values)));
                if (isMeanOfMeasure(score)) {
                    doubts.add(doubt(score.subject(), Field.P95, Sample.quantile(values, 0.95)));
                }
            }
        }
        return doubts.stream().filter(d -> d.off > 0).max(Comparator.comparingDouble(Doubt::off));
    }

    /** A figure without an interval yet may be off by anything; of what is nought, or never was, nothing can be said. */
    private static Doubt doubt(Subject subject, Field field, Estimate estimate) {
        double scale = field == Field.P_CRISIS ? 1 : Math.abs(estimate.mean());
        double half = estimate.halfWidth();
        return new Doubt(
                subject,
                field,
                scale == 0 || Double.isNaN(scale) || Double.isNaN(estimate.mean())
                        ? 0
                        : Double.isNaN(half) ? Double.POSITIVE_INFINITY : half / scale);
    }

    private static boolean isMeanOfMeasure(Scores.Score score) {
        return score.subject().group() == Subject.Group.MEASURES && score.field() == Field.MEAN;
    }

    private Figures figures() {
        Collected collected = new Collected();
        for (int i = 0; i < columns.size(); i++) {
            Scores.Score score = columns.get(i);
            double[] values = column(i);
            collected.put(score, mean(score, values));
            if (isMeanOfMeasure(score)) {
                collected.put(new Scores.Score(score.subject(), Field.MEDIAN), Sample.median(values));
                collected.put(new Scores.Score(score.subject(), Field.P95), Sample.quantile(values, 0.95));
            }
            if (score.field() == Field.WAIT_P95) {
                int s = wiring.model.indexOf(score.subject().id());
                collected.put(new Scores.Score(score.subject(), Field.WAIT_P95_POOLED), pooled(s));
            }
        }
        return collected.figures();
    }

    private Estimate pooled(int service) {
        return Sample.around(WaitHistogram.quantile(waits[service], 0.95), pooledParts(service));
    }

    private double[] pooledParts(int service) {
        double[] parts = new double[PARTS];
        for (int p = 0; p < PARTS; p++) {
            parts[p] = WaitHistogram.quantile(new WaitHistogram[] {waits[service][p]}, 0.95);
        }
        return parts;
    }

    /** This scenario minus another, replication by replication: the same people lived both. */
    Figures minus(Trial base) {
        Collected collected = new Collected();
        for (int i = 0; i < columns.size(); i++) {
            Scores.Score score = columns.get(i);
            double[] mine = column(i);
            double[] theirs = base.column(base.columns.indexOf(score));
            double[] differences = new double[mine.length];
            for (int r = 0; r < differences.length; r++) {
                differences[r] = mine[r] - theirs[r];
            }
            collected.put(score, Sample.mean(base.corrected(score, differences)));
            if (score.field() == Field.CASH && score.subject().group() == Subject.Group.PARTNERS) {
                collected.put(new Scores.Score(score.subject(), Field.P_MORE_CASH), Sample.share(differences));
            }
            if (isMeanOfMeasure(score)) {
                collected.put(new Scores.Score(score.subject(), Field.MEDIAN), Sample.median(differences));
            }
            if (score.field() == Field.WAIT_P95) {
                int s = wiring.model.indexOf(score.subject().id());
                double[] parts = pooledParts(s);
                double[] others = base.pooledParts(s);
                for (int p = 0; p < PARTS; p++) {
                    parts[p] -= others[p];
                }
                double whole = WaitHistogram.quantile(waits[s], 0.95) - WaitHistogram.quantile(base.waits[s], 0.95);
                collected.put(new Scores.Score(score.subject(), Field.WAIT_P95_POOLED), Sample.around(whole, parts));
            }
        }
        return collected.figures();
    }

    /** What the replications come to, added up by so many threads. */
    Outcome outcome(String id, Name name, int threads) {
        return outcome(id, name, figures(), threads);
    }

    /** The same with figures that were worked out elsewhere. */
    Outcome outcome(String id, Name name, Figures figures, int threads) {
        if (days.isEmpty()) {
            return new Outcome(id, name, figures, List.of(), quantiles(List.of()), notes());
        }
        Days closed = days.close(threads);
        return new Outcome(id, name, figures, closed.series(), quantiles(closed.quantiles()), notes());
    }

    private List<Quantiles> quantiles(List<Quantiles> ofDays) {
        List<Quantiles> all = new ArrayList<>(ofDays);
        for (int s = 0; s < wiring.services; s++) {
            double[] values = WaitHistogram.quantiles(waits[s], Quantiles.COUNT);
            if (values.length > 0) {
                all.add(Quantiles.of(
                        Subject.service(wiring.model.services().get(s).id()), Field.WAIT, values));
            }
        }
        return all;
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        Model model = wiring.model;
        for (int s = 0; s < wiring.services; s++) {
            if (schedule.rounded[s]) {
                notes.add(new Note(
                        "places-rounded",
                        "services." + model.services().get(s).id(),
                        "The places of this service were not whole numbers and were rounded down."));
            }
        }
        if (unhindered != null && rows.length >= 2 * Controls.ENOUGH) {
            notes.add(new Note(
                    "corrected",
                    "",
                    "Means are corrected by what is known beforehand of the people who come, which makes them more certain and"
                            + " leaves them right on average."));
        }
        long swapped = Arrays.stream(swaps).asLongStream().sum();
        if (swapped > 0) {
            notes.add(new Note(
                    "ring-swapped",
                    "services",
                    "Full services waited for each other in a ring %d times in %d replications; they swapped at once."
                            .formatted(swapped, swaps.length)));
        }
        return notes;
    }

    /** Estimates by subject and field, as they come. */
    static final class Collected {
        private final SequencedMap<Subject, Map<Field, Estimate>> estimates = new LinkedHashMap<>();

        void put(Scores.Score score, Estimate estimate) {
            estimates
                    .computeIfAbsent(score.subject(), _ -> new EnumMap<>(Field.class))
                    .put(score.field(), estimate);
        }

        Figures figures() {
            return new Figures(estimates);
        }
    }
}
