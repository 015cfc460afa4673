package org.whorl.files.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Bands;
import org.whorl.draw.Unit;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Service;

/** Who waits where, day by day, and the counts held against what was really seen. */
final class WhoWaits implements Section {

    /** Pictures are for what matters most; every number stands in the tables and in the files beside the report. */
    private static final int MOST_SERVICES_DRAWN = 4;

    /** A queue shorter than this on average is not drawn. */
    private static final double WORTH_DRAWING = 0.5;

    /** Beyond so many days a picture shows weeks. */
    private static final int MOST_DAYS_DRAWN = 120;

    private static final int DAYS_IN_A_WEEK = 7;

    private final Edition edition;
    private final Amounts amounts;

    WhoWaits(Edition edition) {
        this.edition = edition;
        amounts = edition.amounts();
    }

    @Override
    public String id() {
        return "waits";
    }

    @Override
    public void write(Html out) {
        out.element("p", edition.say("waits.bands"));
        for (Measure measure : edition.model().measures()) {
            if (measure.on() == null) {
                Subject subject = Subject.measure(measure.id());
                bands(out, subject, Field.MEAN, edition.measure(measure), measure.crisis());
            }
        }
        new HeldAgainst(edition).write(out);
        out.element("h3", edition.say("waits.services"));
        List<Service> drawn = Headline.queues(edition).stream()
                .filter(s -> edition.base()
                                .get(Subject.service(s.id()), Field.WAITING)
                                .mean()
                        >= WORTH_DRAWING)
                .limit(MOST_SERVICES_DRAWN)
                .toList();
        int queues = Headline.queues(edition).size();
        out.element(
                "p",
                queues == 0
                        ? edition.say("waits.nobody")
                        : edition.say("waits.services-say", edition.whole(drawn.size()), edition.whole(queues)));
        table(out);
        for (Service service : drawn) {
            String name = edition.say("headline.waiting", edition.service(service));
            bands(out, Subject.service(service.id()), Field.WAITING, name, null);
        }
    }

    /** One measure or service through time, in every scenario. */
    void throughTime(Html out, Headline headline) {
        out.element("p", edition.say("waits." + bandsOf()));
        Double crisis = headline.measure() == null ? null : headline.measure().crisis();
        bands(out, headline.subject(), headline.field(), headline.name(edition), crisis);
    }

    private void table(Html out) {
        List<String> headers = new ArrayList<>(List.of(edition.say("column.service")));
        edition.scenarios().forEach(id -> headers.add(edition.scenario(id)));
        Grid grid = new Grid(edition.say("waits.services-table"), headers);
        for (Service service : Headline.queues(edition)) {
            grid.row(edition.service(service));
            for (String id : edition.scenarios()) {
                grid.cell(edition.outcome(id)
                        .figures()
                        .find(Subject.service(service.id()), Field.WAITING)
                        .map(e -> amounts.full(Field.WAITING, e))
                        .orElse(edition.say("value.none")));
            }
        }
        grid.write(out);
    }

    private void bands(Html out, Subject subject, Field field, String name, @Nullable Double crisis) {
        List<Bands.Line> lines = new ArrayList<>();
        for (String id : edition.scenarios()) {
            find(edition.drawn(id), subject, field)
                    .ifPresent(series -> lines.add(new Bands.Line(edition.scenario(id), points(series))));
        }
        if (lines.isEmpty()) {
            return;
        }
        Bands chart = new Bands(
                edition.words(),
                name,
                sentence(subject, field, lines.getFirst()),
                edition.say(byWeek() ? "waits.people-weeks" : "waits.people-days"),
                Unit.NUMBER,
                lines);
        if (crisis != null) {
            chart = chart.withThreshold(
                    crisis, edition.say("waits.crisis", edition.words().number(crisis)));
        }
        out.markup(chart.figure("through-time-" + ids(subject)));
    }

    /** How the model as it stands begins, ends, and how wide its days spread. */
    private String sentence(Subject subject, Field field, Bands.Line base) {
        Bands.Point first = base.points().getFirst();
        Bands.Point last = base.points().getLast();
        Optional<Estimate> mean = edition.base().find(subject, field);
        return edition.say(
                sentenceOf(),
                mean.map(e -> amounts.middle(field, e)).orElse(edition.say("value.not-known")),
                edition.words().number(Math.rint(first.middle())),
                edition.words().number(Math.rint(last.middle())),
                edition.words().number(Math.rint(last.low90())),
                edition.words().number(Math.rint(last.high90())));
    }

    /** What the bands hold: runs, ways the numbers may be off, or nothing. */
    private String bandsOf() {
        return switch (edition.answer().tier()) {
            case SIMULATION -> "bands";
            case INSTANT -> edition.tellsUnsure() ? "bands-numbers" : "bands-formulas";
        };
    }

    private String sentenceOf() {
        return switch (edition.answer().tier()) {
            case SIMULATION -> byWeek() ? "waits.sentence-weeks" : "waits.sentence-days";
            case INSTANT -> edition.tellsUnsure() ? "waits.sentence-numbers" : "waits.sentence-formulas";
        };
    }

    private static String ids(Subject subject) {
        return subject.group().word() + "-" + subject.id().replaceAll("[^A-Za-z0-9_-]", "_");
    }

    static Optional<Series> find(Outcome outcome, Subject subject, Field field) {
        return outcome.series().stream()
                .filter(s -> s.subject().equals(subject) && s.field() == field)
                .filter(s -> s.days().length > 0)
                .findFirst();
    }

    /**
     * The days, or in a long time the whole weeks, each the average of its days: a year of days is a saw nobody can read, and
     * the one or two days after the last whole week would be a tooth of it.
     */
    private List<Bands.Point> points(Series series) {
        int step = byWeek() ? DAYS_IN_A_WEEK : 1;
        List<Bands.Point> points = new ArrayList<>(series.days().length / step);
        for (int from = 0; from + step <= series.days().length; from += step) {
            int until = from + step;
            LocalDate day = edition.firstDay().plusDays(series.days()[from]);
            if (bandsOf().equals("bands-formulas")) {
                // A formula knows no band before the numbers were drawn, and a band without width would look like
                // certainty.
                points.add(Bands.Point.of(day, mean(series.mean(), from, until)));
                continue;
            }
            points.add(new Bands.Point(
                    day,
                    mean(series.p50(), from, until),
                    mean(series.p25(), from, until),
                    mean(series.p75(), from, until),
                    mean(series.p5(), from, until),
                    mean(series.p95(), from, until)));
        }
        return points;
    }

    private boolean byWeek() {
        return edition.model().time().days() > MOST_DAYS_DRAWN;
    }

    private static double mean(double[] values, int from, int until) {
        return Arrays.stream(values, from, until).average().orElse(Double.NaN);
    }
}
