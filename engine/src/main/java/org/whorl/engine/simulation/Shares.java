package org.whorl.engine.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.answer.Sources;
import org.whorl.engine.load.ParameterDraws;
import org.whorl.engine.simulation.Crossed.Components;

/**
 * What share of a figure's uncertainty comes from where, and the intervals each source leaves.
 *
 * <p>Intervals of shares leave out each draw in turn and each replication in turn (J. Tukey's jackknife, one way and the
 * other), on the scale of the logarithm of the whole over the rest, on which ratios of variances are near normal.
 */
final class Shares {

    private static final double LEVEL = 0.95;

    /** Below this share of chance the whole is taken for chance, where estimates of the other parts are negative. */
    private static final double LEAST = 1e-3;

    private Shares() {}

    /** The mean with the interval that chance leaves after so many replications with one draw. */
    static Estimate chance(Crossed table) {
        Components found = table.whole();
        double half = Sample.student(table.replications - 1) * Math.sqrt(found.chance());
        return new Estimate(table.mean, table.mean - half, table.mean + half, LEVEL, Kind.MONTE_CARLO);
    }

    /**
     * The mean with the interval that not knowing the numbers leaves: what lies between a fortieth and thirty-nine of the
     * draws, each drawn nearer the mean by as much as chance has driven their means apart.
     */
    static Estimate numbers(Crossed table) {
        Components found = table.whole();
        double[] sorted = table.drawMeans.clone();
        Arrays.sort(sorted);
        double apart = Arrays.stream(sorted).map(v -> v * v).sum() / (table.draws - 1);
        double nearer = apart > 0 ? Math.sqrt(Math.min(1, found.parameters() / apart)) : 0;
        return new Estimate(
                table.mean,
                table.mean + nearer * ParameterDraws.quantile(sorted, (1 - LEVEL) / 2),
                table.mean + nearer * ParameterDraws.quantile(sorted, (1 + LEVEL) / 2),
                LEVEL,
                Kind.PARAMETER);
    }

    /** Both together: to each side the root of the sum of squares, which is exact where both are normal. */
    static Estimate total(Crossed table) {
        Estimate chance = chance(table);
        Estimate numbers = numbers(table);
        double mean = table.mean;
        return new Estimate(
                mean,
                mean - Math.hypot(mean - chance.low(), mean - numbers.low()),
                mean + Math.hypot(chance.high() - mean, numbers.high() - mean),
                LEVEL,
                Kind.TOTAL);
    }

    /** The parts of one scenario's figure, or of a difference: chance, and not knowing the numbers. */
    static List<Sources.Part> parts(Crossed table) {
        Components found = table.whole();
        double chance = found.chance();
        double numbers = found.parameters();
        List<Crossed> one = List.of(table);
        return List.of(
                new Sources.Part(
                        chance(table),
                        chance,
                        share(
                                one,
                                chance / (chance + numbers),
                                c -> whole(c) / c.getFirst().chance(),
                                overWhole -> 1 / overWhole)),
                new Sources.Part(
                        numbers(table),
                        numbers,
                        share(
                                one,
                                numbers / (chance + numbers),
                                c -> whole(c) / c.getFirst().chance(),
                                overRest -> 1 - 1 / overRest)));
    }

    private static double whole(List<Components> one) {
        double chance = one.getFirst().chance();
        return Math.max(LEAST * chance, chance + one.getFirst().numbers());
    }

