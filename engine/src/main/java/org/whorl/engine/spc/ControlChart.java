package org.whorl.engine.spc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.whorl.engine.spc.Remark.What;

/**
 * Figures in the order of time, with a line in their middle and limits within which chance keeps them: what lies beyond, or in a
 * row that chance seldom makes, is worth the question what happened. Limits come from the data of the same stretch and say nothing
 * about what is wanted. They are counted anew only from days that people name.
 *
 * @param settings how it is made
 * @param points in the order of time
 * @param variation what the chart says now: the verdict of its last point ({@link Rules#WHORL}: of the last that has a value)
 * @param assurance whether the target will be met if nothing changes
 * @param remarks what must be known beside it
 */
public record ControlChart(
        ChartSettings settings, List<Point> points, Verdict variation, Assurance assurance, List<Remark> remarks) {

    /** From so many points on limits are taken to stand. */
    public static final int ENOUGH = 13;

    /** Of fewer points nobody can say that nothing has changed: no shift and no trend could be seen. */
    public static final int FEWEST_TO_TELL = 8;

    /** Shares and rates that vary more than this many times what chance makes are told to be wider. */
    private static final double WIDER = 1.5;

    /** Keeps copies. */
    public ControlChart {
        points = List.copyOf(points);
        remarks = List.copyOf(remarks);
    }

    /**
     * One point.
     *
     * @param date its day
     * @param value what was seen; a share or a rate where it stands out of so many; NaN where nobody noted anything
     * @param stretch since which counting anew, from 0
     * @param counted whether the limits come from it, among others
     * @param trial whether its stretch has fewer than {@link #ENOUGH} points
     * @param middle the line in the middle; NaN where nothing can be said
     * @param lower the lower limit; NaN where there is none
     * @param upper the upper limit; NaN where there is none
     * @param side 1 above the middle, -1 below, 0 on it or not known
     * @param near whether it lies near a limit, within it
     * @param signals all that is more than chance about it; the first is the one told
     * @param verdict what follows
     */
    public record Point(
            LocalDate date,
            double value,
            int stretch,
            boolean counted,
            boolean trial,
            double middle,
            double lower,
            double upper,
            int side,
            boolean near,
            List<Signal> signals,
            Verdict verdict) {

        /** Keeps a copy. */
        public Point {
            signals = List.copyOf(signals);
        }

        /** The rule that is told of it. */
        public Optional<Signal> signal() {
            return signals.stream().findFirst();
        }

        /** Did anybody note anything? */
        public boolean isKnown() {
            return !Double.isNaN(value);
        }

        /** Are there limits? */
        public boolean hasLimits() {
            return !Double.isNaN(lower) && !Double.isNaN(upper);
        }
    }

    /**
     * Makes a chart.
     *
     * @param series in any order; no day twice
     */
    public static ControlChart of(List<Observed> series, ChartSettings settings) {
        if (settings.rules() == Rules.PLOT_THE_DOTS && settings.kind() != ChartKind.XMR) {
            throw new IllegalArgumentException("plotthedots makes charts of single values only");
        }
        List<Observed> inOrder =
                series.stream().sorted(Comparator.comparing(Observed::date)).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            refuse(inOrder.get(i), settings.kind());
            if (i > 0 && inOrder.get(i).date().equals(inOrder.get(i - 1).date())) {
                throw new IllegalArgumentException(inOrder.get(i).date() + " stands here twice");
            }
        }
        List<Remark> remarks = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        int number = 0;
        for (Part part : parts(inOrder, settings, remarks)) {
            points.addAll(new Stretch(part.points, part.number, settings, remarks).points(remarks));
            number++;
        }
        if (number == 0 || inOrder.stream().noneMatch(Observed::isKnown)) {
            remarks.add(Remark.of(What.EMPTY, 0));
        }
        long gaps = inOrder.stream().filter(each -> !each.isKnown()).count();
        if (gaps > 0) {
            remarks.add(Remark.of(What.GAPS, (double) gaps));
        }
        Optional<Point> last = points.reversed().stream()
                .filter(each -> each.isKnown() || settings.rules() == Rules.PLOT_THE_DOTS)
                .findFirst();
        return new ControlChart(
                settings,
                points,
                last.map(Point::verdict).orElse(Verdict.COMMON),
                last.map(each -> assurance(each, settings)).orElse(Assurance.NOT_ASKED),
                remarks);
    }

    /**
     * Makes a chart for each of several, by the same rules.
     *
     * @param targets by name; who has none is {@link Assurance#NOT_ASKED} (by {@link Rules#PLOT_THE_DOTS} hit and miss, if another has
     *     one)
     */
    public static SequencedMap<String, ControlChart> each(
            SequencedMap<String, List<Observed>> facets, ChartSettings settings, Map<String, Double> targets) {
        SequencedMap<String, ControlChart> charts = new LinkedHashMap<>();
        facets.forEach((name, series) -> {
            Double own = targets.get(name);
            ControlChart chart = of(series, own == null ? settings : settings.to(OptionalDouble.of(own)));
            boolean forgotten = settings.rules() == Rules.PLOT_THE_DOTS
                    && !targets.isEmpty()
                    && chart.settings().target().isEmpty()
                    && settings.improvement() != Improvement.NEUTRAL;
            charts.put(
                    name,
                    forgotten
                            ? new ControlChart(
                                    chart.settings(),
                                    chart.points(),
                                    chart.variation(),
                                    Assurance.HIT_AND_MISS,
                                    chart.remarks())
                            : chart);
        });
        return charts;
    }

    /** The points about which there is more than chance. */
    public List<Point> signals() {
        return points.stream().filter(each -> each.verdict().isSignal()).toList();
    }

    /** The last point that has a value. */
    public Optional<Point> last() {
        return points.reversed().stream().filter(Point::isKnown).findFirst();
    }

    private static void refuse(Observed seen, ChartKind kind) {
        if (!seen.isKnown()) {
            return;
        }
        boolean wrong = (kind.isNeverNegative() && seen.value() < 0)
                || (kind.hasExposure() && seen.of() <= 0)
                || (kind == ChartKind.P && seen.value() > seen.of());
        if (wrong) {
            throw new IllegalArgumentException("%s: %s of %s has no place in a chart of kind %s"
                    .formatted(seen.date(), seen.value(), seen.of(), kind.word()));
        }
    }

    private record Part(int number, List<Observed> points) {}

    private static List<Part> parts(List<Observed> series, ChartSettings settings, List<Remark> remarks) {
        TreeSet<LocalDate> days = new TreeSet<>(settings.rebase());
        boolean exact = settings.rules() == Rules.PLOT_THE_DOTS;
        List<Part> parts = new ArrayList<>();
        int number = 0;
        List<Observed> points = new ArrayList<>();
        for (Observed seen : series) {
            LocalDate anew = null;
            while (!days.isEmpty() && !days.first().isAfter(seen.date())) {
                LocalDate day = days.removeFirst();
                anew = exact && !day.equals(seen.date()) ? anew : day;
            }
            if (anew != null) {
                if (!exact && !anew.equals(seen.date())) {
                    remarks.add(new Remark(What.REBASE_MOVED, 0, anew));
                }
                if (!points.isEmpty()) {
                    parts.add(new Part(number, points));
                    points = new ArrayList<>();
                }
                // As NHSRplotthedots counts: a first point that is counted anew begins stretch 1.
                number += exact || !parts.isEmpty() ? 1 : 0;
            }
            points.add(seen);
        }
        if (!exact && !series.isEmpty()) {
            days.forEach(day -> remarks.add(new Remark(What.REBASE_LATER, 0, day)));
        }
        if (!points.isEmpty()) {
            parts.add(new Part(number, points));
        }
        return parts;
    }

    private static Assurance assurance(Point last, ChartSettings settings) {
        if (settings.target().isEmpty() || settings.improvement() == Improvement.NEUTRAL) {
            return Assurance.NOT_ASKED;
        }
        boolean mended = settings.rules() == Rules.WHORL;
        if (mended && !last.hasLimits()) {
            return Assurance.NOT_ASKED;
        }
        double target = settings.target().getAsDouble();
        boolean more = settings.improvement() == Improvement.INCREASE;
        if (mended && last.lower() == last.upper() && target == last.upper()) {
            return Assurance.PASS;
        }
        if (target > last.upper()) {
            return more ? Assurance.FAIL : Assurance.PASS;
        }
        if (target < last.lower()) {
            return more ? Assurance.PASS : Assurance.FAIL;
        }
        return Assurance.HIT_AND_MISS;
    }

    /** One stretch while it is worked out. */
    private static final class Stretch {
        private final List<Observed> series;
        private final int number;
        private final ChartSettings settings;
        private final int n;
        private final double[] values;
        private final double[] base;
        private final Limits limits;
        private final int[] sides;
        private final boolean[] near;
        private final boolean trial;

        Stretch(List<Observed> series, int number, ChartSettings settings, List<Remark> remarks) {
            this.series = series;
            this.number = number;
            this.settings = settings;
            n = series.size();
            values = new double[n];
            base = new double[n];
            for (int i = 0; i < n; i++) {
                Observed seen = series.get(i);
                values[i] = settings.kind().hasExposure() ? seen.value() / seen.of() : seen.value();
                base[i] = i < settings.fixAfter().orElse(n) ? values[i] : Double.NaN;
            }
            long known = Limits.known(values).count();
            boolean exact = settings.rules() == Rules.PLOT_THE_DOTS;
            trial = exact ? n < ENOUGH : known < ENOUGH;
            limits = limits(remarks);
            sides = new int[n];
            near = new boolean[n];
            for (int i = 0; i < n; i++) {
                sides[i] = (int) Math.signum(values[i] - limits.middle()[i]);
                near[i] = !outside(i) && (values[i] > limits.nearHigh()[i] || values[i] < limits.nearLow()[i]);
            }
            LocalDate first = series.getFirst().date();
            if (!exact && known == 1) {
                remarks.add(new Remark(What.ONE_POINT, (double) known, first));
            } else if (trial && known > 0) {
                remarks.add(new Remark(What.TRIAL_LIMITS, exact ? n : (double) known, first));
            }
            if (!exact && Limits.known(base).count() > 1 && Limits.isConstant(base)) {
                remarks.add(
                        new Remark(What.CONSTANT, Limits.known(base).findFirst().orElse(Double.NaN), first));
            }
        }

        private Limits limits(List<Remark> remarks) {
            boolean mended = settings.rules() == Rules.WHORL;
            Limits found = switch (settings.kind()) {
                case XMR -> Limits.xmr(base, settings.screening(), mended);
                case RUN -> Limits.run(base);
                case P -> Limits.shares(events(), exposure(true), exposure(false));
                case U -> Limits.rates(events(), exposure(true), exposure(false));
                case G -> Limits.between(base);
                case T -> Limits.days(base, settings.screening());
            };
            if (mended && settings.neverNegative() && found.isBelowNought()) {
                remarks.add(Remark.of(What.FLOORED, 0));
                found = found.floored();
            }
            if (settings.kind().hasExposure()) {
                double excess = Limits.excess(base, found);
                if (excess > WIDER && Limits.known(base).count() >= FEWEST_TO_TELL) {
                    remarks.add(new Remark(
                            What.WIDER_THAN_CHANCE, excess, series.getFirst().date()));
                }
            }
            return found;
        }

        private double[] events() {
            double[] events = new double[n];
            for (int i = 0; i < n; i++) {
                events[i] = Double.isNaN(base[i]) ? 0 : series.get(i).value();
            }
            return events;
        }

        private double[] exposure(boolean ofBase) {
            double[] of = new double[n];
            for (int i = 0; i < n; i++) {
                of[i] = ofBase && Double.isNaN(base[i]) ? 0 : series.get(i).of();
            }
            return of;
        }

        private boolean outside(int i) {
            return values[i] > limits.upper()[i] || values[i] < limits.lower()[i];
        }

        List<Point> points(List<Remark> remarks) {
            List<List<Signal>> signals = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                signals.add(new ArrayList<>());
            }
            if (settings.kind() == ChartKind.RUN) {
                longRuns(signals, remarks);
            } else {
                rules(signals);
            }
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                points.add(new Point(
                        series.get(i).date(),
                        values[i],
                        number,
                        !Double.isNaN(base[i]),
                        trial,
                        limits.middle()[i],
                        limits.lower()[i],
                        limits.upper()[i],
                        sides[i],
                        near[i],
                        signals.get(i),
                        signals.get(i).stream()
                                .findFirst()
                                .map(signal -> Verdict.of(signal, settings.improvement()))
                                .orElse(Verdict.COMMON)));
            }
            return points;
        }

        private void rules(List<List<Signal>> signals) {
            int[] trends = Patterns.partOfSeven(Patterns.trends(values));
            int[] shifts = Patterns.partOfSeven(Patterns.shifts(sides));
            boolean[] twos = Patterns.twoInThree(near, sides);
            for (int i = 0; i < n; i++) {
                int beyond = values[i] > limits.upper()[i] ? 1 : values[i] < limits.lower()[i] ? -1 : 0;
                add(signals.get(i), beyond, Signal.ABOVE, Signal.BELOW);
                add(signals.get(i), trends[i], Signal.RISING, Signal.FALLING);
                add(signals.get(i), twos[i] ? sides[i] : 0, Signal.NEAR_ABOVE, Signal.NEAR_BELOW);
                add(signals.get(i), shifts[i], Signal.SHIFT_ABOVE, Signal.SHIFT_BELOW);
            }
        }

        /** A point on the median neither lengthens a run nor ends it. */
        private void longRuns(List<List<Signal>> signals, List<Remark> remarks) {
            int useful = 0;
            for (int side : sides) {
                useful += Math.abs(side);
            }
            if (useful == 0) {
                return;
            }
            Anhoej bounds = Anhoej.of(useful);
            int crossings = 0;
            List<Integer> run = new ArrayList<>();
            for (int i = 0; i <= n; i++) {
                if (i < n && sides[i] == 0) {
                    continue;
                }
                if (i == n || (!run.isEmpty() && sides[run.getLast()] != sides[i])) {
                    crossings += i < n ? 1 : 0;
                    if (run.size() > bounds.longestRun()) {
                        run.forEach(each ->
                                add(signals.get(each), sides[each], Signal.LONG_RUN_ABOVE, Signal.LONG_RUN_BELOW));
                    }
                    run.clear();
                }
                run.add(i);
            }
            if (crossings < bounds.fewestCrossings()) {
                remarks.add(new Remark(
                        What.FEW_CROSSINGS, crossings, series.getFirst().date()));
            }
        }

        private static void add(List<Signal> signals, int side, Signal high, Signal low) {
            if (side != 0) {
                signals.add(side > 0 ? high : low);
            }
        }
    }
}
