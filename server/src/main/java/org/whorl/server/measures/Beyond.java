package org.whorl.server.measures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whorl.draw.Unit;
import org.whorl.engine.spc.ChartKind;
import org.whorl.server.design.Screen;

/**
 * What was said beforehand to stop something that is tried, held against the figures since it began.
 *
 * @param rule what was said
 * @param runs the figures by which it is met, or may be met, place by place
 */
public record Beyond(Rule rule, List<Run> runs) {

    /** So many of the newest figures of a place are named. */
    private static final int NAMED = 8;

    /** Keeps a copy. */
    public Beyond {
        runs = List.copyOf(runs);
    }

    /**
     * So many figures running beyond a number.
     *
     * @param above on which side
     * @param figure the number; it is not beyond itself
     * @param points how many running
     */
    public record Rule(boolean above, double figure, int points) {

        /** Of a measure. Charts write a share as so many in a hundred, and so do people: no share lies above one. */
        public static Rule of(Measure measure, boolean above, double figure, int points) {
            return new Rule(above, measure.kind() == ChartKind.P && figure > 1 ? figure / 100 : figure, points);
        }

        /** It in a sentence. */
        public String said(Screen s, Measure measure) {
            return s.say(
                    "experiment.stop.rule." + (above ? "above" : "below") + (points == 1 ? ".once" : ""),
                    s.language().words().value(unit(measure), figure),
                    s.number(points));
        }

        private boolean surely(Range each) {
            return above ? each.low() > figure : each.high() < figure;
        }

        private boolean perhaps(Range each) {
            return above ? each.high() > figure : each.low() < figure;
        }
    }

    /**
     * Figures running, in one place.
     *
     * @param sure do they meet it? If not, they may: some are not shown, or are rounded
     * @param figures the figures, the first day first
     */
    public record Run(boolean sure, List<Range> figures) {

        /** Keeps a copy. */
        public Run {
            figures = List.copyOf(figures);
        }

        /** Where; blank where there is but one place. */
        public String site() {
            return figures.getFirst().site();
        }

        /** The newest figures, each with its day; what is not shown is told not to be. */
        public String said(Screen s, Measure measure) {
            String named = figures.subList(Math.max(0, figures.size() - NAMED), figures.size()).stream()
                    .map(each -> s.say(
                            "experiment.stop.figure",
                            each.shown()
                                    .map(value -> s.language().words().value(unit(measure), value))
                                    .orElse(s.say("experiment.stop.withheld")),
                            s.date(each.day())))
                    .collect(Collectors.joining("; "));
            return figures.size() > NAMED ? "…; " + named : named;
        }
    }

    /** Is it met, as far as everybody may know? */
    public boolean isSure() {
        return runs.stream().anyMatch(Run::sure);
    }

    /** All the figures it is about. */
    public List<Range> figures() {
        return runs.stream().flatMap(each -> each.figures().stream()).toList();
    }

    /** The same, with only those runs in which there is such a figure; none where there are none. */
    public Optional<Beyond> with(Predicate<Range> figure) {
        List<Run> left = runs.stream()
                .filter(each -> each.figures().stream().anyMatch(figure))
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Beyond(rule, left));
    }

    /**
     * What the figures say of a rule, whatever order they were written in; none where it is not met.
     *
     * @param figures of the places where it is tried, since it began there
     */
    public static Optional<Beyond> of(Rule rule, List<Range> figures) {
        Map<String, List<Range>> places = figures.stream()
                .sorted(Comparator.comparing(Range::day))
                .collect(Collectors.groupingBy(Range::site, TreeMap::new, Collectors.toList()));
        List<Run> runs =
                places.values().stream().flatMap(each -> runs(rule, each)).toList();
        return runs.isEmpty() ? Optional.empty() : Optional.of(new Beyond(rule, runs));
    }

    private static Stream<Run> runs(Rule rule, List<Range> inOrder) {
        List<Run> sure = stretches(rule.points(), inOrder, rule::surely).stream()
                .map(each -> new Run(true, each))
                .toList();
        // One that may be met is worth saying only where it is not known to be met.
        return Stream.concat(
                sure.stream(),
                stretches(rule.points(), inOrder, rule::perhaps).stream()
                        .filter(each -> sure.stream().noneMatch(there -> each.containsAll(there.figures())))
                        .map(each -> new Run(false, each)));
    }

    /** The longest stretches of figures that have something in common, of those long enough. */
    private static List<List<Range>> stretches(int enough, List<Range> inOrder, Predicate<Range> common) {
        List<List<Range>> stretches = new ArrayList<>();
        List<Range> stretch = new ArrayList<>();
        for (Range each : inOrder) {
            if (common.test(each)) {
                stretch.add(each);
            } else {
                stretches.add(stretch);
                stretch = new ArrayList<>();
            }
        }
        stretches.add(stretch);
        return stretches.stream().filter(each -> each.size() >= enough).toList();
    }

    private static Unit unit(Measure measure) {
        return measure.kind() == ChartKind.P ? Unit.SHARE : Unit.NUMBER;
    }
}