    /**
     * The parts of a figure over scenarios, were each as likely as the next: the means of chance and of not knowing the
     * numbers, and how far the scenarios' means lie apart, less what chance and the draws have driven them apart by.
     *
     * @param scenarios the figure in each, of the same draws and replications
     * @param contrasts the same less their mean over the scenarios, replication by replication
     */
    static List<Sources.Part> across(List<Crossed> scenarios, List<Crossed> contrasts) {
        List<Crossed> tables = java.util.stream.Stream.concat(scenarios.stream(), contrasts.stream())
                .toList();
        int n = scenarios.size();
        ToDoubleFunction<List<Components>> chance = c -> c.subList(0, n).stream()
                .mapToDouble(Components::chance)
                .average()
                .orElseThrow();
        ToDoubleFunction<List<Components>> numbers = c -> c.subList(0, n).stream()
                .mapToDouble(Components::numbers)
                .average()
                .orElseThrow();
        ToDoubleFunction<List<Components>> between = c -> c.subList(n, 2 * n).stream()
                .mapToDouble(of -> of.mean() * of.mean() - of.error(of.draws(), of.replications()))
                .average()
                .orElseThrow();
        ToDoubleFunction<List<Components>> whole = c -> Math.max(
                LEAST * chance.applyAsDouble(c),
                chance.applyAsDouble(c) + numbers.applyAsDouble(c) + between.applyAsDouble(c));
        List<Components> found = tables.stream().map(Crossed::whole).toList();
        double ofChance = chance.applyAsDouble(found);
        double ofNumbers = found.subList(0, n).stream()
                .mapToDouble(Components::parameters)
                .average()
                .orElseThrow();
        double ofScenarios = Math.max(0, between.applyAsDouble(found));
        double all = ofChance + ofNumbers + ofScenarios;
        double mean = scenarios.stream().mapToDouble(t -> t.mean).average().orElseThrow();
        double least = scenarios.stream().mapToDouble(t -> t.mean).min().orElseThrow();
        double greatest = scenarios.stream().mapToDouble(t -> t.mean).max().orElseThrow();
        return List.of(
                new Sources.Part(
                        about(mean, scenarios, Shares::chance, Kind.MONTE_CARLO),
                        ofChance,
                        share(
                                tables,
                                ofChance / all,
                                c -> whole.applyAsDouble(c) / chance.applyAsDouble(c),
                                overWhole -> 1 / overWhole)),
                new Sources.Part(
                        about(mean, scenarios, Shares::numbers, Kind.PARAMETER),
                        ofNumbers,
                        share(tables, ofNumbers / all, beyond(whole, numbers), overRest -> 1 - 1 / overRest)),
                new Sources.Part(
                        new Estimate(mean, least, greatest, 1, Kind.SCENARIO),
                        ofScenarios,
                        share(tables, ofScenarios / all, beyond(whole, between), overRest -> 1 - 1 / overRest)));
    }

    /** The whole over what is left of it without a part. */
    private static ToDoubleFunction<List<Components>> beyond(
            ToDoubleFunction<List<Components>> whole, ToDoubleFunction<List<Components>> part) {
        return c -> {
            double all = whole.applyAsDouble(c);
            return all / Math.max(LEAST * all, all - part.applyAsDouble(c));
        };
    }

    /** The mean over scenarios with the mean width to each side of the intervals in each. */
    private static Estimate about(
            double mean, List<Crossed> scenarios, Function<Crossed, Estimate> interval, Kind kind) {
        List<Estimate> each = scenarios.stream().map(interval).toList();
        double below =
                each.stream().mapToDouble(e -> e.mean() - e.low()).average().orElseThrow();
        double above =
                each.stream().mapToDouble(e -> e.high() - e.mean()).average().orElseThrow();
        return new Estimate(mean, mean - below, mean + above, LEVEL, kind);
    }

    /**
     * A share with its interval.
     *
     * @param ratio of the whole over a part of it, 1 or more; worked out anew without each draw and each replication
     * @param share from that ratio
     */
    private static Estimate share(
            List<Crossed> tables,
            double value,
            ToDoubleFunction<List<Components>> ratio,
            Function<Double, Double> share) {
        ToDoubleFunction<List<Components>> logarithm = c -> StrictMath.log(ratio.applyAsDouble(c));
        Crossed shape = tables.getFirst();
        double middle =
                logarithm.applyAsDouble(tables.stream().map(Crossed::whole).toList());
        double byDraws = jackknife(
                shape.draws,
                d -> logarithm.applyAsDouble(
                        tables.stream().map(t -> t.withoutDraw(d)).toList()));
        double byPeople = jackknife(
                shape.replications,
                r -> logarithm.applyAsDouble(tables.stream()
                        .map(t -> t.whole().withPeopleOf(t.withoutReplication(r)))
                        .toList()));
        double variance = byDraws + byPeople;
        if (Double.isNaN(value) || Double.isNaN(variance)) {
            return new Estimate(value, Double.NaN, Double.NaN, LEVEL, Kind.NONE);
        }
        // As many degrees of freedom as the two variances together have (F. Satterthwaite, Biometrics Bulletin 2,
        // 1946).
        double degrees = variance > 0
                ? variance
                        * variance
                        / (byDraws * byDraws / (shape.draws - 1) + byPeople * byPeople / (shape.replications - 1))
                : 1;
        double half = Sample.student((int) Math.max(1, degrees)) * Math.sqrt(variance);
        double one = Math.clamp(share.apply(StrictMath.exp(middle - half)), 0.0, 1.0);
        double other = Math.clamp(share.apply(StrictMath.exp(middle + half)), 0.0, 1.0);
        return new Estimate(
                value,
                Math.min(value, Math.min(one, other)),
                Math.max(value, Math.max(one, other)),
                LEVEL,
                Kind.MONTE_CARLO);
    }

    private static double jackknife(int n, IntFunction<Double> without) {
        double[] left = IntStream.range(0, n).mapToDouble(without::apply).toArray();
        double mean = Arrays.stream(left).average().orElseThrow();
        return (n - 1.0)
                / n
                * Arrays.stream(left).map(v -> (v - mean) * (v - mean)).sum();
    }
}
