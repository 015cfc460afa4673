package org.whorl.files;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Service;

/** Writes a model in the one form we call canonical: what is usual is left out, the rest stands in a fixed order. */
final class ModelWriter {
    private final Model model;
    private final OutputFolder out;
    private final NumberWriter numbers;

    ModelWriter(Model model, OutputFolder out) {
        this.model = model;
        this.out = out;
        this.numbers = new NumberWriter(out);
    }

    void write() throws IOException {
        String text = text();
        if (!model.observed().isEmpty()) {
            TableWriter.observed(model.observed(), out);
        }
        // Last, so that a folder never holds a model whose tables are not there yet.
        try (Writer writer = out.writer(ModelFolder.MODEL)) {
            writer.write(text);
        }
    }

    private String text() throws IOException {
        Yaml yaml = new Yaml();
        yaml.line(0, "whorl", "1");
        yaml.line(0, "name", names(model.name()));
        yaml.line(
                0,
                "time",
                Yaml.flow(Yaml.keyed(
                        "start", model.time().start().toString(),
                        "days", Integer.toString(model.time().days()),
                        "warm-up", Integer.toString(model.time().warmUp()))));
        SequencedMap<String, String> money =
                Yaml.keyed("price-year", Yaml.text(model.money().priceYear()));
        numbers.ifWritten(money, "uplift", model.money().uplift());
        yaml.line(0, "money", Yaml.flow(money));
        yaml.open(0, "partners", !model.partners().isEmpty());
        for (Partner partner : model.partners()) {
            SequencedMap<String, String> fields = named(partner.id(), partner.name());
            if (!partner.kind().isEmpty()) {
                fields.put("kind", Yaml.text(partner.kind()));
            }
            yaml.line(1, partner.id(), Yaml.flow(fields));
        }
        yaml.line(0, "exits", Yaml.list(model.exits().stream().map(Yaml::text).toList()));
        yaml.open(0, "arrivals", !model.arrivals().isEmpty());
        for (Arrival arrival : model.arrivals()) {
            yaml.block(1, arrival.id(), arrival(arrival));
        }
        yaml.open(0, "services", !model.services().isEmpty());
        ServiceWriter services = new ServiceWriter(numbers);
        for (Service service : model.services()) {
            yaml.block(1, service.id(), services.fields(service));
        }
        yaml.open(0, "opening", !model.opening().isEmpty());
        for (Opening opening : model.opening()) {
            yaml.line(1, opening.service(), opening(opening));
        }
        yaml.open(0, "scenarios", !model.scenarios().isEmpty());
        for (Scenario scenario : model.scenarios()) {
            yaml.block(1, scenario.id(), scenario(scenario));
        }
        yaml.open(0, "measures", !model.measures().isEmpty());
        for (Measure measure : model.measures()) {
            yaml.line(1, measure.id(), Yaml.flow(measure(measure)));
        }
        if (!model.observed().isEmpty()) {
            yaml.line(0, "observed", TableWriter.OBSERVED);
        }
        new AgreementsWriter(numbers).write(model.agreements(), yaml);
        new NeedWriter(out, numbers).write(model, yaml);
        new ProgrammeWriter(numbers).write(model, yaml);
        return yaml.toString();
    }

    static String names(Name name) {
        return name.en().equals(name.cy())
                ? Yaml.text(name.en())
                : Yaml.flow(Yaml.keyed("en", Yaml.text(name.en()), "cy", Yaml.text(name.cy())));
    }

    /** Fields that begin with a name, unless it is the id. */
    static SequencedMap<String, String> named(String id, Name name) {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        if (!name.equals(Name.of(id))) {
            fields.put("name", names(name));
        }
        return fields;
    }

