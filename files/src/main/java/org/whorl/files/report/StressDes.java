package org.whorl.files.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Scenario;

/**
 * The headings of STRESS-DES (Monks and others, Strengthening the reporting of empirical simulation studies, Journal of
 * Simulation 2018), each filled from the model and the run, or saying that nothing is stated.
 */
final class StressDes implements Section {

    private final Edition edition;
    private final ModelWords model;

    StressDes(Edition edition) {
        this.edition = edition;
        model = new ModelWords(edition);
    }

    @Override
    public String id() {
        return "stress";
    }

    @Override
    public void write(Html out) {
        out.element("p", edition.say("stress.say"));
        objectives(out);
        logic(out);
        data(out);
        experimentation(out);
        implementation(out);
        heading(out, "6");
        item(out, "6.1", edition.say("stress.code", edition.report().version()), edition.say("stress.code-model"));
    }

    private void heading(Html out, String number) {
        out.element("h3", edition.say("stress.heading", number, edition.say("stress." + number)));
    }

    private void item(Html out, String number, String... paragraphs) {
        item(out, number, List.of(paragraphs), List.of());
    }

    private void item(Html out, String number, List<String> paragraphs, List<String> list) {
        out.element("h4", edition.say("stress.heading", number, edition.say("stress." + number)));
        paragraphs.stream().filter(p -> !p.isEmpty()).forEach(p -> out.element("p", p));
        if (!list.isEmpty()) {
            out.open("ul");
            list.forEach(line -> out.element("li", line));
            out.close("ul");
        }
    }

    private void objectives(Html out) {
        heading(out, "1");
        item(out, "1.1", edition.say("stress.purpose", edition.title()), edition.say("stress.purpose-unstated"));
        Set<Field> fields = new TreeSet<>();
        edition.base().estimates().values().forEach(m -> fields.addAll(m.keySet()));
        item(
                out,
                "1.2",
                List.of(edition.say("stress.outputs")),
                Stream.concat(
                                fields.stream().map(edition::field),
                                edition.model().measures().stream().map(this::measure))
                        .toList());
        item(
                out,
                "1.3",
                List.of(edition.say(edition.changes().isEmpty() ? "change.none" : "stress.aims")),
                edition.changes().stream().map(edition::scenario).toList());
    }

    private String measure(Measure measure) {
        List<String> said = new ArrayList<>();
        said.add(edition.say("measure." + measure.count().name().toLowerCase(Locale.ROOT)));
        if (!measure.in().isEmpty()) {
            said.add(edition.say(
                    "measure.in",
                    Edition.list(measure.in().stream().map(model::place).toList())));
        }
        if (!measure.waitingFor().isEmpty()) {
            said.add(edition.say(
                    "measure.for",
                    Edition.list(
                            measure.waitingFor().stream().map(edition::service).toList())));
        }
        measure.where().forEach((tag, value) -> said.add(edition.say("measure.where", tag, value)));
        if (measure.longerThan() > 0) {
            said.add(edition.say("measure.longer", edition.words().number(measure.longerThan())));
        }
        if (measure.on() != null) {
            said.add(edition.say(
                    "measure.on",
                    edition.words().number(measure.on().week()),
                    edition.say("weekday." + measure.on().weekday())));
        }
        if (measure.crisis() != null) {
            said.add(edition.say("measure.crisis", edition.words().number(measure.crisis())));
        }
        return edition.say("parameter.name", edition.measure(measure), String.join(", ", said));
    }

