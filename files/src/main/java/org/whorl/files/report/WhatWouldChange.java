package org.whorl.files.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.whorl.draw.Bars;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

/** What each scenario changes, and what then changes: differences between runs in which the same people live twice. */
final class WhatWouldChange implements Section {

    /** So many services are named in a sentence; the table has them all. */
    private static final int MOST_NAMED = 4;

    private final Edition edition;
    private final Amounts amounts;

    WhatWouldChange(Edition edition) {
        this.edition = edition;
        amounts = edition.amounts();
    }

    @Override
    public String id() {
        return "change";
    }

    @Override
    public void write(Html out) {
        if (edition.changes().isEmpty()) {
            out.element("p", edition.say("change.none"));
            return;
        }
        out.element("p", edition.say("change.paired"));
        described(out);
        Headline.of(edition).ifPresent(headline -> {
            out.element("h3", headline.name(edition));
            chart(out, headline);
            beyondAverages(out, headline);
        });
        everyMeasure(out);
        whoWaitsLessOrMore(out);
    }

    private void described(Html out) {
        ScenarioWords words = new ScenarioWords(edition);
        out.open("dl", "class", "scenarios");
        for (String id : edition.changes()) {
            Scenario scenario = edition.model().scenario(id);
            out.element("dt", edition.scenario(id));
            out.open("dd").open("ul");
            words.changes(scenario).forEach(change -> out.element("li", change));
            out.close("ul").close("dd");
        }
        out.close("dl");
    }

