package org.whorl.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Population.Group;
import org.whorl.engine.model.Population.Growth;
import org.whorl.engine.model.Population.SmallAreas;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Rates;
import org.whorl.engine.model.Sex;
import org.whorl.files.Tables.Table;

/** Reads tables of people: a column for each age, headed by the lowest age it counts; and tables of rates. */
final class PeopleTables {
    static final List<String> POPULATION = List.of("area", "fifth", "sex");
    static final List<String> GROWTH = List.of("variant", "year", "sex");
    static final List<String> SMALL_AREAS = List.of("small-area", "name", "area", "fifth");
    static final List<String> SEEN = List.of("small-area", "count");
    private static final List<String> RATES = List.of("age", "sex", "fifth", "events", "people", "rate", "low", "high");

    private final Tables tables;

    PeopleTables(Reading reading) {
        this.tables = new Tables(reading);
    }

    /** Lines of a table, each read from its cells and its people by age. */
    private record Wide<T>(List<Integer> ages, List<T> lines) {}

    private interface Line<T> {
        T of(Table table, CsvRecord row, List<Double> people);
    }

    /** Ages and groups of the population; the year and all else are added by the caller. */
    Population population(@Nullable Written file, String path) {
        Wide<Group> wide = wide(
                file,
                path,
                POPULATION,
                (table, row, people) ->
                        new Group(row.getField(0).strip(), fifth(table, row, 1), sex(table, row, 2), people));
        return new Population(
                0,
                new LinkedHashMap<>(),
                wide.ages,
                wide.lines,
                null,
                new LinkedHashMap<>(),
                null,
                null,
                Provenance.UNSIGNED_GUESS);
    }

    Growth growth(Written file, String path) {
        Wide<Growth.Projected> wide = wide(
                file,
                path,
                GROWTH,
                (table, row, people) -> new Growth.Projected(
                        row.getField(0).strip(),
                        whole(table, row, 1, "a year such as 2021"),
                        sex(table, row, 2),
                        people));
        return new Growth(wide.ages, wide.lines);
    }

    SmallAreas smallAreas(Written file, String path) {
        Wide<SmallAreas.Neighbourhood> wide = wide(
                file,
                path,
                SMALL_AREAS,
                (table, row, people) -> new SmallAreas.Neighbourhood(
                        row.getField(0).strip(),
                        row.getField(1).strip(),
                        row.getField(2).strip(),
                        fifth(table, row, 3),
                        people));
        return new SmallAreas(wide.ages, wide.lines);
    }

    private <T> Wide<T> wide(@Nullable Written file, String path, List<String> keys, Line<T> line) {
        Table table = file == null ? null : tables.open(file, path);
        if (table == null) {
            return new Wide<>(List.of(0), List.of());
        }
        List<Integer> ages = new ArrayList<>();
        boolean headed = table.header().size() > keys.size()
                && table.header().subList(0, keys.size()).equals(keys);
        for (int c = keys.size(); headed && c < table.header().size(); c++) {
            String age = table.header().get(c);
            headed = age.matches("\\d{1,3}");
            ages.add(headed ? Integer.parseInt(age) : 0);
        }
        if (!headed) {
            tables.fault(
                    table,
                    1,
                    path,
                    "the columns are %s".formatted(String.join(",", table.header())),
                    "write %s, then a column for each age, headed by the lowest age it counts, such as 0,1,2"
                            .formatted(String.join(",", keys)));
            return new Wide<>(List.of(0), List.of());
        }
        List<T> lines = new ArrayList<>();
        for (CsvRecord row : table.rows()) {
            List<Double> people = new ArrayList<>();
            for (int c = keys.size(); c < table.header().size(); c++) {
                people.add(
                        tables.number(table, row, c, table.header().get(c), "how many people there are, such as 812"));
            }
            lines.add(line.of(table, row, people));
        }
        if (lines.isEmpty()) {
            tables.fault(table, 1, path, "the table has no rows", "write at least one");
        }
        return new Wide<>(ages, lines);
    }

    /** What was counted in neighbourhoods. */
    List<Need.Seen> seen(@Nullable Written file, String path) {
        Table table = file == null ? null : tables.open(file, path);
        if (table == null) {
            return List.of();
        }
        if (!table.header().equals(SEEN)) {
            tables.fault(
                    table,
                    1,
                    path,
                    "the columns are %s".formatted(String.join(",", table.header())),
                    "write " + String.join(",", SEEN));
            return List.of();
        }
        return table.rows().stream()
                .map(row -> new Need.Seen(
                        row.getField(0).strip(),
                        tables.number(table, row, 1, "count", "how many were counted, such as 41")))
                .toList();
    }

