package org.whorl.files;

import java.math.BigDecimal;
import org.whorl.engine.model.Distribution;

/** Numbers and distributions as a model file writes them. */
final class Words {

    private Words() {}

    /** A number that reads back as the very same double, without a needless point. */
    static String of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(number + " cannot stand in a file");
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15 && !(number == 0 && 1 / number < 0)) {
            return Long.toString((long) number);
        }
        double size = Math.abs(number);
        return size >= 1e-5 && size < 1e15 ? BigDecimal.valueOf(number).toPlainString() : Double.toString(number);
    }

    /** A distribution in the form of the file, such as {@code lognormal: {mean: 10, sd: 7.7}}. */
    static String of(Distribution distribution) {
        return switch (distribution) {
            case Distribution.Lognormal(double mean, double sd) ->
                "lognormal: {mean: %s, sd: %s}".formatted(of(mean), of(sd));
            case Distribution.Gamma(double mean, double sd) -> "gamma: {mean: %s, sd: %s}".formatted(of(mean), of(sd));
            case Distribution.Weibull(double mean, double sd) ->
                "weibull: {mean: %s, sd: %s}".formatted(of(mean), of(sd));
            case Distribution.Exponential(double mean) -> "exponential: {mean: %s}".formatted(of(mean));
            case Distribution.Constant(double value) -> "constant: %s".formatted(of(value));
            case Distribution.Uniform(double min, double max) ->
                "uniform: {min: %s, max: %s}".formatted(of(min), of(max));
            case Distribution.Triangular(double min, double mode, double max) ->
                "triangular: {min: %s, mode: %s, max: %s}".formatted(of(min), of(mode), of(max));
            case Distribution.Empirical empirical -> "empirical, %d values".formatted(empirical.values().length);
        };
    }
}
