package org.whorl.server.beliefs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whorl.engine.evidence.Belief;
import org.whorl.engine.evidence.Finding.Found;
import org.whorl.engine.evidence.Panel;
import org.whorl.engine.evidence.Panel.Cell;
import org.whorl.engine.evidence.Panel.Scale;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Spread;
import org.whorl.server.trust.Disclosure;

/**
 * What was believed of a number, what was found, and what is believed now, all on the number's own scale. A share that was counted
 * is a beta, a rate that was counted a gamma, and anything else normal; of a ratio the logarithm is normal, and what was believed
 * before is that it makes no difference, likely between half and twice as much.
 *
 * @param about the number itself, or how many times as much it becomes
 * @param before what was believed; of a ratio, of its logarithm
 * @param found the estimate, on the same scale
 * @param error its standard error, not discounted
 * @param after what is believed now
 * @param conflict whether figures and belief do not fit each other
 * @param value what the number would become
 * @param low 2.5 per cent lie below
 * @param high 2.5 per cent lie above
 */
public record Update(
        Learnt.About about,
        Belief before,
        double found,
        double error,
        Belief after,
        boolean conflict,
        double value,
        double low,
        double high) {

    /** Before anything was tried: as likely more as less, and between half and twice as much with a chance of 95 %. */
    static final Belief.Bell NO_DIFFERENCE = new Belief.Bell(0, StrictMath.log(2) / 1.959963984540054);

    private static final double Z = 1.959963984540054;

    /** Why nothing follows. */
    public enum Why {
        /** Nobody said how unsure the number is. */
        NO_SPREAD,
        /** Too little was counted where it was tried. */
        NO_LEVEL,
        /** Somewhere so few people were counted that it is not told how many. */
        FEW_PEOPLE,
        /** The number is nothing or below, or the effect is no ratio. */
        NO_RATIO;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An update, or why there is none. */
    public sealed interface Outcome {
        /** What follows. */
        record Good(Update update) implements Outcome {}

        /** Nothing follows. */
        record None(Why why) implements Outcome {}
    }

    /**
     * What a reading makes of a number.
     *
     * @param people whether people were counted, who go into it as they may be shown: what it becomes is told to everybody
     */
    static Outcome of(
            Reading reading,
            boolean people,
            Learnt.About about,
            double factor,
            double weight,
            Parameter parameter,
            Domain domain) {
        double sd = sd(parameter.spread());
        if (!(sd > 0)) {
            return new Outcome.None(Why.NO_SPREAD);
        }
        return about == Learnt.About.RATIO
                ? ratio(reading, weight, parameter.value(), sd, domain)
                : level(reading, people, factor, weight, parameter.value(), sd, domain);
    }

    private static Outcome ratio(Reading reading, double weight, double value, double sd, Domain domain) {
        if (!(value > 0) || !(reading.finding() instanceof Found found) || !found.multiplies()) {
            return new Outcome.None(Why.NO_RATIO);
        }
        Belief.Bell after = NO_DIFFERENCE.after(found.estimate(), found.sd(), weight);
        // Number and ratio are unsure apart from each other: their logarithms' variances add up.
        double spread = Math.sqrt(StrictMath.log1p(sd * sd / (value * value)) + after.sd() * after.sd());
        double middle = StrictMath.log(value) + after.mean();
        return good(
                Learnt.About.RATIO,
                NO_DIFFERENCE,
                found.estimate(),
                found.sd(),
                after,
                domain,
                StrictMath.exp(middle),
                StrictMath.exp(middle - Z * spread),
                StrictMath.exp(middle + Z * spread));
    }

    private static Outcome level(
            Reading reading, boolean people, double factor, double weight, double value, double sd, Domain domain) {
        boolean counted = reading.scale() == Scale.RATES;
        List<List<Cell>> places = new ArrayList<>();
        for (Panel.Site site : reading.panel().sites()) {
            List<Cell> cells = new ArrayList<>();
            for (int t = 0; t < site.cells().size(); t++) {
                Cell cell = site.cells().get(t);
                if (cell != null && site.tries(t)) {
                    Optional<Cell> shown = people ? shown(cell) : Optional.of(cell);
                    if (shown.isEmpty()) {
                        return new Outcome.None(Why.FEW_PEOPLE);
                    }
                    cells.add(shown.get());
                }
            }
            if (!cells.isEmpty()) {
                places.add(cells);
            }
        }
        List<Cell> cells = places.stream().flatMap(List::stream).toList();
        if (cells.isEmpty() || (!counted && cells.size() < 3)) {
            return new Outcome.None(Why.NO_LEVEL);
        }
        double number = cells.stream().mapToDouble(Cell::number).sum();
        double exposure = cells.stream().mapToDouble(Cell::exposure).sum();
        if (counted) {
            double stretch = stretch(places, number, exposure);
            // One of the measure's unit is so much of the number's, so there is so much less exposure to an event.
            double of = exposure / factor;
            double rate = number / of;
            if (domain == Domain.SHARE && number <= of && value > 0 && value < 1 && sd * sd < value * (1 - value)) {
                Belief.Share before = Belief.Share.of(value, sd);
                return good(
                        before,
                        rate,
                        Math.sqrt(stretch * Math.max(rate * (1 - rate), 1 / of) / of),
                        before.after(number, of, weight / stretch),
                        domain);
            }
            if (value > 0) {
                Belief.Rate before = Belief.Rate.of(value, sd);
                return good(
                        before,
                        rate,
                        Math.sqrt(stretch * Math.max(number, 1)) / of,
                        before.after(number, of, weight / stretch),
                        domain);
            }
        }
        double mean = factor * number / exposure;
        double variance = factor
                * factor
                * (counted
                        ? stretch(places, number, exposure) * Math.max(number, 1) / (exposure * exposure)
                        : Math.max(straying(cells, number), differing(places, number, exposure)));
        if (!(variance > 0)) {
            return new Outcome.None(Why.NO_LEVEL);
        }
        Belief.Bell before = new Belief.Bell(value, sd);
        double error = Math.sqrt(variance);
        return good(before, mean, error, before.after(mean, error, weight), domain);
    }

    /** Events as they may be shown; none where there are so few people that they are not. */
    private static Optional<Cell> shown(Cell cell) {
        return Disclosure.SERVICES.show((int) Math.ceil(Math.max(0, cell.number())))
                        instanceof Disclosure.Shown.Count count
                ? Optional.of(new Cell(count.value(), cell.exposure()))
                : Optional.empty();
    }

    /**
     * How many times as wide as chance alone would have it the variance of a rate is; never below 1. The larger of how far counts
     * stray from one period to the next (Pearson's statistic over its freedom: quasi-Poisson) and of how far places differ.
     */
    private static double stretch(List<List<Cell>> places, double number, double exposure) {
        double rate = number / exposure;
        if (!(rate > 0)) {
            return 1;
        }
        double pearson = 0;
        int cells = 0;
        for (List<Cell> place : places) {
            for (Cell cell : place) {
                double expected = rate * cell.exposure();
                pearson += (cell.number() - expected) * (cell.number() - expected) / expected;
                cells++;
            }
        }
        double straying = cells > 1 ? pearson / (cells - 1) : 1;
        double chance = number / (exposure * exposure);
        return Math.max(1, Math.max(straying, differing(places, number, exposure) / chance));
    }

    /** The variance of a mean of values from how far they stray. */
    private static double straying(List<Cell> cells, double number) {
        double squares =
                cells.stream().mapToDouble(cell -> cell.rate() * cell.rate()).sum();
        int n = cells.size();
        return Math.max(0, squares - number * number / n) / (n - 1) / n;
    }

    /** The variance of a rate or mean from how far places differ (cluster-robust, mended by g/(g-1)); 0 where there is but one. */
    private static double differing(List<List<Cell>> places, double number, double exposure) {
        int g = places.size();
        if (g < 2) {
            return 0;
        }
        double rate = number / exposure;
        double squares = 0;
        for (List<Cell> place : places) {
            double apart = place.stream()
                    .mapToDouble(cell -> cell.number() - rate * cell.exposure())
                    .sum();
            squares += apart * apart;
        }
        return squares / (exposure * exposure) * g / (g - 1);
    }

    private static Outcome good(Belief before, double found, double error, Belief after, Domain domain) {
        return good(Learnt.About.LEVEL, before, found, error, after, domain, after.mean(), after.low(), after.high());
    }

    private static Outcome good(
            Learnt.About about,
            Belief before,
            double found,
            double error,
            Belief after,
            Domain domain,
            double value,
            double low,
            double high) {
        return new Outcome.Good(new Update(
                about,
                before,
                found,
                error,
                after,
                before.conflicts(found, error),
                domain.nearest(rounded(value)),
                domain.nearest(rounded(low)),
                domain.nearest(rounded(high))));
    }

    /** Four figures: more would claim more than anybody knows. */
    private static double rounded(double number) {
        return number == 0 ? 0 : Double.parseDouble(String.format(Locale.ROOT, "%.4g", number));
    }

    private static double sd(Spread spread) {
        return switch (spread) {
            case Spread.Unsaid _ -> 0;
            case Spread.Deviation(double sd) -> sd;
            case Spread.Range(double low, double high) -> (high - low) / (2 * Z);
            case Spread.Distributed(var distribution) -> Math.sqrt(distribution.variance());
        };
    }

    /** What the number of a ratio is, where it is one. */
    public double shown(double onScale) {
        return about == Learnt.About.RATIO ? StrictMath.exp(onScale) : onScale;
    }
}
