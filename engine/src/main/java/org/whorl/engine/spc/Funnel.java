package org.whorl.engine.spc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.random.Normal;

/**
 * Shares of many units beside each other: a funnel whose limits leave room for what always makes units differ
 * (Spiegelhalter, Statistics in Medicine 24, 2005; method 2.6). Shares are taken as Y = asin sqrt p, whose error is
 * s = 1/(2 sqrt n); z = (Y - T)/s, the outer tenths pulled in (winsorised); phi = mean z^2; where k phi is k - 1 or more, units
 * differ by tau^2 = (k phi - (k - 1)) / (sum w - sum w^2 / sum w), w = 1/s^2, and z' = (Y - T)/sqrt(s^2 + tau^2).
 *
 * <p>It says of whom it is worth asking how they do it. It does not rank: units come in the order of the data.
 *
 * @param target the share of all units together in the newest period
 * @param phi how many times as much as by chance they vary
 * @param tau2 the variance between units that is always there
 * @param period the newest period
 * @param units in the order of the data
 */
public record Funnel(double target, double phi, double tau2, String period, List<Unit> units) {

    /** Beyond this, in two periods running, a unit is looked at. */
    public static final double BEYOND = 1.96;

    /** How sure it must be that a unit belongs to the best tenth. */
    public static final double SURE = 0.9;

    private static final double OUTER = 0.1;
    private static final double BEST_TENTH = 0.9;
    private static final int FEWEST_UNITS = 3;

    /**
     * A row of the data.
     *
     * @param unit who
     * @param period when; periods are in the order of their names
     * @param numerator how many of them it went well for
     * @param denominator out of how many, 1 or more
     * @param mix how hard its people are to help, on any scale; empty where nobody knows
     */
    public record Row(String unit, String period, double numerator, double denominator, OptionalDouble mix) {
        public Row {
            if (!(denominator >= 1) || !(numerator >= 0) || numerator > denominator) {
                throw new IllegalArgumentException(
                        "%s, %s: %s of %s is not a share".formatted(unit, period, numerator, denominator));
            }
        }
    }

    /** Why a unit is worth asking, or not. */
    public enum Why {
        /** Well beyond the others two periods running, most likely in the best tenth, with people like theirs. */
        WORTH_ASKING("worth-asking"),
        /** The same, but nobody said how its people compare with the others'. */
        WORTH_ASKING_MIX_UNKNOWN("worth-asking-mix-unknown"),
        /** Within what always makes units differ. */
        WITHIN("within"),
        /** Beyond it now, and not in the period before. */
        NOT_YET_TWICE("not-yet-twice"),
        /** Beyond it, and still not sure to be in the best tenth. */
        NOT_SURE("not-sure"),
        /** Its people differ from those of the others. */
        OTHER_PEOPLE("other-people"),
        /** No figures in the newest period. */
        NOT_NOW("not-now");

        private final String word;

        Why(String word) {
            this.word = word;
        }

        /** The word used in JSON. */
        public String word() {
            return word;
        }

        /** Whether to go and ask how they do it. */
        public boolean worthAsking() {
            return this == WORTH_ASKING || this == WORTH_ASKING_MIX_UNKNOWN;
        }
    }

    /**
     * One of them in the newest period.
     *
     * @param unit who
     * @param share its share, with the 95 % interval that chance leaves; NaN where it has no figures now
     * @param z how far from the target, in errors
     * @param zAdjusted the same, with room for what always makes units differ
     * @param bestTenth the chance that it belongs to the best tenth, from this period and the one before
     * @param why what follows
     */
    public record Unit(String unit, Estimate share, double z, double zAdjusted, double bestTenth, Why why) {}

    /**
     * The funnel of the newest period, the one before beside it.
     *
     * @param rows at most one a unit and period, three units or more in the newest period
     * @param moreIsBetter whether a high share is what people want
     */
    public static Funnel of(List<Row> rows, boolean moreIsBetter) {
        TreeMap<String, List<Row>> periods = new TreeMap<>();
        SequencedMap<String, Row> first = new LinkedHashMap<>();
        Set<List<String>> once = new HashSet<>();
        for (Row row : rows) {
            if (!once.add(List.of(row.unit, row.period))) {
                throw new IllegalArgumentException("%s stands twice in %s".formatted(row.unit, row.period));
            }
            periods.computeIfAbsent(row.period, _ -> new ArrayList<>()).add(row);
            first.putIfAbsent(row.unit, row);
        }
        if (periods.isEmpty() || periods.lastEntry().getValue().size() < FEWEST_UNITS) {
            throw new IllegalArgumentException("A funnel needs three units or more in its newest period");
        }
        Limits now = Limits.of(periods.lastEntry().getValue(), moreIsBetter);
        var earlier = periods.lowerEntry(periods.lastKey());
        Limits before = earlier == null ? null : Limits.of(earlier.getValue(), moreIsBetter);
        Set<String> otherPeople = otherPeople(periods.lastEntry().getValue());
        List<Unit> units = new ArrayList<>();
        for (String name : first.keySet()) {
            Row row = now.rows.get(name);
            if (row == null) {
                units.add(new Unit(
                        name,
                        new Estimate(Double.NaN, Double.NaN, Double.NaN, 0.95, Kind.PARAMETER),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Why.NOT_NOW));
                continue;
            }
            double best = now.bestTenth(name, before);
            units.add(new Unit(
                    name,
                    now.share(row),
                    now.z(row),
                    now.zAdjusted(row),
                    best,
                    why(row, now, before, best, otherPeople)));
        }
        return new Funnel(now.target, now.phi, now.tau2, periods.lastKey(), List.copyOf(units));
    }

