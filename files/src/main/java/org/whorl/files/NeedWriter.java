package org.whorl.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Rates;

/** Writes population, drivers and needs, with their tables. */
final class NeedWriter {
    private final OutputFolder out;
    private final NumberWriter numbers;

    NeedWriter(OutputFolder out, NumberWriter numbers) {
        this.out = out;
        this.numbers = numbers;
    }

    void write(Model model, Yaml yaml) throws IOException {
        if (model.population() != null) {
            population(model.population(), yaml);
        }
        yaml.open(0, "drivers", !model.drivers().isEmpty());
        for (Driver driver : model.drivers()) {
            SequencedMap<String, String> fields = ModelWriter.named(driver.id(), driver.name());
            numbers.ifWritten(fields, "level", driver.level());
            if (driver.deviation() != null) {
                fields.put("deviation", Yaml.text(driver.deviation()));
            }
            yaml.line(1, driver.id(), Yaml.flow(fields));
        }
        yaml.open(0, "needs", !model.needs().isEmpty());
        for (Need need : model.needs()) {
            yaml.block(1, need.id(), need(need));
        }
    }

    /** A population's section, with its tables beside it. */
    void population(Population population, Yaml yaml) throws IOException {
        yaml.block(0, "population", population(population));
    }

    private SequencedMap<String, String> population(Population population) throws IOException {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>();
        population
                .groups()
                .forEach(g -> rows.add(row(
                        g.people(),
                        g.area(),
                        Integer.toString(g.fifth()),
                        g.sex().word())));
        fields.put("table", table("population.csv", PeopleTables.POPULATION, population.ages(), rows));
        fields.put("year", Integer.toString(population.year()));
        SequencedMap<String, String> areas = new LinkedHashMap<>();
        population.areas().forEach((id, name) -> areas.put(id, ModelWriter.names(name)));
        fields.put("areas", Yaml.flow(areas));
        if (population.growth() != null) {
            List<List<String>> years = new ArrayList<>();
            population
                    .growth()
                    .lines()
                    .forEach(l -> years.add(row(
                            l.people(),
                            l.variant(),
                            Integer.toString(l.year()),
                            l.sex().word())));
            fields.put(
                    "growth",
                    table("growth.csv", PeopleTables.GROWTH, population.growth().ages(), years));
        }
        each(fields, "variants", population.variants());
        numbers.ifAny(fields, "healthy", population.healthy());
        if (population.smallAreas() != null) {
            List<List<String>> small = new ArrayList<>();
            population
                    .smallAreas()
                    .lines()
                    .forEach(l -> small.add(row(l.people(), l.id(), l.name(), l.area(), Integer.toString(l.fifth()))));
            fields.put(
                    "small-areas",
                    table(
                            "small-areas.csv",
                            PeopleTables.SMALL_AREAS,
                            population.smallAreas().ages(),
                            small));
        }
        NumberWriter.provenance(fields, population.provenance());
        return fields;
    }

    private SequencedMap<String, String> need(Need need) throws IOException {
        SequencedMap<String, String> fields = ModelWriter.named(need.id(), need.name());
        Name unit = need.unit();
        fields.put("unit", ModelWriter.names(unit));
        fields.put("rates", rates(need.rates(), need.id() + "-rates.csv"));
        if (need.gradient() != null) {
            fields.put("gradient", rates(need.gradient(), need.id() + "-gradient.csv"));
        }
        numbers.ifAny(fields, "total", need.total());
        numbers.ifWritten(fields, "latent", need.latent());
        numbers.ifWritten(fields, "propensity", need.propensity());
        numbers.ifAny(fields, "met", need.met());
        numbers.ifAny(fields, "not-medical", need.notMedical());
        each(fields, "drivers", need.drivers());
        if (!need.seen().isEmpty()) {
            fields.put(
                    "seen",
                    TableWriter.write(
                            need.id() + "-seen.csv",
                            PeopleTables.SEEN,
                            need.seen().stream()
                                    .map(s -> List.of(s.smallArea(), Words.of(s.count())))
                                    .toList(),
                            out));
        }
        NumberWriter.provenance(fields, need.provenance());
        return fields;
    }

    private void each(Map<String, String> fields, String key, SequencedMap<String, Parameter> parameters)
            throws IOException {
        if (!parameters.isEmpty()) {
            SequencedMap<String, String> all = new LinkedHashMap<>();
            for (Map.Entry<String, Parameter> one : parameters.entrySet()) {
                all.put(one.getKey(), numbers.of(one.getValue()));
            }
            fields.put(key, Yaml.flow(all));
        }
    }

    private static List<String> row(List<Double> people, String... keys) {
        List<String> row = new ArrayList<>(List.of(keys));
        people.forEach(p -> row.add(Words.of(p)));
        return row;
    }

    private String table(String name, List<String> keys, List<Integer> ages, List<List<String>> rows)
            throws IOException {
        List<String> header = new ArrayList<>(keys);
        ages.forEach(age -> header.add(Integer.toString(age)));
        return TableWriter.write(name, header, rows, out);
    }

    private String rates(Rates rates, String name) throws IOException {
        boolean sexes = rates.lines().stream().anyMatch(l -> l.sex() != null);
        boolean fifths = rates.lines().stream().anyMatch(l -> l.fifth() > 0);
        boolean counted = rates.lines().getFirst().rate() instanceof Rates.Known.Counted;
        List<String> header = new ArrayList<>(List.of("age"));
        if (sexes) {
            header.add("sex");
        }
        if (fifths) {
            header.add("fifth");
        }
        header.addAll(counted ? List.of("events", "people") : List.of("rate", "low", "high"));
        List<List<String>> rows = new ArrayList<>();
        for (Rates.Line line : rates.lines()) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(line.age())));
            if (line.sex() != null) {
                row.add(line.sex().word());
            }
            if (fifths) {
                row.add(Integer.toString(line.fifth()));
            }
            switch (line.rate()) {
                case Rates.Known.Counted(double events, double people) -> {
                    row.add(Words.of(events));
                    row.add(Words.of(people));
                }
                case Rates.Known.Told(double rate, double low, double high) -> {
                    row.add(perThousand(rate));
                    row.add(perThousand(low));
                    row.add(perThousand(high));
                }
            }
            rows.add(row);
        }
        return TableWriter.write(name, header, rows, out);
    }

    /** Written so that the thousandth of what is read is the very same number. */
    private static String perThousand(double rate) {
        double thousandfold = rate * 1000;
        for (double tried : new double[] {thousandfold, Math.nextDown(thousandfold), Math.nextUp(thousandfold)}) {
            if (tried / 1000 == rate) {
                return Words.of(tried);
            }
        }
        return Words.of(thousandfold);
    }
}
