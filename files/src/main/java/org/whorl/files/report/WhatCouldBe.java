package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Distribution;
import org.whorl.draw.Unit;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

/**
 * What counts and waits can come to, not only their average: a hundred days, or a hundred people who wait, as things are
 * and in a scenario, on one axis.
 */
final class WhatCouldBe {

    /** Pictures are for what matters most. */
    private static final int MOST = 2;

    private final Edition edition;

    WhatCouldBe(Edition edition) {
        this.edition = edition;
    }

    /** What is drawn: whose count, its name, what the axis counts, and the level that matters. */
    private record Drawn(
            Subject subject,
            Field field,
            String name,
            String axis,
            @Nullable Double crisis) {}

    void write(Html out, String scenario) {
        if (drawn().stream()
                .noneMatch(one -> find(Scenario.BASE, one).isPresent()
                        && find(scenario, one).isPresent())) {
            return;
        }
        boolean played = edition.answer().tier() == Answer.Tier.SIMULATION;
        out.element("p", edition.say(played ? "could.played" : drawn(scenario) ? "could.drawn" : "could.formulas"));
        for (Drawn drawn : drawn()) {
            Optional<Quantiles> before = find(Scenario.BASE, drawn);
            Optional<Quantiles> after = find(scenario, drawn);
            if (before.isPresent() && after.isPresent()) {
                out.open("div", "class", "w-beside");
                chart(out, drawn, Scenario.BASE, before.get(), after.get());
                if (!scenario.equals(Scenario.BASE)) {
                    chart(out, drawn, scenario, after.get(), before.get());
                }
                out.close("div");
            }
        }
    }

    /** Whether not knowing the numbers is in the days shown. */
    private boolean drawn(String scenario) {
        Outcome outcome = edition.answer().scenarios().get(scenario);
        return outcome != null
                && outcome.figures().estimates().values().stream()
                        .flatMap(fields -> fields.values().stream())
                        .anyMatch(estimate -> estimate.kind() == Estimate.Kind.PARAMETER);
    }

    /** Measures with a level of crisis, or the first; then the longest queues: how long one waits, and how full it is. */
    private List<Drawn> drawn() {
        List<Drawn> all = new ArrayList<>();
        List<Measure> measures = edition.model().measures();
        List<Measure> grave =
                measures.stream().filter(m -> m.crisis() != null).limit(MOST).toList();
        for (Measure measure : grave.isEmpty() ? measures.stream().limit(1).toList() : grave) {
            all.add(new Drawn(
                    Subject.measure(measure.id()),
                    Field.MEAN,
                    edition.measure(measure),
                    edition.say("could.people"),
                    measure.crisis()));
        }
        for (Service service : Headline.queues(edition).stream().limit(MOST).toList()) {
            String name = edition.service(service);
            Subject subject = Subject.service(service.id());
            all.add(new Drawn(subject, Field.WAIT, edition.say("could.wait", name), edition.say("could.days"), null));
            all.add(new Drawn(
                    subject, Field.IN_PLACE, edition.say("could.in-place", name), edition.say("could.people"), null));
        }
        return all;
    }

    private Optional<Quantiles> find(String scenario, Drawn drawn) {
        return edition.quantiles(scenario).stream()
                .filter(q -> q.subject().equals(drawn.subject()) && q.field() == drawn.field())
                .findFirst();
    }

    /** What the leading count can come to. */
    Optional<Quantiles> leading(String scenario) {
        return drawn().stream().findFirst().flatMap(drawn -> find(scenario, drawn));
    }

    String leading(String scenario, String id, List<Double> beside) {
        return drawn().stream()
                .findFirst()
                .flatMap(drawn -> find(scenario, drawn)
                        .map(quantiles ->
                                chart(drawn, scenario, quantiles, beside).figure(id)))
                .orElse("");
    }

    private void chart(Html out, Drawn drawn, String scenario, Quantiles quantiles, Quantiles other) {
        String id = "could-" + drawn.subject().id().replaceAll("[^A-Za-z0-9_-]", "_") + "-"
                + drawn.field().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                + (scenario.equals(Scenario.BASE) ? "now" : "then");
        out.markup(chart(drawn, scenario, quantiles, other.values()).figure(id));
    }

    private Distribution chart(Drawn drawn, String scenario, Quantiles quantiles, List<Double> beside) {
        List<Double> values = quantiles.values();
        String sentence = edition.say(
                drawn.field() == Field.WAIT ? "could.sentence.people" : "could.sentence.days",
                number(values.get(49)),
                number(values.get(94)),
                number(values.getLast()));
        Double crisis = drawn.crisis();
        String level = crisis == null ? "" : edition.words().number(crisis);
        if (crisis != null) {
            long above = values.stream().filter(v -> v > crisis).count();
            sentence += " " + edition.say("could.crisis", level, edition.whole(above));
        }
        Distribution chart = new Distribution(
                        edition.words(),
                        edition.say("could.title", drawn.name(), edition.scenario(scenario)),
                        sentence,
                        drawn.axis(),
                        Unit.NUMBER,
                        values)
                .beside(beside);
        return crisis == null ? chart : chart.withThreshold(crisis, edition.say("could.above", level));
    }

    private String number(double value) {
        return edition.words().number(value < 10 ? Math.rint(10 * value) / 10 : Math.rint(value));
    }
}