    /** Rates of a need. */
    Rates rates(@Nullable Written file, String path) {
        Table table = file == null ? null : tables.open(file, path);
        if (table == null) {
            return standIn();
        }
        SequencedMap<String, Integer> columns = new LinkedHashMap<>();
        for (String column : table.header()) {
            columns.putIfAbsent(column, columns.size());
        }
        boolean counted = columns.containsKey("events") && columns.containsKey("people");
        boolean told = columns.containsKey("rate") && columns.containsKey("low") == columns.containsKey("high");
        boolean mixed = columns.containsKey("events") && columns.containsKey("rate");
        if (!columns.containsKey("age")
                || counted == told
                || mixed
                || columns.size() != table.header().size()
                || !RATES.containsAll(columns.keySet())) {
            tables.fault(
                    table,
                    1,
                    path,
                    "the columns are %s".formatted(String.join(",", table.header())),
                    "write age, then sex and fifth where they are told apart, then events,people, or rate (for 1,000 people a"
                            + " year), or rate,low,high");
            return standIn();
        }
        List<Rates.Line> lines = new ArrayList<>();
        for (CsvRecord row : table.rows()) {
            lines.add(new Rates.Line(
                    whole(table, row, columns.getOrDefault("age", 0), "the lowest age, such as 65"),
                    columns.containsKey("sex") ? sex(table, row, columns.getOrDefault("sex", 0)) : null,
                    columns.containsKey("fifth") ? fifth(table, row, columns.getOrDefault("fifth", 0)) : 0,
                    known(table, row, columns)));
        }
        if (lines.isEmpty()) {
            tables.fault(table, 1, path, "the table has no rows", "write at least one");
            return standIn();
        }
        return new Rates(lines);
    }

    private static Rates standIn() {
        return new Rates(List.of(new Rates.Line(0, null, 0, new Rates.Known.Told(1, 1, 1))));
    }

    private Rates.Known known(Table table, CsvRecord row, SequencedMap<String, Integer> columns) {
        if (columns.containsKey("events")) {
            double people = cell(table, row, columns, "people", "how many people were counted");
            if (people <= 0) {
                tables.fault(table, line(row), "people", "nobody was counted", "leave the line out, or write how many");
                people = 1;
            }
            return new Rates.Known.Counted(cell(table, row, columns, "events", "how many events there were"), people);
        }
        double rate = cell(table, row, columns, "rate", "a rate for 1,000 people a year, such as 52.1") / 1000;
        if (!columns.containsKey("low")) {
            return new Rates.Known.Told(rate, rate, rate);
        }
        double low = cell(table, row, columns, "low", "the lower end of the 95% interval") / 1000;
        double high = cell(table, row, columns, "high", "the upper end of the 95% interval") / 1000;
        if (!(low <= rate && rate <= high)) {
            tables.fault(
                    table,
                    line(row),
                    "rate",
                    "the rate lies outside its own interval",
                    "write low, rate and high in ascending order");
            return new Rates.Known.Told(rate, rate, rate);
        }
        return new Rates.Known.Told(rate, low, high);
    }

    private double cell(
            Table table, CsvRecord row, SequencedMap<String, Integer> columns, String column, String right) {
        return tables.number(table, row, columns.getOrDefault(column, 0), column, right);
    }

    private int whole(Table table, CsvRecord row, int index, String right) {
        double number = tables.number(table, row, index, table.header().get(index), right);
        if (number != Math.rint(number) || number > 9999) {
            tables.fault(
                    table,
                    line(row),
                    table.header().get(index),
                    "\"%s\" is not a whole number".formatted(row.getField(index).strip()),
                    "write " + right);
            return 1;
        }
        return (int) number;
    }

    private int fifth(Table table, CsvRecord row, int index) {
        String text = row.getField(index).strip();
        if (text.matches("[1-" + Population.FIFTHS + "]")) {
            return Integer.parseInt(text);
        }
        tables.fault(
                table,
                line(row),
                "fifth",
                "\"%s\" is not a fifth of deprivation".formatted(text),
                "write 1 (most deprived) to 5 (least deprived)");
        return 1;
    }

    private Sex sex(Table table, CsvRecord row, int index) {
        String text = row.getField(index).strip();
        for (Sex sex : Sex.values()) {
            if (sex.word().equals(text)) {
                return sex;
            }
        }
        tables.fault(
                table,
                line(row),
                "sex",
                "\"%s\" is not one of the words known here".formatted(text),
                "write female or male");
        return Sex.FEMALE;
    }

    private static int line(CsvRecord row) {
        return (int) row.getStartingLineNumber();
    }
}
