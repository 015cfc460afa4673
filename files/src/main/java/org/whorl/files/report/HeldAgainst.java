package org.whorl.files.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whorl.draw.Calibration;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Observation;

/** The model's counts beside those that were really made, on the same days, and plainly where they differ. */
final class HeldAgainst {

    private final Edition edition;

    HeldAgainst(Edition edition) {
        this.edition = edition;
    }

    /** A day on which both counted. */
    private record Day(LocalDate date, double modelled, double low, double high, double seen) {
        Reading reading() {
            return low <= high ? Reading.of(modelled, low, high) : Reading.of(modelled);
        }

        boolean above() {
            return seen > high;
        }

        boolean below() {
            return seen < low;
        }
    }

    void write(Html out) {
        List<Observation> observed = edition.model().observed();
        if (observed.isEmpty()) {
            return;
        }
        out.element("h3", edition.say("held.heading"));
        out.element("p", edition.say("held.say"));
        long outside = observed.stream().filter(o -> !measured(o.date())).count();
        if (outside > 0) {
            out.element("p", edition.say().count("held.other-days", outside));
        }
        Grid summary = new Grid(
                edition.say("held.summary"),
                List.of(
                        edition.say("column.measure"),
                        edition.say("held.days"),
                        edition.say("held.inside"),
                        edition.say("held.too-low"),
                        edition.say("held.too-high"),
                        edition.say("held.mean-modelled"),
                        edition.say("held.mean-seen")));
        List<Calibration> charts = new ArrayList<>();
        for (Measure measure : edition.model().measures()) {
            List<Day> days = days(measure);
            if (!days.isEmpty()) {
                summary(summary, measure, days);
                charts.add(chart(measure, days));
            }
        }
        summary.write(out);
        for (int i = 0; i < charts.size(); i++) {
            out.markup(charts.get(i).figure("held-against-" + i));
        }
    }

    private boolean measured(LocalDate date) {
        return !date.isBefore(edition.firstDay()) && !date.isAfter(edition.lastDay());
    }

    private List<Day> days(Measure measure) {
        Optional<Series> found = WhoWaits.find(edition.answer().base(), Subject.measure(measure.id()), Field.MEAN);
        List<Day> days = new ArrayList<>();
        if (found.isEmpty()) {
            return days;
        }
        Series series = found.get();
        for (Observation seen : edition.model().observed()) {
            if (!seen.measure().equals(measure.id())) {
                continue;
            }
            for (int i = 0; i < series.days().length; i++) {
                if (edition.firstDay().plusDays(series.days()[i]).equals(seen.date())) {
                    days.add(new Day(seen.date(), series.p50()[i], series.p5()[i], series.p95()[i], seen.value()));
                }
            }
        }
        days.sort(Comparator.comparing(Day::date));
        return days;
    }

    private void summary(Grid grid, Measure measure, List<Day> days) {
        grid.row(edition.measure(measure))
                .cell(edition.whole(days.size()))
                .cell(edition.whole(days.size() - misses(days)))
                .cell(edition.whole(days.stream().filter(Day::above).count()))
                .cell(edition.whole(days.stream().filter(Day::below).count()))
                .cell(edition.words()
                        .number(Math.rint(
                                mean(days.stream().mapToDouble(Day::modelled).sum(), days))))
                .cell(edition.words()
                        .number(Math.rint(
                                mean(days.stream().mapToDouble(Day::seen).sum(), days))));
    }

    private static double mean(double sum, List<Day> days) {
        return sum / days.size();
    }

    private static long misses(List<Day> days) {
        return days.stream().filter(d -> d.above() || d.below()).count();
    }

    private Calibration chart(Measure measure, List<Day> days) {
        return new Calibration(
                edition.words(),
                edition.say("held.chart", edition.measure(measure)),
                String.join(" ", sentences(days)),
                edition.say("held.people"),
                Unit.NUMBER,
                days.stream()
                        .map(d -> new Calibration.Pair(edition.words().date(d.date()), d.reading(), d.seen()))
                        .toList());
    }

    private List<String> sentences(List<Day> days) {
        List<String> sentences = new ArrayList<>();
        long inside = days.size() - misses(days);
        sentences.add(edition.say().count("held.inside-say", days.size(), edition.whole(inside)));
        miss(sentences, "held.model-low", days.stream().filter(Day::above).toList());
        miss(sentences, "held.model-high", days.stream().filter(Day::below).toList());
        return sentences;
    }

    private void miss(List<String> sentences, String key, List<Day> days) {
        if (!days.isEmpty()) {
            List<String> dates =
                    days.stream().map(d -> edition.words().shortDate(d.date())).toList();
            double gap = days.stream()
                            .mapToDouble(d -> Math.abs(d.seen() - d.modelled()))
                            .sum()
                    / days.size();
            sentences.add(edition.say(key, Edition.list(dates), edition.words().number(Math.rint(gap))));
        }
    }
}
