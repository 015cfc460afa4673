package org.whorl.engine.model;

import static org.whorl.engine.model.Problems.number;

import java.util.Arrays;
import java.util.List;

/** Whether every number is one that can be: within its domain, finite, and its interval around it. */
final class CheckNumbers implements ParameterMap {
    private static final double LARGEST = 1e12;

    /** Beyond this ratio of sd to mean a sample's mean settles so slowly that no run would show it. */
    private static final double WIDEST = 20;

    /** Narrower than this a Weibull's shape cannot be told from a constant. */
    private static final double NARROWEST = 0.002;

    private final Problems problems;

    CheckNumbers(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Parameter parameter(String path, Domain domain, Parameter parameter) {
        double value = parameter.value();
        if (!domain.holds(value)) {
            problems.add(path, outside(domain, value), "write " + domain.words());
        } else if (value > LARGEST) {
            problems.add(path, number(value) + " is too large", "write a number up to " + number(LARGEST));
        } else {
            spread(path, domain, parameter);
        }
        if (parameter.priceYear() != null && !Money.isYear(parameter.priceYear())) {
            problems.add(
                    path,
                    "the price year \"%s\" is not a year".formatted(parameter.priceYear()),
                    "write a year such as 2024/25");
        }
        return parameter;
    }

    static String outside(Domain domain, double value) {
        if (!Double.isFinite(value)) {
            return number(value) + " is not a finite number";
        }
        if (value < 0) {
            return number(value) + " is below 0";
        }
        return domain == Domain.SHARE ? number(value) + " is above 1" : number(value) + " is not above 0";
    }

    private void spread(String path, Domain domain, Parameter parameter) {
        switch (parameter.spread()) {
            case Spread.Unsaid _ -> {
                // Allowed, and counted by whoever reports.
            }
            case Spread.Deviation(double sd) -> {
                if (!Double.isFinite(sd) || sd < 0) {
                    problems.add(path, "the sd %s cannot be".formatted(number(sd)), "write an sd from 0 up");
                }
            }
            case Spread.Range(double low, double high) -> {
                if (!(low <= parameter.value() && parameter.value() <= high)) {
                    problems.add(
                            path,
                            "%s lies outside its own interval, %s to %s"
                                    .formatted(number(parameter.value()), number(low), number(high)),
                            "write low, value and high in ascending order");
                } else if (!domain.holds(low) || !domain.holds(high)) {
                    problems.add(
                            path,
                            "the interval's end is wrong: " + outside(domain, domain.holds(low) ? high : low),
                            "keep the interval within " + domain.words());
                }
            }
            case Spread.Distributed(Distribution distribution) -> distribution(path, distribution);
        }
    }

    @Override
    public Profile profile(String path, Profile profile) {
        boolean starts = path.endsWith(".starts.weekday");
        factors(path, profile.factors(), path.endsWith(".month") ? 12 : 7, starts);
        return profile;
    }

    /** Factors of a weekday or month profile; {@code starts} are shares, and may be nought throughout. */
    void factors(String path, List<Double> factors, int length, boolean starts) {
        if (factors.size() != length) {
            problems.add(path, "there are %d numbers".formatted(factors.size()), "write %d".formatted(length));
            return;
        }
        for (double factor : factors) {
            Domain domain = starts ? Domain.SHARE : Domain.NOT_NEGATIVE;
            if (!domain.holds(factor)) {
                problems.add(path, outside(domain, factor), "write " + domain.words());
                return;
            }
        }
        if (factors.stream().allMatch(f -> f == 0)) {
            problems.add(
                    path,
                    "every number is 0",
                    starts ? "let people start on at least one day" : "let people come on at least one day");
        }
    }

    /** What the domains of its numbers cannot say about a time: how they stand to each other. */
    void time(String path, Duration time) {
        String at = path + "." + time.family().word();
        double[] p = time.parameters().stream().mapToDouble(Parameter::value).toArray();
        switch (time.family()) {
            case LOGNORMAL, GAMMA, WEIBULL -> ratio(at, time.family() == Duration.Family.WEIBULL, p[0], p[1]);
            case LOGNORMAL_BY_MEDIAN -> {
                if (p[0] < p[1]) {
                    problems.add(
                            at,
                            "the mean %s is below the median %s".formatted(number(p[0]), number(p[1])),
                            "a lognormal's mean is above its median: change one");
                }
            }
            case UNIFORM, TRIANGULAR -> ascending(at, time.family().names(), p);
            case EXPONENTIAL, CONSTANT -> {
                // One number stands alone.
            }
            case EMPIRICAL -> sample(at, time.sample());
        }
    }

    private void ratio(String path, boolean weibull, double mean, double sd) {
        if (sd > WIDEST * mean) {
            problems.add(
                    path,
                    "the sd %s is more than %s times the mean %s".formatted(number(sd), number(WIDEST), number(mean)),
                    "write a smaller sd");
        } else if (weibull && sd > 0 && sd < NARROWEST * mean) {
            problems.add(
                    path,
                    "the sd %s is less than %s of the mean %s".formatted(number(sd), number(NARROWEST), number(mean)),
                    "write {constant: %s}".formatted(number(mean)));
        }
    }

    private void ascending(String path, List<String> names, double[] p) {
        for (int i = 1; i < p.length; i++) {
            if (p[i - 1] > p[i]) {
                problems.add(
                        path,
                        "%s %s is above %s %s"
                                .formatted(names.get(i - 1), number(p[i - 1]), names.get(i), number(p[i])),
                        "write %s in ascending order".formatted(String.join(", ", names)));
                return;
            }
        }
    }

    private void sample(String path, List<Double> sample) {
        if (sample.isEmpty()) {
            problems.add(path, "there are no values", "give at least one");
        }
        sample.stream()
                .filter(v -> !Domain.NOT_NEGATIVE.holds(v))
                .findFirst()
                .ifPresent(v -> problems.add(path, outside(Domain.NOT_NEGATIVE, v), "write numbers from 0 up"));
    }

    private void distribution(String path, Distribution distribution) {
        switch (distribution) {
            case Distribution.Lognormal(double mean, double sd) -> meanAndSd(path, "lognormal", mean, sd);
            case Distribution.Gamma(double mean, double sd) -> meanAndSd(path, "gamma", mean, sd);
            case Distribution.Weibull(double mean, double sd) -> meanAndSd(path, "weibull", mean, sd);
            case Distribution.Exponential(double mean) -> positive(path + ".exponential.mean", mean);
            case Distribution.Constant(double value) -> {
                if (!Domain.NOT_NEGATIVE.holds(value)) {
                    problems.add(path + ".constant", outside(Domain.NOT_NEGATIVE, value), "write a number from 0 up");
                }
            }
            case Distribution.Uniform(double min, double max) ->
                ends(path + ".uniform", List.of("min", "max"), min, max);
            case Distribution.Triangular(double min, double mode, double max) ->
                ends(path + ".triangular", List.of("min", "mode", "max"), min, mode, max);
            case Distribution.Empirical empirical -> {
                List<Double> sample = Arrays.stream(empirical.values()).boxed().toList();
                sample(path + ".empirical", sample);
            }
        }
    }

    private void meanAndSd(String path, String word, double mean, double sd) {
        String at = path + "." + word;
        if (positive(at + ".mean", mean)) {
            if (!Domain.NOT_NEGATIVE.holds(sd)) {
                problems.add(at + ".sd", outside(Domain.NOT_NEGATIVE, sd), "write a number from 0 up");
            } else {
                ratio(at, word.equals("weibull"), mean, sd);
            }
        }
    }

    private void ends(String path, List<String> names, double... ends) {
        if (!Domain.NOT_NEGATIVE.holds(ends[0])) {
            problems.add(path + ".min", outside(Domain.NOT_NEGATIVE, ends[0]), "write a number from 0 up");
        }
        ascending(path, names, ends);
    }

    private boolean positive(String path, double value) {
        if (Domain.POSITIVE.holds(value)) {
            return true;
        }
        problems.add(path, outside(Domain.POSITIVE, value), "write " + Domain.POSITIVE.words());
        return false;
    }
}