    private SequencedMap<String, String> arrival(Arrival arrival) throws IOException {
        SequencedMap<String, String> fields = named(arrival.id(), arrival.name());
        fields.put("to", Yaml.text(arrival.to()));
        fields.put("rate", numbers.of(arrival.rate()));
        numbers.profile(fields, "weekday", arrival.weekday(), Profile.flat(7));
        numbers.profile(fields, "month", arrival.month(), Profile.flat(12));
        numbers.ifWritten(fields, "dispersion", arrival.dispersion());
        if (arrival.origin() != null) {
            fields.put("need", Yaml.text(arrival.origin().need()));
            if (arrival.origin().area() != null) {
                fields.put("area", Yaml.text(arrival.origin().area()));
            }
        }
        if (!arrival.tags().isEmpty()) {
            SequencedMap<String, String> tags = new LinkedHashMap<>();
            arrival.tags().forEach((tag, shares) -> tags.put(tag, tag(shares)));
            fields.put("tags", Yaml.flow(tags));
        }
        return fields;
    }

    private static String tag(SequencedMap<String, Double> shares) {
        if (shares.size() == 1 && shares.firstEntry().getValue() == 1) {
            return Yaml.text(shares.firstEntry().getKey());
        }
        SequencedMap<String, String> each = new LinkedHashMap<>();
        shares.forEach((value, share) -> each.put(value, Words.of(share)));
        return Yaml.flow(each);
    }

    private String opening(Opening opening) throws IOException {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        group(fields, "in-place", opening.inPlace());
        numbers.ifAny(fields, "rest", opening.rest());
        group(fields, "waiting", opening.waiting());
        group(fields, "blocked", opening.blocked());
        return Yaml.flow(fields);
    }

    private void group(Map<String, String> fields, String key, Opening.Group group) throws IOException {
        if (!group.count().isWritten()) {
            return;
        }
        fields.put(
                key,
                group.elapsed().isEmpty()
                        ? numbers.of(group.count())
                        : Yaml.flow(Yaml.keyed(
                                "count",
                                numbers.of(group.count()),
                                "elapsed",
                                Yaml.list(
                                        group.elapsed().stream().map(Words::of).toList()))));
    }

    private SequencedMap<String, String> scenario(Scenario scenario) throws IOException {
        SequencedMap<String, String> fields = named(scenario.id(), scenario.name());
        List<String> changes = new ArrayList<>();
        for (Change change : scenario.changes()) {
            SequencedMap<String, String> what = new LinkedHashMap<>();
            what.put(
                    ScenarioReader.word(change.operation()),
                    change.profile().isEmpty()
                            ? numbers.of(change.amount())
                            : Yaml.list(change.profile().stream().map(Words::of).toList()));
            if (change.from() != null) {
                what.put("from", change.from().toString());
            }
            if (change.until() != null) {
                what.put("until", change.until().toString());
            }
            changes.add(Yaml.flow(Yaml.keyed(change.path(), Yaml.flow(what))));
        }
        fields.put("change", changes.size() == 1 ? changes.getFirst() : Yaml.list(changes));
        return fields;
    }

    private static SequencedMap<String, String> measure(Measure measure) {
        SequencedMap<String, String> fields = named(measure.id(), measure.name());
        fields.put("count", MeasureReader.word(measure.count()));
        places(fields, "in", measure.in());
        places(fields, "for", measure.waitingFor());
        if (!measure.where().isEmpty()) {
            SequencedMap<String, String> tags = new LinkedHashMap<>();
            measure.where().forEach((tag, value) -> tags.put(tag, Yaml.text(value)));
            fields.put("where", Yaml.flow(tags));
        }
        if (Double.compare(measure.longerThan(), 0) != 0) {
            fields.put("longer-than", Words.of(measure.longerThan()));
        }
        if (measure.on() != null) {
            fields.put(
                    "on",
                    Yaml.flow(Yaml.keyed(
                            "week", Integer.toString(measure.on().week()),
                            "weekday", Integer.toString(measure.on().weekday()))));
        }
        if (measure.crisis() != null) {
            fields.put("crisis", Words.of(measure.crisis()));
        }
        return fields;
    }

    private static void places(Map<String, String> fields, String key, List<String> places) {
        if (!places.isEmpty()) {
            List<String> texts = places.stream().map(Yaml::text).toList();
            fields.put(key, texts.size() == 1 ? texts.getFirst() : Yaml.list(texts));
        }
    }
}
