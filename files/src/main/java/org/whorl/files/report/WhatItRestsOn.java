package org.whorl.files.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Bars;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.ParameterMap;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Spread;

/** Every number the answer rests on: how well it is known, by whom, since when, and what has no interval at all. */
final class WhatItRestsOn implements Section {

    private final Edition edition;

    WhatItRestsOn(Edition edition) {
        this.edition = edition;
    }

    /** One line of the table. */
    record Line(String path, String value, String interval, boolean sure, Provenance provenance) {}

    @Override
    public String id() {
        return "rests";
    }

    @Override
    public void write(Html out) {
        Qualities qualities = new Qualities(edition.answer().quality());
        List<Bars.Bar> bars = new ArrayList<>();
        for (Quality quality : Quality.values()) {
            bars.add(new Bars.Bar(edition.say("quality." + quality.word()), Reading.of(qualities.of(quality))));
        }
        out.markup(new Bars(
                        edition.words(),
                        edition.say("rests.chart"),
                        qualities.sentence(edition),
                        edition.say("rests.measure"),
                        Unit.NUMBER,
                        bars)
                .figure("quality-chart"));
        SequencedMap<String, List<Line>> groups = groups();
        withoutInterval(out, groups);
        out.element("h3", edition.say("rests.all"));
        out.element("p", edition.say("rests.all-say"));
        groups.forEach((_, lines) -> group(out, lines));
    }

    SequencedMap<String, List<Line>> groups() {
        SequencedMap<String, List<Line>> groups = new LinkedHashMap<>();
        edition.model().map(new ParameterMap() {
            @Override
            public Parameter parameter(String path, Domain domain, Parameter parameter) {
                add(new Line(
                        path,
                        value(path, domain, parameter.value()) + priceYear(parameter),
                        interval(path, domain, parameter.spread()),
                        parameter.hasInterval(),
                        parameter.provenance()));
                return parameter;
            }

            @Override
            public Profile profile(String path, Profile profile) {
                if (!profile.isFlat()) {
                    List<String> factors = profile.factors().stream()
                            .map(edition.words()::number)
                            .toList();
                    add(new Line(path, String.join(" ", factors), "", false, profile.provenance()));
                }
                return profile;
            }

            private void add(Line line) {
                groups.computeIfAbsent(ParameterNames.group(line.path()), _ -> new ArrayList<>())
                        .add(line);
            }
        });
        return groups;
    }

    private String priceYear(Parameter parameter) {
        return parameter.priceYear() == null ? "" : " (" + edition.say("rests.prices", parameter.priceYear()) + ")";
    }

    private String value(String path, Domain domain, double value) {
        Words words = edition.words();
        boolean pounds = path.contains(".cost.") && !path.endsWith(".step.places") && !path.endsWith(".step.months");
        return pounds ? words.money(value) : domain == Domain.SHARE ? words.share(value) : words.number(value);
    }

    private String interval(String path, Domain domain, Spread spread) {
        return switch (spread) {
            case Spread.Unsaid _ -> edition.say("rests.no-interval");
            case Spread.Deviation d -> edition.say("rests.sd", value(path, domain, d.sd()));
            case Spread.Range r ->
                edition.say("value.range", value(path, domain, r.low()), value(path, domain, r.high()));
            case Spread.Distributed d ->
                edition.say(
                        "rests.distributed",
                        value(path, domain, d.distribution().mean()),
                        value(path, domain, Math.sqrt(d.distribution().variance())));
        };
    }

    private void withoutInterval(Html out, SequencedMap<String, List<Line>> groups) {
        List<Line> without = groups.values().stream()
                .flatMap(List::stream)
                .filter(line -> !line.sure())
                .toList();
        out.element("h3", edition.say("rests.without"));
        if (without.isEmpty()) {
            out.element("p", edition.say("rests.without-none"));
            return;
        }
        out.element("p", edition.say().count("rests.without-say", without.size()));
        SequencedMap<String, List<String>> byOwner = new LinkedHashMap<>();
        for (Line line : without) {
            byOwner.computeIfAbsent(edition.parameterNames().owner(line.path()), _ -> new ArrayList<>())
                    .add(edition.parameterNames().number(line.path()));
        }
        out.open("details", "class", "w-numbers");
        out.element("summary", edition.say("rests.without-list"));
        out.open("ul");
        for (Map.Entry<String, List<String>> owner : byOwner.entrySet()) {
            out.element("li", edition.say("parameter.name", owner.getKey(), Edition.list(owner.getValue())));
        }
        out.close("ul").close("details");
    }

    private void group(Html out, List<Line> lines) {
        String owner = edition.parameterNames().owner(lines.getFirst().path());
        long guesses = lines.stream()
                .filter(line -> line.provenance().quality() == Quality.GUESS)
                .count();
        Grid grid = new Grid(
                        edition.say("rests.table", owner),
                        List.of(
                                edition.say("rests.what"),
                                edition.say("rests.value"),
                                edition.say("rests.interval"),
                                edition.say("rests.known"),
                                edition.say("rests.source"),
                                edition.say("rests.date"),
                                edition.say("rests.owner")))
                .ofWords();
        for (Line line : lines) {
            Provenance from = line.provenance();
            grid.row(edition.parameterNames().number(line.path()))
                    .cell(line.value())
                    .cell(line.interval())
                    .cell(edition.say("quality." + from.quality().word()));
            asWritten(grid, from.source());
            asWritten(grid, from.date());
            asWritten(grid, from.owner());
        }
        out.open("details", "class", "w-numbers");
        out.element("summary", edition.say().count("rests.group", lines.size(), owner, edition.whole(guesses)));
        grid.write(out);
        out.close("details");
    }

    /** Sources, dates and owners stand as the model has them, in its one language. */
    private void asWritten(Grid grid, @Nullable String text) {
        if (text == null) {
            grid.cell(edition.say("rests.not-stated"));
        } else if (edition.words() == Words.EN) {
            grid.cell(text);
        } else {
            grid.cell(text, Words.EN.code());
        }
    }
}
