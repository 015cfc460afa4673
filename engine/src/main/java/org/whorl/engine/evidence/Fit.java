package org.whorl.engine.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.evidence.Finding.Basis;
import org.whorl.engine.evidence.Finding.Caution;
import org.whorl.engine.evidence.Finding.Found;
import org.whorl.engine.evidence.Finding.Unknown;
import org.whorl.engine.evidence.Finding.Why;
import org.whorl.engine.evidence.Panel.Cell;
import org.whorl.engine.evidence.Panel.Scale;
import org.whorl.engine.evidence.Panel.Site;
import org.whorl.engine.random.IncompleteBeta;

/**
 * One regression for every way of trying: each place has a level of its own, each period too where something is compared, and
 * what is asked for is one number beside them. Rates are fitted as Poisson counts with a logarithm (iteratively reweighted least
 * squares), values by least squares.
 *
 * <p>Two intervals are worked out, and the wider is told: one from chance, stretched where figures stray more than counts do by
 * themselves (Pearson's statistic over its freedom, never below 1) and where neighbouring periods are alike; and one from how
 * far places differ in how they changed (cluster-robust, each side of a comparison mended by g/(g-1), with Satterthwaite's
 * freedom: for two sides measured twice it is Welch's test on the changes). Robust intervals need two places on a side.
 */
final class Fit {

    /** Fewer events than this on any side and nothing is said: our rule of thumb. */
    private static final double FEWEST_EVENTS = 5;

    /** Fewer values than this before or since and nothing is said: our rule of thumb. */
    private static final int FEWEST_VALUES = 3;

    private static final int STEPS = 100;
    private static final double BEYOND_BELIEF = 16;
    /** Squares smaller than this part of the figures' own are no residuals. */
    private static final double ROUNDING = 1e-18;

    private static final int PAIRS_FOR_LIKENESS = 6;
    private static final int PLACES_IN_A_WEDGE = 4;

    /** What is asked of a place in a period. */
    interface Regressor {
        double at(Site site, int period);
    }

    /** One cell as the regression sees it. */
    private record Row(int place, int period, double asked, double number, double exposure) {}

    private final Scale scale;
    private final boolean compared;
    private final boolean sides;
    private final List<Site> sites;
    private final List<Row> rows;
    private final EnumSet<Caution> cautions = EnumSet.noneOf(Caution.class);

    private Fit(Panel panel, boolean compared, boolean sides, List<Row> rows) {
        this.scale = panel.scale();
        this.sites = panel.sites();
        this.compared = compared;
        this.sides = sides;
        this.rows = rows;
    }

    static Finding of(Panel panel, boolean compared, boolean sides, int periods, Regressor asked) {
        if (panel.sites().stream().noneMatch(Site::began)) {
            return new Unknown(Why.NOBODY_BEGAN);
        }
        List<Row> rows = new ArrayList<>();
        for (int s = 0; s < panel.sites().size(); s++) {
            Site site = panel.sites().get(s);
            if (!compared && !site.began()) {
                continue;
            }
            for (int t = 0; t < periods; t++) {
                Cell cell = site.at(t);
                if (cell != null) {
                    rows.add(new Row(s, t, asked.at(site, t), cell.number(), cell.exposure()));
                }
            }
        }
        return new Fit(panel, compared, sides, rows).find();
    }

    private Finding find() {
        if (rows.stream().allMatch(row -> row.asked == rows.getFirst().asked)) {
            return new Unknown(rows.stream().anyMatch(row -> row.asked != 0) ? Why.NOTHING_BEFORE : Why.NOBODY_BEGAN);
        }
        if (scale == Scale.RATIOS && rows.stream().anyMatch(row -> row.number <= 0)) {
            return new Unknown(Why.NOT_ABOVE_ZERO);
        }
        List<Row> told = telling(rows);
        if (told.stream().map(Row::place).distinct().count()
                < rows.stream().map(Row::place).distinct().count()) {
            cautions.add(Caution.EMPTY_PLACES);
        }
        Why few = tooFew(told);
        if (few != null) {
            return new Unknown(few);
        }
        if (compared
                && sides
                && told.stream().allMatch(row -> sites.get(row.place).began())) {
            return new Unknown(Why.NOTHING_TO_COMPARE);
        }
        return regress(told);
    }

    /** Without the places and periods in which nothing happened at all: their levels have no logarithm, and they tell nothing. */
    private List<Row> telling(List<Row> all) {
        if (scale != Scale.RATES) {
            return all;
        }
        List<Row> told = all;
        while (true) {
            Map<Integer, Double> places = new HashMap<>();
            Map<Integer, Double> periods = new HashMap<>();
            for (Row row : told) {
                places.merge(row.place, row.number, Double::sum);
                periods.merge(row.period, row.number, Double::sum);
            }
            List<Row> fewer = told.stream()
                    .filter(row -> places.getOrDefault(row.place, 0.0) > 0
                            && (!compared || periods.getOrDefault(row.period, 0.0) > 0))
                    .toList();
            if (fewer.size() == told.size()) {
                return told;
            }
            told = fewer;
        }
    }

