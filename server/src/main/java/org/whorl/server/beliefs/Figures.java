package org.whorl.server.beliefs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.whorl.engine.evidence.Panel.Scale;
import org.whorl.server.experiments.Site;

/**
 * A measure's points as figures of an experiment: by place and by week, or by month where they come less often. A period in
 * which a place began holds only what was counted from that day on. Points of places that have no part in it are left out.
 *
 * @param scale what they are
 * @param all of them, place by place
 */
record Figures(Scale scale, List<Figure> all) {

    private static final int WEEKLY = 10;

    Figures {
        all = List.copyOf(all);
    }

    /** What those points say of those places. */
    static Figures of(List<Site> sites, List<Point> points) {
        boolean counted = !points.isEmpty()
                && points.stream().allMatch(point -> point.exposure().isPresent());
        boolean positive = points.stream().allMatch(point -> point.value() > 0);
        Scale scale = counted ? Scale.RATES : positive ? Scale.RATIOS : Scale.DIFFERENCES;
        UnaryOperator<LocalDate> period = weekly(points)
                ? day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : day -> day.withDayOfMonth(1);
        List<Figure> figures = new ArrayList<>();
        for (Site site : sites) {
            Map<LocalDate, List<Point>> periods = new TreeMap<>();
            points.stream()
                    .filter(point -> same(site.name(), point.site())
                            || (sites.size() == 1 && point.site().isBlank()))
                    .sorted(Comparator.comparing(Point::day))
                    .forEach(point -> periods.computeIfAbsent(period.apply(point.day()), _ -> new ArrayList<>())
                            .add(point));
            periods.forEach((day, found) -> {
                List<Point> since =
                        found.stream().filter(point -> tried(site, point)).toList();
                figures.add(figure(site.name(), day, since.isEmpty() ? found : since, !since.isEmpty(), counted));
            });
        }
        return new Figures(scale, figures);
    }

    private static Figure figure(String site, LocalDate day, List<Point> points, boolean tried, boolean counted) {
        double sum = points.stream().mapToDouble(Point::value).sum();
        double exposure = counted
                ? points.stream()
                        .mapToDouble(point -> point.exposure().orElse(0.0))
                        .sum()
                : 1;
        return new Figure(site, day, counted ? sum : sum / points.size(), exposure, tried);
    }

    private static boolean tried(Site site, Point point) {
        Optional<LocalDate> start = site.startsOn();
        return start.filter(day -> !point.day().isBefore(day)).isPresent();
    }

    private static boolean same(String a, String b) {
        return a.strip().toLowerCase(Locale.ROOT).equals(b.strip().toLowerCase(Locale.ROOT));
    }

    /** The middle of the steps from one day to the next decides. */
    private static boolean weekly(List<Point> points) {
        List<LocalDate> days =
                points.stream().map(Point::day).distinct().sorted().toList();
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            steps.add(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        steps.sort(null);
        return steps.isEmpty() || steps.get(steps.size() / 2) <= WEEKLY;
    }
}
