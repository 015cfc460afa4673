package org.whorl.engine.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;

/** One scenario forecast for many models that might be the true one. */
final class Uncertainty {

    private static final double LEVEL = 0.95;

    private final int draws;
    private final Drawn own = new Drawn();
    private final Drawn minusBase = new Drawn();
    private final Map<List<Object>, float[][]> through = new HashMap<>();
    private final Map<Subject, List<double[]>> days = new HashMap<>();
    private final SequencedMap<String, Integer> overfull = new LinkedHashMap<>();

    Uncertainty(int draws) {
        this.draws = draws;
    }

    /**
     * Adds one draw.
     *
     * @param findings what the scenario came to
     * @param base what the base came to with the same numbers
     * @param unstable services whose queue had no end
     * @param paper the scenario written down
     */
    void add(int draw, Findings findings, Findings base, Set<String> unstable, Paper paper) {
        paper.fewDays()
                .forEach(q -> days.computeIfAbsent(q.subject(), _ -> new ArrayList<>())
                        .add(q.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
        for (Series line : paper.series()) {
            if (hasBands(line)) {
                double[] mean = line.mean();
                float[][] byDay = through.computeIfAbsent(
                        List.of(line.subject(), line.field()), _ -> new float[mean.length][draws]);
                for (int day = 0; day < mean.length; day++) {
                    byDay[day][draw] = (float) mean[day];
                }
            }
        }
        own.add(draw, findings);
        minusBase.add(draw, Preview.difference(findings, base));
        unstable.forEach(service -> overfull.merge(service, 1, Integer::sum));
    }

    /** People in queues and measures are what pictures show; bands for everything else would only fill memory. */
    private static boolean hasBands(Series line) {
        return line.field() == Field.WAITING || line.field() == Field.MEAN;
    }

    /** Counts through time with bands that hold half and nine tenths of the draws, day by day. */
    List<Series> bands(List<Series> central) {
        List<Series> banded = new ArrayList<>();
        for (Series line : central) {
            float[][] byDay = through.get(List.of(line.subject(), line.field()));
            banded.add(byDay == null ? line : banded(line, byDay));
        }
        return banded;
    }

    private static Series banded(Series line, float[][] days) {
        double[][] at = new double[4][days.length];
        double[] shares = {0.05, 0.25, 0.75, 0.95};
        for (int day = 0; day < days.length; day++) {
            double[] sorted = new double[days[day].length];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = days[day][i];
            }
            Arrays.sort(sorted);
            for (int i = 0; i < shares.length; i++) {
                at[i][day] = ParameterDraws.quantile(sorted, shares[i]);
            }
        }
        return new Series(
                line.subject(), line.field(), line.days(), line.mean(), at[0], at[1], line.mean(), at[2], at[3]);
    }

    Figures figures(Set<String> unstable) {
        return own.figures(unstable);
    }

    Figures differences(Set<String> unstable) {
        SequencedMap<Subject, Map<Field, Estimate>> estimates =
                new LinkedHashMap<>(minusBase.figures(unstable).estimates());
        minusBase.values.forEach((subject, fields) -> {
            double[] cash = fields.get(Field.CASH);
            Map<Field, Estimate> printed = estimates.get(subject);
            if (cash != null && printed != null) {
                double more = Arrays.stream(cash).filter(change -> change > 0).count();
                Map<Field, Estimate> with = new EnumMap<>(printed);
                with.put(Field.P_MORE_CASH, Estimate.exact(more / cash.length));
                estimates.put(subject, with);
            }
        });
        return new Figures(estimates);
    }

    /**
     * What counts can come to when nobody knows either which numbers are true: the days of every draw together.
     *
     * @param central what they can come to by chance alone, which stands where no draw was asked
     */
    List<Quantiles> mixed(List<Quantiles> central) {
        List<Quantiles> all = new ArrayList<>();
        for (Quantiles chance : central) {
            List<double[]> drawn = days.getOrDefault(chance.subject(), List.of());
            if (drawn.isEmpty()) {
                all.add(chance);
                continue;
            }
            double[] together =
                    drawn.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
            all.add(Quantiles.of(chance.subject(), chance.field(), hundred(together)));
        }
        return all;
    }

    private static double[] hundred(double[] sorted) {
        double[] values = new double[Quantiles.COUNT];
        for (int i = 0; i < values.length; i++) {
            values[i] = ParameterDraws.quantile(sorted, Quantiles.share(i));
        }
        return values;
    }

    /** By how much each partner's cash differs from the model as it stands, over the draws. */
    List<Quantiles> cash() {
        List<Quantiles> all = new ArrayList<>();
        minusBase.values.forEach((subject, fields) -> {
            double[] cash = fields.get(Field.CASH);
            if (cash != null) {
                double[] sorted = cash.clone();
                Arrays.sort(sorted);
                all.add(Quantiles.of(subject, Field.CASH, hundred(sorted)));
            }
        });
        return all;
    }

    List<Note> notes() {
        return overfull.entrySet().stream()
                .map(e -> new Note(
                        "unstable-draws",
                        "services." + e.getKey(),
                        "In %d of %d draws more people need this service than it has places for."
                                .formatted(e.getValue(), draws)))
                .toList();
    }

    /** Every figure of every draw. */
    private final class Drawn {
        private final SequencedMap<Subject, Map<Field, double[]>> values = new LinkedHashMap<>();

        void add(int draw, Findings findings) {
            findings.values.forEach((subject, fields) ->
                    fields.forEach((field, value) -> values.computeIfAbsent(subject, _ -> new EnumMap<>(Field.class))
                            .computeIfAbsent(field, _ -> unknown())[draw] = value));
        }

        private double[] unknown() {
            double[] all = new double[draws];
            Arrays.fill(all, Double.NaN);
            return all;
        }

        Figures figures(Set<String> unstable) {
            SequencedMap<Subject, Map<Field, Estimate>> estimates = new LinkedHashMap<>();
            values.forEach((subject, fields) -> {
                Map<Field, Estimate> printed = new EnumMap<>(Field.class);
                fields.forEach((field, all) -> {
                    if (Preview.printable(subject, field, unstable)) {
                        printed.put(field, estimate(all));
                    }
                });
                estimates.put(subject, printed);
            });
            return new Figures(estimates);
        }
    }

    /** The mean, and the interval that leaves a fortieth out at each end. */
    static Estimate estimate(double[] all) {
        List<Double> known = new ArrayList<>();
        for (double value : all) {
            if (!Double.isNaN(value)) {
                known.add(value);
            }
        }
        double[] sorted =
                known.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        return new Estimate(
                mean,
                ParameterDraws.quantile(sorted, (1 - LEVEL) / 2),
                ParameterDraws.quantile(sorted, (1 + LEVEL) / 2),
                LEVEL,
                Estimate.Kind.PARAMETER);
    }
}