    /** Every side before and since needs enough to go by. */
    private @Nullable Why tooFew(List<Row> told) {
        double[] sums = new double[4];
        int[] cells = new int[4];
        int first = told.stream()
                .filter(row -> row.asked != 0 && sites.get(row.place).tries(row.period))
                .mapToInt(Row::period)
                .min()
                .orElse(Integer.MAX_VALUE);
        for (Row row : told) {
            Site site = sites.get(row.place);
            boolean tried = site.began();
            boolean since = tried ? site.tries(row.period) : row.period >= first;
            int side = (tried ? 0 : 2) + (since ? 1 : 0);
            sums[side] += row.number;
            cells[side]++;
        }
        boolean trend = first == Integer.MAX_VALUE;
        for (int side = 0; side < (sides ? 4 : 2); side++) {
            if (trend && side % 2 == 1) {
                continue;
            }
            if (cells[side] == 0) {
                return side == 0 ? Why.NOTHING_BEFORE : side == 1 ? Why.NOBODY_BEGAN : Why.NOTHING_TO_COMPARE;
            }
            if (scale == Scale.RATES && sums[side] < FEWEST_EVENTS) {
                return Why.FEW_EVENTS;
            }
            if (scale != Scale.RATES && cells[side] < FEWEST_VALUES) {
                return Why.FEW_PERIODS;
            }
        }
        return null;
    }

    private Finding regress(List<Row> told) {
        Columns columns = new Columns(told, compared);
        int n = told.size();
        double[] weight = new double[n];
        double[] wanted = new double[n];
        double[] level = new double[n];
        boolean rates = scale == Scale.RATES;
        for (int i = 0; i < n; i++) {
            Row row = told.get(i);
            weight[i] = 1;
            wanted[i] = scale == Scale.RATIOS ? StrictMath.log(row.number) : row.number;
            level[i] = rates ? StrictMath.log((row.number + 0.5) / row.exposure) : 0;
        }
        double[] inverse = new double[0];
        double[] found = new double[0];
        for (int step = 0; step < (rates ? STEPS : 1); step++) {
            if (rates) {
                for (int i = 0; i < n; i++) {
                    Row row = told.get(i);
                    weight[i] = row.exposure * StrictMath.exp(level[i]);
                    wanted[i] = level[i] + (row.number - weight[i]) / weight[i];
                }
            }
            double[][] normal = columns.normal(weight);
            double[] one = new double[columns.count];
            one[columns.count - 1] = 1;
            double @Nullable [] column = Solve.of(normal, one);
            double @Nullable [] solved = Solve.of(normal, columns.right(weight, wanted));
            if (column == null || solved == null) {
                return new Unknown(rates && step > 0 ? Why.FEW_EVENTS : Why.NOTHING_TO_COMPARE);
            }
            inverse = column;
            double moved = step == 0 ? Double.POSITIVE_INFINITY : 0;
            for (int i = 0; i < n; i++) {
                double next = columns.value(i, solved);
                moved = Math.max(moved, Math.abs(next - level[i]));
                level[i] = next;
            }
            found = solved;
            if (rates && (Math.abs(found[columns.count - 1]) > BEYOND_BELIEF || Double.isNaN(moved))) {
                return new Unknown(Why.FEW_EVENTS);
            }
            if (rates && moved < 1e-12) {
                break;
            }
        }
        double[] residual = new double[n];
        double pearson = 0;
        double[] pull = new double[sites.size()];
        for (int i = 0; i < n; i++) {
            Row row = told.get(i);
            double mean = rates ? row.exposure * StrictMath.exp(level[i]) : level[i];
            double raw = (rates ? row.number : wanted[i]) - mean;
            residual[i] = rates ? raw / Math.sqrt(mean) : raw;
            pearson += residual[i] * residual[i];
            pull[row.place] += columns.value(i, inverse) * raw;
        }
        return interval(
                told, found[columns.count - 1], inverse[columns.count - 1], n - columns.count, pearson, residual, pull);
    }

