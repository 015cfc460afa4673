package org.whorl.server.beliefs;

import java.util.Locale;
import org.whorl.engine.evidence.Belief;
import org.whorl.engine.evidence.Finding.Found;
import org.whorl.engine.evidence.Panel;
import org.whorl.engine.evidence.Panel.Cell;
import org.whorl.engine.evidence.Panel.Scale;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Spread;

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

    /** What a reading makes of a number. */
    static Outcome of(
            Reading reading, Learnt.About about, double factor, double weight, Parameter parameter, Domain domain) {
        double sd = sd(parameter.spread());
        if (!(sd > 0)) {
            return new Outcome.None(Why.NO_SPREAD);
        }
        return about == Learnt.About.RATIO
                ? ratio(reading, weight, parameter.value(), sd, domain)
                : level(reading, factor, weight, parameter.value(), sd, domain);
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
            Reading reading, double factor, double weight, double value, double sd, Domain domain) {
        double number = 0;
        double exposure = 0;
        double squares = 0;
        int cells = 0;
        for (Panel.Site site : reading.panel().sites()) {
            for (int t = 0; t < site.cells().size(); t++) {
                Cell cell = site.cells().get(t);
                if (cell != null && site.tries(t)) {
                    number += cell.number();
                    exposure += cell.exposure();
                    squares += cell.rate() * cell.rate();
                    cells++;
                }
            }
        }
        boolean counted = reading.scale() == Scale.RATES;
        if (cells == 0 || (!counted && cells < 3)) {
            return new Outcome.None(Why.NO_LEVEL);
        }
        if (counted) {
            // One of the measure's unit is so much of the number's, so there is so much less exposure to an event.
            double of = exposure / factor;
            double rate = number / of;
            if (domain == Domain.SHARE && number <= of && value > 0 && value < 1 && sd * sd < value * (1 - value)) {
                Belief.Share before = Belief.Share.of(value, sd);
                return good(
                        before,
                        rate,
                        Math.sqrt(Math.max(rate * (1 - rate), 1 / of) / of),
                        before.after(number, of, weight),
                        domain);
            }
            if (value > 0) {
                Belief.Rate before = Belief.Rate.of(value, sd);
                return good(
                        before, rate, Math.sqrt(Math.max(number, 1)) / of, before.after(number, of, weight), domain);
            }
        }
        double mean = factor * number / exposure;
        double variance = counted
                ? Math.max(number, 1) * factor * factor / (exposure * exposure)
                : factor * factor * Math.max(0, squares - number * number / cells) / (cells - 1) / cells;
        if (!(variance > 0)) {
            return new Outcome.None(Why.NO_LEVEL);
        }
        Belief.Bell before = new Belief.Bell(value, sd);
        double error = Math.sqrt(variance);
        return good(before, mean, error, before.after(mean, error, weight), domain);
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