    private void chart(Html out, Headline headline) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (String id : edition.changes()) {
            headline.in(edition.difference(id))
                    .ifPresent(e -> bars.add(new Bars.Bar(edition.scenario(id), Amounts.change(headline.field(), e))));
        }
        if (bars.isEmpty()) {
            return;
        }
        out.markup(new Bars(
                        edition.words(),
                        edition.say("change.chart"),
                        String.join(" ", sentences(headline)),
                        edition.say("change.measure"),
                        Amounts.unitOfChange(headline.field()),
                        bars)
                .figure("change-chart"));
    }

    /** One sentence for each scenario: fewer, more, or nobody can say. */
    private List<String> sentences(Headline headline) {
        List<String> sentences = new ArrayList<>();
        for (String id : edition.changes()) {
            headline.in(edition.difference(id)).ifPresent(e -> sentences.add(sentence(id, headline, e)));
        }
        return sentences;
    }

    private String sentence(String scenario, Headline headline, Estimate e) {
        if (e.mean() == 0 && e.low() == 0 && e.high() == 0) {
            return edition.say("change.nothing", edition.scenario(scenario));
        }
        if (!Amounts.certain(e)) {
            return edition.say("change.unclear", edition.scenario(scenario));
        }
        return edition.say(
                e.mean() < 0 ? "change.fewer" : "change.more",
                edition.scenario(scenario),
                amounts.size(headline.field(), e));
    }

    /** Means hide bad days: the middle run and the share of days of crisis stand beside them. */
    private void beyondAverages(Html out, Headline headline) {
        boolean crisis = headline.crisis(edition).isPresent();
        for (String id : edition.changes()) {
            skewed(headline, id).ifPresent(sentence -> out.element("p", sentence));
        }
        List<String> headers = new ArrayList<>(
                List.of(edition.say("column.scenario"), edition.say("column.mean"), edition.say("column.mean-change")));
        if (headline.measure() != null) {
            headers.add(edition.say("column.median"));
            headers.add(edition.say("column.median-change"));
        }
        if (crisis) {
            String level = headline.crisis(edition).orElseThrow();
            headers.add(edition.say("column.crisis." + headline.occasions(), level));
            headers.add(edition.say("column.crisis-change"));
        }
        if (edition.tellsUnsure()) {
            headers.add(edition.say("column.mean-change-unsure"));
        }
        Grid grid = new Grid(edition.say("change.beyond", headline.name(edition)), headers);
        for (String id : edition.scenarios()) {
            grid.row(edition.scenario(id));
            pair(grid, id, headline.subject(), headline.field());
            if (headline.measure() != null) {
                pair(grid, id, headline.subject(), Field.MEDIAN);
            }
            if (crisis) {
                pair(grid, id, headline.subject(), Field.P_CRISIS);
            }
            if (edition.tellsUnsure()) {
                grid.cell(edition.unsureChange(id, headline.subject(), headline.field())
                        .map(e -> amounts.changeInterval(headline.field(), e))
                        .orElse(edition.say("value.none")));
            }
        }
        grid.write(out);
        if (edition.tellsUnsure()) {
            out.element("p", edition.say("change.unsure"));
        }
    }

    private void pair(Grid grid, String scenario, Subject subject, Field field) {
        grid.cell(edition.outcome(scenario)
                .figures()
                .find(subject, field)
                .map(e -> amounts.full(field, e))
                .orElse(edition.say("value.none")));
        grid.cell(scenario.equals(Scenario.BASE) ? edition.say("value.none") : change(scenario, subject, field));
    }

    private String change(String scenario, Subject subject, Field field) {
        return edition.difference(scenario)
                .find(subject, field)
                .map(e -> amounts.change(field, e, true))
                .orElse(edition.say("value.none"));
    }

    /** Where the average moves and the middle run hardly does, a few bad runs make the difference: worth a sentence. */
    private Optional<String> skewed(Headline headline, String scenario) {
        Figures difference = edition.difference(scenario);
        Optional<Estimate> mean = headline.in(difference);
        Optional<Estimate> median = difference.find(headline.subject(), Field.MEDIAN);
        if (mean.isEmpty() || median.isEmpty() || !Amounts.certain(mean.get())) {
            return Optional.empty();
        }
        boolean hardly =
                Math.abs(median.get().mean()) < 0.5 * Math.abs(mean.get().mean());
        return hardly ? Optional.of(edition.say("change.skewed", edition.scenario(scenario))) : Optional.empty();
    }

    private void everyMeasure(Html out) {
        List<Measure> measures = edition.model().measures();
        if (measures.size() < 2) {
            return;
        }
        out.element("h3", edition.say("change.measures"));
        out.element("p", edition.say("change.measures-say"));
        Grid grid = differences(edition.say("change.measures-table"), edition.say("column.measure"));
        for (Measure measure : measures) {
            row(grid, edition.measure(measure), Subject.measure(measure.id()), Field.MEAN);
        }
        grid.write(out);
        Grid crises = differences(edition.say("change.crisis-table"), edition.say("column.measure"));
        for (Measure measure : measures) {
            if (measure.crisis() != null) {
                String name = edition.say(
                        "change.crisis-row",
                        edition.measure(measure),
                        edition.words().number(measure.crisis()));
                row(crises, name, Subject.measure(measure.id()), Field.P_CRISIS);
            }
        }
        crises.write(out);
    }

    private Grid differences(String caption, String first) {
        List<String> headers = new ArrayList<>(List.of(first, edition.say("scenario.base")));
        edition.changes().forEach(id -> headers.add(edition.scenario(id)));
        return new Grid(caption, headers);
    }

    private void row(Grid grid, String name, Subject subject, Field field) {
        grid.row(name)
                .cell(edition.base()
                        .find(subject, field)
                        .map(e -> amounts.full(field, e))
                        .orElse(edition.say("value.none")));
        edition.changes().forEach(id -> grid.cell(change(id, subject, field)));
    }

    private void whoWaitsLessOrMore(Html out) {
        out.element("h3", edition.say("change.who"));
        out.open("ul");
        edition.changes().forEach(id -> out.element("li", lessAndMore(id)));
        out.close("ul");
        Grid grid = differences(edition.say("change.who-table"), edition.say("column.service"));
        for (Service service : Headline.queues(edition)) {
            row(grid, edition.service(service), Subject.service(service.id()), Field.WAITING);
        }
        grid.write(out);
    }

    private String lessAndMore(String scenario) {
        List<String> less = movers(scenario, -1);
        List<String> more = movers(scenario, 1);
        String name = edition.scenario(scenario);
        if (less.isEmpty() && more.isEmpty()) {
            return edition.say("change.who-nobody", name);
        }
        if (more.isEmpty()) {
            return edition.say("change.who-less", name, Edition.list(less));
        }
        return less.isEmpty()
                ? edition.say("change.who-more", name, Edition.list(more))
                : edition.say("change.who-both", name, Edition.list(less), Edition.list(more));
    }

    /** Services whose queue surely moves this way, those that move most first, and how many more there are. */
    private List<String> movers(String scenario, int sign) {
        record Mover(String id, Estimate estimate) {}
        List<Mover> movers = edition.model().services().stream()
                .flatMap(s -> edition
                        .difference(scenario)
                        .find(Subject.service(s.id()), Field.WAITING)
                        .map(e -> new Mover(s.id(), e))
                        .stream())
                .filter(m -> Amounts.certain(m.estimate()) && m.estimate().mean() * sign > 0)
                .sorted(Comparator.comparingDouble(m -> -Math.abs(m.estimate().mean())))
                .toList();
        List<String> said = new ArrayList<>();
        for (Mover mover : movers.subList(0, Math.min(MOST_NAMED, movers.size()))) {
            said.add(edition.say(
                    "change.mover",
                    edition.service(mover.id()),
                    amounts.change(Field.WAITING, mover.estimate(), false)));
        }
        if (movers.size() > MOST_NAMED) {
            said.add(edition.say().count("change.more-services", movers.size() - MOST_NAMED));
        }
        return said;
    }
}