    private Finding interval(
            List<Row> told,
            double estimate,
            double inverse,
            int freedom,
            double pearson,
            double[] residual,
            double[] pull) {
        boolean rates = scale == Scale.RATES;
        if (!rates && freedom < 2) {
            return new Unknown(Why.FEW_PERIODS);
        }
        double stray = freedom > 0 ? pearson / freedom : 1;
        boolean counts = rates && stray <= 1;
        double likeness = likeness(told, residual);
        if (likeness > 0.2) {
            cautions.add(Caution.ALIKE);
        }
        double stretch = (1 + likeness) / (1 - likeness);
        double chance = Math.sqrt(inverse * (rates ? Math.max(1, stray) : stray) * stretch);
        double chanceFreedom = counts ? Double.POSITIVE_INFINITY : freedom;
        double half = IncompleteBeta.studentQuantile(chanceFreedom, 0.975) * chance;

        Set<Integer> places = new TreeSet<>(told.stream().map(Row::place).toList());
        int began =
                (int) places.stream().filter(place -> sites.get(place).began()).count();
        int beside = places.size() - began;
        double variance = 0;
        double satterthwaite = 0;
        boolean robust = true;
        for (boolean side : sides ? new boolean[] {true, false} : new boolean[] {true}) {
            double[] pulls = places.stream()
                    .filter(place -> !sides || sites.get(place).began() == side)
                    .mapToDouble(place -> pull[place])
                    .toArray();
            int g = pulls.length;
            if (g < (compared && !sides ? PLACES_IN_A_WEDGE : 2)) {
                robust = false;
                break;
            }
            double part = Arrays.stream(pulls).map(one -> one * one).sum() * g / (g - 1);
            variance += part;
            satterthwaite += part * part / (g - 1);
        }
        Basis basis = Basis.CHANCE;
        double told95 = chanceFreedom;
        if (robust && variance > 0) {
            double robustFreedom = variance * variance / satterthwaite;
            double wide = IncompleteBeta.studentQuantile(robustFreedom, 0.975) * Math.sqrt(variance);
            if (wide > half) {
                half = wide;
                basis = Basis.PLACES;
                told95 = robustFreedom;
            }
        }
        if (!robust) {
            cautions.add(Caution.ONE_PLACE);
        }
        if (!compared) {
            cautions.add(Caution.NOT_COMPARED);
        } else if (!sides) {
            cautions.add(Caution.GROWING);
        }
        return new Found(scale.multiplies(), estimate, half, basis, told95, began, beside, cautions);
    }

    /** How far neighbouring periods of a place are alike beyond their levels, 0 to 0.9; 0 where too few stand beside each other. */
    private double likeness(List<Row> told, double[] residual) {
        double together = 0;
        double squares = 0;
        int pairs = 0;
        for (int i = 1; i < residual.length; i++) {
            Row before = told.get(i - 1);
            Row row = told.get(i);
            if (before.place == row.place && before.period + 1 == row.period) {
                together += residual[i - 1] * residual[i];
                squares += (residual[i - 1] * residual[i - 1] + residual[i] * residual[i]) / 2;
                pairs++;
            }
        }
        // What is left of figures that never change is rounding, and rounding is alike.
        double size = Math.max(
                1e-300,
                scale == Scale.RATES
                        ? 1
                        : told.stream()
                                .mapToDouble(row -> row.asked * row.asked)
                                .max()
                                .orElse(1));
        return pairs < PAIRS_FOR_LIKENESS || squares <= ROUNDING * size * pairs
                ? 0
                : Math.clamp(together / squares, 0, 0.9);
    }

    /** The columns of the regression: a level for each place, one for each period but the first, and what is asked. */
    private static final class Columns {
        private final List<Row> rows;
        private final int[] place;
        private final int[] period;
        private final int count;

        Columns(List<Row> rows, boolean compared) {
            this.rows = rows;
            Map<Integer, Integer> places = new HashMap<>();
            Map<Integer, Integer> periods = new HashMap<>();
            rows.forEach(row -> places.putIfAbsent(row.place, places.size()));
            if (compared) {
                rows.forEach(row -> periods.putIfAbsent(row.period, periods.size()));
            }
            place = rows.stream()
                    .mapToInt(row -> places.getOrDefault(row.place, 0))
                    .toArray();
            period = rows.stream()
                    .mapToInt(row -> {
                        int at = periods.getOrDefault(row.period, 0);
                        return at == 0 ? -1 : places.size() + at - 1;
                    })
                    .toArray();
            count = places.size() + Math.max(0, periods.size() - 1) + 1;
        }

        double value(int row, double[] coefficients) {
            return coefficients[place[row]]
                    + (period[row] < 0 ? 0 : coefficients[period[row]])
                    + rows.get(row).asked * coefficients[count - 1];
        }

        double[][] normal(double[] weight) {
            double[][] sums = new double[count][count];
            for (int i = 0; i < rows.size(); i++) {
                int[] at = at(i);
                double[] with = with(i);
                for (int a = 0; a < at.length; a++) {
                    for (int b = 0; b < at.length; b++) {
                        sums[at[a]][at[b]] += weight[i] * with[a] * with[b];
                    }
                }
            }
            return sums;
        }

        double[] right(double[] weight, double[] wanted) {
            double[] sums = new double[count];
            for (int i = 0; i < rows.size(); i++) {
                int[] at = at(i);
                double[] with = with(i);
                for (int a = 0; a < at.length; a++) {
                    sums[at[a]] += weight[i] * with[a] * wanted[i];
                }
            }
            return sums;
        }

        private int[] at(int row) {
            return period[row] < 0 ? new int[] {place[row], count - 1} : new int[] {place[row], period[row], count - 1};
        }

        private double[] with(int row) {
            double asked = rows.get(row).asked;
            return period[row] < 0 ? new double[] {1, asked} : new double[] {1, 1, asked};
        }
    }
}