    private void logic(Html out) {
        heading(out, "2");
        out.element("h4", edition.say("stress.heading", "2.1", edition.say("stress.2.1")));
        out.open("p")
                .element("a", edition.say("stress.diagram"), "href", "#flow")
                .close("p");
        List<String> lives = new ArrayList<>();
        for (int i = 1; edition.say().has("stress.life." + i); i++) {
            lives.add(edition.say("stress.life." + i));
        }
        item(out, "2.2", List.of(edition.say("stress.logic")), lives);
        List<String> changes = new ArrayList<>();
        ScenarioWords words = new ScenarioWords(edition);
        for (String id : edition.changes()) {
            Scenario scenario = edition.model().scenario(id);
            changes.add(
                    edition.say("parameter.name", edition.scenario(id), String.join("; ", words.changes(scenario))));
        }
        item(out, "2.3", List.of(edition.say(changes.isEmpty() ? "change.none" : "stress.scenarios")), changes);
        item(
                out,
                "2.4",
                edition.say("stress.algorithms-arrivals"),
                edition.say("stress.algorithms-waits"),
                edition.say("stress.algorithms-money"));
        out.element("h4", edition.say("stress.heading", "2.5", edition.say("stress.2.5")));
        model.components(out);
    }

    private void data(Html out) {
        heading(out, "3");
        Set<String> sources = new LinkedHashSet<>();
        edition.model().parameters().values().forEach(p -> {
            if (p.provenance().source() != null) {
                sources.add(p.provenance().source());
            }
        });
        edition.model().observed().forEach(o -> sources.add(o.source()));
        out.element("h4", edition.say("stress.heading", "3.1", edition.say("stress.3.1")));
        out.element(
                "p",
                sources.isEmpty()
                        ? edition.say("stress.no-sources")
                        : edition.say().count("stress.sources", sources.size()));
        if (!sources.isEmpty()) {
            out.open("details", "class", "w-numbers");
            out.element("summary", edition.say("stress.sources-list"));
            out.open("ul", "lang", Words.EN.code());
            sources.forEach(source -> out.element("li", source));
            out.close("ul").close("details");
        }
        item(out, "3.2", edition.say("stress.preprocessing"));
        out.element("h4", edition.say("stress.heading", "3.3", edition.say("stress.3.3")));
        out.open("p")
                .element("a", edition.say("stress.parameters"), "href", "#rests")
                .close("p");
        Qualities qualities = new Qualities(edition.answer().quality());
        List<String> assumptions = new ArrayList<>();
        for (int i = 1; edition.say().has("stress.assumption." + i); i++) {
            assumptions.add(edition.say("stress.assumption." + i));
        }
        item(out, "3.4", List.of(edition.say().count("stress.assumptions", qualities.of(Quality.GUESS))), assumptions);
    }

    private void experimentation(Html out) {
        heading(out, "4");
        int warmUp = edition.model().time().warmUp();
        List<String> opening = new ArrayList<>();
        for (Opening o : edition.model().opening()) {
            opening.add(edition.say(
                    "stress.opening-row",
                    edition.service(o.service()),
                    edition.words().number(o.inPlace().people()),
                    edition.words().number(o.waiting().people()),
                    edition.words().number(o.blocked().people())));
        }
        item(
                out,
                "4.1",
                List.of(
                        warmUp == 0
                                ? edition.say("stress.no-warm-up")
                                : edition.say().count("stress.warm-up", warmUp),
                        edition.say(opening.isEmpty() ? "stress.empty" : "stress.opening")),
                opening);
        item(
                out,
                "4.2",
                edition.say()
                        .count(
                                "stress.run-length",
                                edition.model().time().days(),
                                edition.words().date(edition.firstDay()),
                                edition.words().date(edition.lastDay())));
        double level = edition.base().estimates().values().stream()
                .flatMap(m -> m.values().stream())
                .mapToDouble(Estimate::level)
                .findFirst()
                .orElse(0.95);
        item(
                out,
                "4.3",
                edition.say().count("stress.replications", edition.answer().replications()),
                edition.say("stress.intervals", edition.words().share(level)),
                edition.say("stress.crn"));
    }

    private void implementation(Html out) {
        heading(out, "5");
        item(out, "5.1", edition.say("stress.software", edition.report().version()));
        item(
                out,
                "5.2",
                edition.say("stress.random", Long.toString(edition.answer().seed())));
        item(out, "5.3", edition.say("stress.execution"));
        item(out, "5.4", edition.say("stress.system"));
    }
}
