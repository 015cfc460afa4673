package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Sources;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.ParameterDraws;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.simulation.Crossed.Components;

/** What replications of draws came to: figures with intervals for everything together, and what these are made of. */
final class Apportioned {

    private final Model model;
    private final Plan plan;
    private final int draws;
    private final int replications;
    private final SequencedMap<String, Trial> trials;
    private final Trial base;
    private final List<Sources.Whole> wholes = new ArrayList<>();

    /**
     * @param trials by scenario, the model as it stands first; replication {@code r} of draw {@code d} has the number
     *     {@code r * draws + d}
     */
    Apportioned(Model model, Plan plan, int draws, int replications, SequencedMap<String, Trial> trials) {
        this.model = model;
        this.plan = plan;
        this.draws = draws;
        this.replications = replications;
        this.trials = trials;
        base = trials.firstEntry().getValue();
    }

    Answer answer(ParameterDraws numbers) {
        SequencedMap<String, Outcome> outcomes = new LinkedHashMap<>();
        SequencedMap<String, Figures> differences = new LinkedHashMap<>();
        trials.forEach((id, trial) -> {
            Name name = model.findScenario(id).map(Scenario::name).orElse(model.name());
            outcomes.put(id, trial.outcome(id, name, figures(id, trial, false), plan.threads()));
            if (trial != base) {
                differences.put(id, figures(id, trial, true));
            }
        });
        Sources sources = new Sources(draws, replications, wholes, trials.size() > 1 ? across() : List.of());
        List<Note> notes = new ArrayList<>();
        if (numbers.withoutInterval() > 0) {
            notes.add(numbers.caution());
        }
        nextMinute().ifPresent(notes::add);
        return new Answer(
                model,
                Answer.Tier.SIMULATION,
                plan.seed(),
                draws * replications,
                outcomes,
                differences,
                model.parametersByQuality(),
                notes,
                sources);
    }

    private Figures figures(String id, Trial trial, boolean change) {
        Trial.Collected collected = new Trial.Collected();
        for (int i = 0; i < base.columns().size(); i++) {
            Scores.Score score = base.columns().get(i);
            double[][] table = table(trial, i);
            if (change) {
                table = minus(table, table(base, i));
            }
            int[] told = told(List.<double[][]>of(table));
            if (told.length < Levels.LEAST_REPLICATIONS) {
                collected.put(score, new Estimate(Double.NaN, Double.NaN, Double.NaN, 0.95, Estimate.Kind.TOTAL));
                continue;
            }
            Crossed crossed = new Crossed(Crossed.keeping(table, told));
            Estimate total = within(score, change, Shares.total(crossed));
            collected.put(score, total);
            Components found = crossed.whole();
            double variance = found.chance() + found.parameters();
            if (isHeadline(score) && variance > 0) {
                wholes.add(new Sources.Whole(
                        id,
                        change,
                        score.subject(),
                        score.field(),
                        total,
                        variance,
                        Shares.parts(crossed),
                        error(found)));
            }
        }
        return collected.figures();
    }

    /** People, days and shares are no less than nothing, and a share is no more than all; a change may be anything. */
    private static Estimate within(Scores.Score score, boolean change, Estimate estimate) {
        boolean pounds = score.field().unit().equals("pounds");
        return change || pounds
                ? estimate
                : new Estimate(
                        estimate.mean(),
                        Math.max(0, estimate.low()),
                        score.field() == Field.P_CRISIS ? Math.min(1, estimate.high()) : estimate.high(),
                        estimate.level(),
                        estimate.kind());
    }

    /** What a precision would be asked of, and what each partner pays. */
    private boolean isHeadline(Scores.Score score) {
        boolean counts = model.measures().isEmpty()
                ? score.field() == Field.WAIT
                : score.subject().group() == Subject.Group.MEASURES;
        boolean pays = score.subject().group() == Subject.Group.PARTNERS
                || score.subject().group() == Subject.Group.SYSTEM;
        return counts || (pays && score.field() == Field.CASH);
    }

    private static Sources.StillOff error(Components found) {
        int d = found.draws();
        int r = found.replications();
        return new Sources.StillOff(
                Math.sqrt(found.error(d, r)), Math.sqrt(found.error(2 * d, r)), Math.sqrt(found.error(d, 2 * r)));
    }

