package org.whorl.engine.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Subject;

/** One scenario forecast for many models that might be the true one. */
final class Uncertainty {

    private static final double LEVEL = 0.95;

    private final int draws;
    private final Drawn own = new Drawn();
    private final Drawn minusBase = new Drawn();
    private final SequencedMap<String, Integer> overfull = new LinkedHashMap<>();

    Uncertainty(int draws) {
        this.draws = draws;
    }

    /** Adds one draw: what the scenario came to, what the base came to with the same numbers, and what had no end. */
    void add(int draw, Findings findings, Findings base, Set<String> unstable) {
        own.add(draw, findings);
        minusBase.add(draw, Preview.difference(findings, base));
        unstable.forEach(service -> overfull.merge(service, 1, Integer::sum));
    }

    Figures figures(Set<String> unstable) {
        return own.figures(unstable);
    }

    Figures differences(Set<String> unstable) {
        return minusBase.figures(unstable);
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
    private static Estimate estimate(double[] all) {
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
                quantile(sorted, (1 - LEVEL) / 2),
                quantile(sorted, (1 + LEVEL) / 2),
                LEVEL,
                Estimate.Kind.PARAMETER);
    }

    private static double quantile(double[] sorted, double share) {
        double position = Math.clamp(share * sorted.length - 0.5, 0, sorted.length - 1);
        int below = (int) position;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (above - sorted[below]);
    }
}
