package org.whorl.engine.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Line;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;

/** A forecast written down: its figures and its counts through time. */
final class Paper {

    private static final int NOW_AND_THEN = 10;

    private final Forecast forecast;
    private final Model model;
    private final List<MeasureFigures> measures = new ArrayList<>();

    Paper(Forecast forecast) {
        this.forecast = forecast;
        model = forecast.schedule.timeline.epochs().getFirst().model();
        RecentWaits recent = new RecentWaits(forecast);
        for (Measure measure : model.measures()) {
            measures.add(new MeasureFigures(measure, forecast, recent));
        }
    }

    Findings findings() {
        Findings findings = new Findings();
        new ServiceFigures(forecast).addTo(findings);
        measures.forEach(measure -> measure.addTo(findings));
        MoneyFigures.add(forecast, findings);
        return findings;
    }

    /** No more than what some lines ask for: a search asks often, and little. */
    Findings findings(List<Line> lines) {
        Set<Subject> asked = lines.stream().map(Line::subject).collect(Collectors.toSet());
        Findings findings = new Findings();
        if (asked.stream().anyMatch(subject -> subject.group() == Subject.Group.SERVICES)) {
            new ServiceFigures(forecast).addTo(findings);
        }
        for (int m = 0; m < measures.size(); m++) {
            if (asked.contains(Subject.measure(model.measures().get(m).id()))) {
                measures.get(m).addTo(findings);
            }
        }
        MoneyFigures.add(forecast, findings);
        return findings;
    }

    /** What each measure can come to on a measured day, for chance alone. */
    List<Quantiles> quantiles() {
        return quantiles(model.measures(), 1);
    }

    /**
     * The same for the measures that people look at first, those with a crisis or else the first of all, and only for a day
     * now and then: enough for one draw of many.
     */
    List<Quantiles> fewDays() {
        List<Measure> grave =
                model.measures().stream().filter(m -> m.crisis() != null).toList();
        return quantiles(grave.isEmpty() ? model.measures().stream().limit(1).toList() : grave, NOW_AND_THEN);
    }

    private List<Quantiles> quantiles(List<Measure> asked, int every) {
        List<Quantiles> all = new ArrayList<>();
        for (int m = 0; m < measures.size(); m++) {
            Measure measure = model.measures().get(m);
            double[] values = asked.contains(measure) ? measures.get(m).quantiles(every) : new double[0];
            if (values.length > 0) {
                all.add(Quantiles.of(Subject.measure(measure.id()), Field.MEAN, values));
            }
        }
        return all;
    }

    /** Counts at the end of each measured day, measures first. A formula has no bands: all of them lie on the mean. */
    List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (int m = 0; m < measures.size(); m++) {
            double[] counts = measures.get(m).series();
            if (counts != null) {
                series.add(line(Subject.measure(model.measures().get(m).id()), Field.MEAN, counts));
            }
        }
        for (int s = 0; s < model.services().size(); s++) {
            Subject subject = Subject.service(model.services().get(s).id());
            series.add(line(subject, Field.IN_PLACE, measured(forecast.course.inPlace[s])));
            series.add(line(subject, Field.BLOCKED, measured(forecast.course.blocked[s])));
            series.add(line(subject, Field.WAITING, measured(forecast.course.waiting[s])));
            if (model.services().get(s).lengthOfStay() != null) {
                series.add(line(subject, Field.OFFERED_LOAD, measured(forecast.offered.load[s])));
            }
        }
        return series;
    }

    private double[] measured(double[] byClock) {
        return Arrays.copyOfRange(byClock, forecast.schedule.time.warmUp() + 1, forecast.schedule.time.end() + 1);
    }

    private static Series line(Subject subject, Field field, double[] counts) {
        int[] days = new int[counts.length];
        Arrays.setAll(days, day -> day);
        return new Series(subject, field, days, counts, counts, counts, counts, counts, counts);
    }
}
