package org.whorl.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A time in days as a model states it: a family and the parameters that fix it, each with its own source and interval.
 *
 * @param family which distribution
 * @param parameters in the order of {@link Family#names()}
 * @param sample the values of an {@link Family#EMPIRICAL} one; otherwise empty
 * @param sampleProvenance where the sample comes from
 */
public record Duration(Family family, List<Parameter> parameters, List<Double> sample, Provenance sampleProvenance) {

    /** The families a model may name, with the names of their parameters. */
    public enum Family {
        LOGNORMAL("lognormal", "mean", "sd"),
        LOGNORMAL_BY_MEDIAN("lognormal", "mean", "median"),
        GAMMA("gamma", "mean", "sd"),
        WEIBULL("weibull", "mean", "sd"),
        EXPONENTIAL("exponential", "mean"),
        CONSTANT("constant", "value"),
        UNIFORM("uniform", "min", "max"),
        TRIANGULAR("triangular", "min", "mode", "max"),
        EMPIRICAL("empirical");

        private final String word;
        private final List<String> names;

        Family(String word, String... names) {
            this.word = word;
            this.names = List.of(names);
        }

        /** The word in the file. */
        public String word() {
            return word;
        }

        /** The names of the parameters, in order. */
        public List<String> names() {
            return names;
        }
    }

    public Duration {
        parameters = List.copyOf(parameters);
        sample = List.copyOf(sample);
        if (parameters.size() != family.names().size()) {
            throw new IllegalArgumentException(
                    "%s takes %s, not %d numbers".formatted(family.word(), family.names(), parameters.size()));
        }
    }

    /** From bare numbers. */
    public static Duration of(Family family, double... values) {
        List<Parameter> parameters = new ArrayList<>();
        for (double value : values) {
            parameters.add(Parameter.of(value));
        }
        return new Duration(family, parameters, List.of(), Provenance.UNSIGNED_GUESS);
    }

    /** From values seen. */
    public static Duration empirical(List<Double> sample, Provenance provenance) {
        return new Duration(Family.EMPIRICAL, List.of(), sample, provenance);
    }

    /** The distribution at the parameters' present values. */
    public Distribution distribution() {
        return switch (family) {
            case LOGNORMAL ->
                value(1) == 0 ? new Distribution.Constant(value(0)) : new Distribution.Lognormal(value(0), value(1));
            case LOGNORMAL_BY_MEDIAN ->
                value(0) <= value(1)
                        ? new Distribution.Constant(value(0))
                        : Distribution.Lognormal.ofMedian(value(0), value(1));
            case GAMMA ->
                value(1) == 0 ? new Distribution.Constant(value(0)) : new Distribution.Gamma(value(0), value(1));
            case WEIBULL ->
                value(1) == 0 ? new Distribution.Constant(value(0)) : new Distribution.Weibull(value(0), value(1));
            case EXPONENTIAL -> new Distribution.Exponential(value(0));
            case CONSTANT -> new Distribution.Constant(value(0));
            case UNIFORM -> new Distribution.Uniform(value(0), value(1));
            case TRIANGULAR -> new Distribution.Triangular(value(0), value(1), value(2));
            case EMPIRICAL ->
                new Distribution.Empirical(
                        sample.stream().mapToDouble(Double::doubleValue).toArray());
        };
    }

    private double value(int index) {
        return parameters.get(index).value();
    }

    /** This time with every number passed through {@code map}. */
    Duration map(String path, ParameterMap map) {
        List<Parameter> mapped = new ArrayList<>(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            String name = family == Family.CONSTANT ? "" : "." + family.names().get(i);
            Domain domain =
                    i == 0 && (family == Family.UNIFORM || family == Family.TRIANGULAR || family == Family.CONSTANT)
                            ? Domain.NOT_NEGATIVE
                            : family.names().get(i).equals("sd") ? Domain.NOT_NEGATIVE : Domain.POSITIVE;
            mapped.add(map.parameter(path + "." + family.word() + name, domain, parameters.get(i)));
        }
        return mapped.equals(parameters) ? this : new Duration(family, mapped, sample, sampleProvenance);
    }

    /** The same kind of stay, {@code factor} times as long; only an empirical one needs this, the rest scale by map. */
    Duration scaledSample(double factor) {
        return new Duration(
                family, parameters, sample.stream().map(v -> v * factor).toList(), sampleProvenance);
    }
}
