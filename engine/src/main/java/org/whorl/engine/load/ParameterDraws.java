package org.whorl.engine.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Note;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Spread;
import org.whorl.engine.random.Normal;
import org.whorl.engine.random.Streams;
import org.whorl.engine.random.Survival;

/**
 * Models that might be the true one, drawn from what is known of every number. Each number's draws are spread evenly over
 * its distribution (a Latin square: one in each of as many equal parts as there are draws) and hang on its path and the
 * seed alone, so that one more number leaves the others' draws as they were.
 */
public final class ParameterDraws {

    private static final double TWO_SIDED_95 = 1.959963984540054;

    private final Model model;
    private final int draws;
    private final long seed;
    private final Set<String> paths;
    private final Map<String, double[]> uniforms = new ConcurrentHashMap<>();

    /**
     * So many draws of a model's numbers.
     *
     * @param draws how many, 1 or more
     * @param seed the same seed gives the same draws
     */
    public ParameterDraws(Model model, int draws, long seed) {
        this.model = model;
        this.draws = draws;
        this.seed = seed;
        paths = Set.copyOf(model.parameters().keySet());
    }

    /** The i-th model, from 0. Several threads may ask. */
    public Model draw(int i) {
        Model drawn = model.map((path, domain, parameter) ->
                parameter.hasInterval() ? parameter.withValue(value(parameter, domain, uniform(path, i))) : parameter);
        return wholeAgain(drawn);
    }

    /** What came of all draws, one result of each, NaN for none: the mean, and the interval that leaves a fortieth out at each end. */
    public static Estimate estimate(double[] results) {
        return Uncertainty.estimate(results);
    }

    /** Numbers without an interval, which every draw leaves as they are. */
    public long withoutInterval() {
        return model.parameters().values().stream()
                .filter(p -> !p.hasInterval())
                .count();
    }

    /** What to tell where some numbers have no interval. */
    public Note caution() {
        return new Note(
                "parameters-without-interval",
                "",
                "%d of %d numbers have no interval, so the true uncertainty is larger."
                        .formatted(withoutInterval(), paths.size()));
    }

    /** Where the i-th draw of what stands at a path lies in its distribution, above 0 and below 1; not only of numbers. */
    public double uniform(String path, int i) {
        return uniforms.computeIfAbsent(together(path), this::latin)[i];
    }

    /** The numbers that give one stay its shape (its ends, its mean and median) move together, so that they stay in order. */
    private String together(String path) {
        int dot = path.lastIndexOf('.');
        String parent = path.substring(0, Math.max(0, dot));
        return switch (path.substring(dot + 1)) {
            case "min", "mode", "max", "median" -> parent;
            case "mean" -> paths.contains(parent + ".median") ? parent : path;
            default -> path;
        };
    }

    private double[] latin(String path) {
        long key = Streams.child(Streams.mix(seed), path);
        double[] u = new double[draws];
        for (int i = 0; i < draws; i++) {
            key = Streams.next(key);
            u[i] = (i + Streams.uniform(key)) / draws;
        }
        for (int i = draws - 1; i > 0; i--) {
            key = Streams.next(key);
            int j = (int) (Streams.uniform(key) * (i + 1));
            double swap = u[i];
            u[i] = u[j];
            u[j] = swap;
        }
        return u;
    }

    /** What a share of all draws does not exceed, by draws in order; each stands for the middle of its part. */
    public static double quantile(double[] sorted, double share) {
        double position = Math.clamp(share * sorted.length - 0.5, 0, sorted.length - 1);
        int below = (int) position;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (above - sorted[below]);
    }

    /** The value that a share {@code u} of what the parameter may be lies below. */
    static double value(Parameter parameter, Domain domain, double u) {
        double v = parameter.value();
        double drawn = switch (parameter.spread()) {
            case Spread.Unsaid _ -> v;
            case Spread.Deviation(double sd) -> deviation(v, sd, domain, u);
            case Spread.Range(double low, double high) -> range(v, low, high, domain, Normal.quantile(u));
            case Spread.Distributed(Distribution distribution) ->
                Survival.of(distribution).quantile(u);
        };
        return domain.nearest(drawn);
    }

    /** A positive number is lognormal with that mean and deviation; a share is normal on the scale of its odds. */
    private static double deviation(double v, double sd, Domain domain, double u) {
        if (sd == 0) {
            return v;
        }
        double z = Normal.quantile(u);
        if (domain == Domain.SHARE && v > 0 && v < 1) {
            return fromOdds(Math.log(v / (1 - v)) + z * sd / (v * (1 - v)));
        }
        return domain != Domain.SHARE && domain != Domain.ANY && v > 0
                ? Survival.of(new Distribution.Lognormal(v, sd)).quantile(u)
                : v + z * sd;
    }

    /**
     * Half of it lies below the value and half above, each half normal with its own width (on the scale of logarithms or
     * odds where that scale reaches so far), so that the ends are where they were said to be.
     */
    private static double range(double v, double low, double high, Domain domain, double z) {
        double end = z < 0 ? low : high;
        double steps = Math.abs(z) / TWO_SIDED_95;
        if (domain == Domain.SHARE && v > 0 && v < 1 && end > 0 && end < 1) {
            double from = Math.log(v / (1 - v));
            return fromOdds(from + steps * (Math.log(end / (1 - end)) - from));
        }
        if (domain != Domain.SHARE && domain != Domain.ANY && v > 0 && end > 0) {
            return v * Math.pow(end / v, steps);
        }
        return v + steps * (end - v);
    }

    private static double fromOdds(double logarithm) {
        return 1 / (1 + Math.exp(-logarithm));
    }

    /** Shares that must add to 1 are brought back to it, each in proportion. */
    private static Model wholeAgain(Model drawn) {
        Map<String, Double> factors = new HashMap<>();
        for (Service service : drawn.services()) {
            double routes = service.routes().stream()
                    .mapToDouble(r -> r.share().value())
                    .sum();
            double funding = service.funding().values().stream()
                    .mapToDouble(Parameter::value)
                    .sum();
            for (Route route : service.routes()) {
                factors.put("services." + service.id() + ".routes." + route.to(), routes > 0 ? 1 / routes : 1);
            }
            for (String partner : service.funding().keySet()) {
                factors.put("services." + service.id() + ".funding." + partner, funding > 0 ? 1 / funding : 1);
            }
        }
        return drawn.map((path, _, parameter) -> {
            Double factor = factors.get(path);
            return factor == null ? parameter : parameter.withValue(parameter.value() * factor);
        });
    }
}