    private static Why why(Row row, Limits now, @Nullable Limits before, double best, Set<String> otherPeople) {
        if (now.better(row) < BEYOND) {
            return Why.WITHIN;
        }
        Row earlier = before == null ? null : before.rows.get(row.unit);
        if (before == null || earlier == null || before.better(earlier) < BEYOND) {
            return Why.NOT_YET_TWICE;
        }
        if (best < SURE) {
            return Why.NOT_SURE;
        }
        if (otherPeople.contains(row.unit)) {
            return Why.OTHER_PEOPLE;
        }
        return row.mix.isPresent() ? Why.WORTH_ASKING : Why.WORTH_ASKING_MIX_UNKNOWN;
    }

    /** Whose people lie more than one standard deviation (of all units that are known) from the mean of all. */
    private static Set<String> otherPeople(List<Row> rows) {
        double[] mixes = rows.stream()
                .filter(row -> row.mix.isPresent())
                .mapToDouble(row -> row.mix.getAsDouble())
                .toArray();
        double mean = Arrays.stream(mixes).average().orElse(0);
        double squares =
                Arrays.stream(mixes).map(mix -> (mix - mean) * (mix - mean)).sum();
        double deviation = mixes.length < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (mixes.length - 1));
        Set<String> others = new HashSet<>();
        for (Row row : rows) {
            if (row.mix.isPresent() && Math.abs(row.mix.getAsDouble() - mean) > deviation) {
                others.add(row.unit);
            }
        }
        return others;
    }

    /** What one period says about how units differ. */
    private static final class Limits {
        private final Map<String, Row> rows = new HashMap<>();
        private final double target;
        private final double phi;
        private final double tau2;
        private final int sign;

        private Limits(List<Row> rows, double target, double phi, double tau2, int sign) {
            rows.forEach(row -> this.rows.put(row.unit, row));
            this.target = target;
            this.phi = phi;
            this.tau2 = tau2;
            this.sign = sign;
        }

        static Limits of(List<Row> rows, boolean moreIsBetter) {
            double all = rows.stream().mapToDouble(Row::denominator).sum();
            double target = rows.stream().mapToDouble(Row::numerator).sum() / all;
            int k = rows.size();
            double[] z = rows.stream()
                    .mapToDouble(row -> (y(row) - y(target)) * 2 * Math.sqrt(row.denominator))
                    .sorted()
                    .toArray();
            double low = quantile(z, OUTER);
            double high = quantile(z, 1 - OUTER);
            double phi = Arrays.stream(z)
                            .map(one -> Math.min(high, Math.max(low, one)))
                            .map(one -> one * one)
                            .sum()
                    / k;
            double weights = 4 * all;
            double squares = rows.stream()
                    .mapToDouble(row -> 16 * row.denominator * row.denominator)
                    .sum();
            double room = weights - squares / weights;
            double tau2 = k * phi >= k - 1 && room > 0 ? (k * phi - (k - 1)) / room : 0;
            return new Limits(rows, target, phi, tau2, moreIsBetter ? 1 : -1);
        }

        private static double y(Row row) {
            return y(row.numerator / row.denominator);
        }

        private static double y(double share) {
            return StrictMath.asin(Math.sqrt(share));
        }

        /** Between two sorted values in proportion, as most tools do (Hyndman and Fan's seventh). */
        private static double quantile(double[] sorted, double q) {
            double at = q * (sorted.length - 1);
            int below = (int) at;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
        }

        double z(Row row) {
            return (y(row) - y(target)) * 2 * Math.sqrt(row.denominator);
        }

        double zAdjusted(Row row) {
            return (y(row) - y(target)) / Math.sqrt(error2(row) + tau2);
        }

        double better(Row row) {
            return sign * zAdjusted(row);
        }

        private static double error2(Row row) {
            return 1 / (4 * row.denominator);
        }

        Estimate share(Row row) {
            double half = Normal.quantile(0.975) / (2 * Math.sqrt(row.denominator));
            return new Estimate(
                    row.numerator / row.denominator, back(y(row) - half), back(y(row) + half), 0.95, Kind.PARAMETER);
        }

        private static double back(double y) {
            double sine = StrictMath.sin(Math.min(Math.PI / 2, Math.max(0, y)));
            return sine * sine;
        }

        /**
         * The chance that a unit lies in the best tenth of all such units, whose Y are normal about the target with variance
         * tau^2; what it did in the period before counts as much as what it does now. 0 where units do not differ.
         */
        double bestTenth(String unit, @Nullable Limits before) {
            if (tau2 == 0) {
                return 0;
            }
            double precision = 1 / tau2;
            double sum = 0;
            for (Limits period : before == null ? List.of(this) : List.of(this, before)) {
                Row row = period.rows.get(unit);
                if (row != null) {
                    precision += 1 / error2(row);
                    sum += period.sign * (y(row) - y(period.target)) / error2(row);
                }
            }
            double threshold = Normal.quantile(BEST_TENTH) * Math.sqrt(tau2);
            return Normal.cumulative((sum / precision - threshold) * Math.sqrt(precision));
        }
    }

    /**
     * The share of all together, with the limits within which 95 in 100 teams of that size lie, when nothing but chance and what
     * always makes units differ is at work.
     *
     * @param denominator how many people, 1 or more
     */
    public Estimate limits(double denominator) {
        double half = BEYOND * Math.sqrt(1 / (4 * denominator) + tau2);
        return new Estimate(
                target,
                Limits.back(Limits.y(target) - half),
                Limits.back(Limits.y(target) + half),
                0.95,
                Kind.PARAMETER);
    }

    /** Those worth asking, in the order of the data. */
    public List<Unit> worthAsking() {
        return units.stream().filter(unit -> unit.why.worthAsking()).toList();
    }
}