    private List<Sources.Whole> across() {
        List<Sources.Whole> all = new ArrayList<>();
        for (int i = 0; i < base.columns().size(); i++) {
            Scores.Score score = base.columns().get(i);
            int which = i;
            List<double[][]> tables =
                    trials.values().stream().map(trial -> table(trial, which)).toList();
            int[] told = told(tables);
            if (!isHeadline(score) || told.length < Levels.LEAST_REPLICATIONS) {
                continue;
            }
            double[][] mean = mean(tables);
            List<Crossed> scenarios = tables.stream()
                    .map(t -> new Crossed(Crossed.keeping(t, told)))
                    .toList();
            List<Crossed> contrasts = tables.stream()
                    .map(t -> new Crossed(Crossed.keeping(minus(t, mean), told)))
                    .toList();
            List<Sources.Part> parts = Shares.across(scenarios, contrasts);
            double variance = parts.stream().mapToDouble(Sources.Part::variance).sum();
            if (variance > 0) {
                List<Estimate> totals = scenarios.stream()
                        .map(t -> within(score, false, Shares.total(t)))
                        .toList();
                Estimate total = new Estimate(
                        parts.getFirst().interval().mean(),
                        totals.stream().mapToDouble(Estimate::low).min().orElseThrow(),
                        totals.stream().mapToDouble(Estimate::high).max().orElseThrow(),
                        0.95,
                        Estimate.Kind.TOTAL);
                all.add(new Sources.Whole(
                        "",
                        false,
                        score.subject(),
                        score.field(),
                        total,
                        variance,
                        parts,
                        error(new Crossed(Crossed.keeping(mean, told)).whole())));
            }
        }
        return all;
    }

    private double[][] table(Trial trial, int column) {
        double[] values = trial.column(column);
        double[][] table = new double[draws][replications];
        for (int d = 0; d < draws; d++) {
            for (int r = 0; r < replications; r++) {
                table[d][r] = values[r * draws + d];
            }
        }
        return table;
    }

    /** The replications in which there is a number for every draw of every table: where nobody starts, nobody waits. */
    private int[] told(List<double[][]> tables) {
        return IntStream.range(0, replications)
                .filter(r -> tables.stream()
                        .allMatch(table -> IntStream.range(0, draws).noneMatch(d -> Double.isNaN(table[d][r]))))
                .toArray();
    }

    private double[][] mean(List<double[][]> tables) {
        double[][] mean = new double[draws][replications];
        for (double[][] table : tables) {
            for (int d = 0; d < draws; d++) {
                for (int r = 0; r < replications; r++) {
                    mean[d][r] += table[d][r] / tables.size();
                }
            }
        }
        return mean;
    }

    private double[][] minus(double[][] table, double[][] other) {
        double[][] difference = new double[draws][replications];
        for (int d = 0; d < draws; d++) {
            for (int r = 0; r < replications; r++) {
                difference[d][r] = table[d][r] - other[d][r];
            }
        }
        return difference;
    }

    /** Whether more draws or more replications would bring the least certain figure's mean further. */
    private Optional<Note> nextMinute() {
        return wholes.stream()
                .filter(w -> w.scenario().equals(Scenario.BASE) && w.total().mean() != 0)
                .max(Comparator.comparingDouble(
                        w -> w.error().now() / Math.abs(w.total().mean())))
                .map(w -> {
                    boolean moreDraws = w.error().moreDraws() <= w.error().moreReplications();
                    return new Note(
                            moreDraws ? "next-draws" : "next-replications",
                            w.subject().path(),
                            "The mean of %s is off by about %s for having been drawn and played no more often. As much work again would make that %s with twice the draws, and %s with twice the replications of each: %s are the better use."
                                    .formatted(
                                            w.field().word(),
                                            brief(w.error().now()),
                                            brief(w.error().moreDraws()),
                                            brief(w.error().moreReplications()),
                                            moreDraws ? "draws" : "replications"));
                });
    }

    private static String brief(double number) {
        return String.format(Locale.ROOT, "%.3g", number);
    }
}
