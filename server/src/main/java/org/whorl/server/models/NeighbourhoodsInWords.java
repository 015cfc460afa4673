package org.whorl.server.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.whorl.draw.Figure;
import org.whorl.draw.Reading;
import org.whorl.draw.Tiles;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Need;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** Neighbourhoods in words, as a table and as tiles. */
public final class NeighbourhoodsInWords {

    private static final int HIGHEST = 5;

    private final Screen s;
    private final Need need;
    private final Map<String, Name> areas;
    private final Neighbourhoods.Told told;
    private final Form form;
    private final Words words;
    private final boolean counted;
    private final List<Neighbourhoods.Row> chosen;

    NeighbourhoodsInWords(Screen s, Need need, Map<String, Name> areas, Neighbourhoods.Told told, Form form) {
        this.s = s;
        this.need = need;
        this.areas = areas;
        this.told = told;
        this.form = form;
        words = s.language().words();
        counted = form.value("show").equals("counted");
        String sought = form.value("q").toLowerCase(Locale.ROOT);
        chosen = told.rows().stream()
                .filter(row ->
                        form.value("area").isEmpty() || form.value("area").equals(row.area()))
                .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(sought))
                .sorted(order())
                .toList();
    }

    /**
     * A line of the table.
     *
     * @param name of the neighbourhood
     * @param area in which larger place
     * @param fifth of deprivation
     * @param people who live there
     * @param rate expected for 1,000 of them
     * @param expected for all of them
     * @param seen how many were counted; empty where nobody counted
     * @param times what was counted next to what was expected; empty where nobody counted
     * @param borrowed is the rate the larger place's?
     * @param timesBorrowed is what was counted next to what was expected the larger place's?
     */
    public record Line(
            String name,
            String area,
            String fifth,
            String people,
            String rate,
            String expected,
            String seen,
            String times,
            boolean borrowed,
            boolean timesBorrowed) {}

    /** What is needed. */
    public String name() {
        return need.name().in(s.language().code());
    }

    /** What is counted. */
    public String unit() {
        return need.unit().in(s.language().code());
    }

    /** Where the rates come from. */
    public String source() {
        return String.valueOf(need.provenance().source());
    }

    /** When they are from. */
    public String date() {
        return String.valueOf(need.provenance().date());
    }

    /** Did anybody count in neighbourhoods? */
    public boolean isCounted() {
        return counted;
    }

    /** Is there nothing that was looked for? */
    public boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** What it comes to, in a sentence. */
    public String sentence() {
        List<Neighbourhoods.Row> known = known();
        if (known.isEmpty()) {
            return s.say("places.none-told");
        }
        Neighbourhoods.Row most = known.getFirst();
        Neighbourhoods.Row least = known.getLast();
        return s.say(
                counted ? "places.sentence.counted" : "places.sentence",
                name(),
                words.middle(Unit.NUMBER, figure(least)),
                least.name(),
                words.middle(Unit.NUMBER, figure(most)),
                most.name());
    }

    /** Where it is highest, a line each. */
    public List<String> highest() {
        return known().stream()
                .limit(HIGHEST)
                .map(row -> s.say(
                        counted ? "places.one.counted" : "places.one",
                        row.name(),
                        area(row.area()),
                        words.value(Unit.NUMBER, figure(row))))
                .toList();
    }

    /** Could those where it is highest stand in another order, for all that is known? */
    public boolean couldBeInAnotherOrder() {
        List<Neighbourhoods.Row> top = known().stream().limit(HIGHEST).toList();
        return top.size() > 1
                && figure(top.getLast()).hasInterval()
                && figure(top.getLast()).high() >= figure(top.getFirst()).low();
    }

    /** Each neighbourhood that was looked for. */
    public List<Line> lines() {
        return chosen.stream()
                .map(row -> new Line(
                        row.name(),
                        area(row.area()),
                        s.say("need.fifth." + row.fifth()),
                        s.number(row.people()),
                        row.rate().known() ? words.value(Unit.NUMBER, row.rate()) : s.say("places.nobody"),
                        row.expected().known() ? words.value(Unit.NUMBER, row.expected()) : "*",
                        row.seen().map(s::number).orElse(""),
                        row.times().known() ? words.value(Unit.NUMBER, row.times()) : "",
                        row.borrowed(),
                        row.timesBorrowed()))
                .toList();
    }

    /** Each larger place. */
    public List<Line> totals() {
        return told.totals().stream()
                .map(total -> new Line(
                        area(total.area()),
                        "",
                        "",
                        s.number(total.people()),
                        total.rate().known() ? words.value(Unit.NUMBER, total.rate()) : s.say("places.nobody"),
                        "",
                        total.seen().map(s::number).orElse(""),
                        "",
                        false,
                        false))
                .toList();
    }

    /** The neighbourhoods as tiles, with their numbers. */
    public String grid() {
        SequencedMap<String, List<Tiles.Tile>> groups = new LinkedHashMap<>();
        told.totals().forEach(total -> groups.put(total.area(), new ArrayList<>()));
        for (Neighbourhoods.Row row : chosen) {
            groups.computeIfAbsent(row.area(), _ -> new ArrayList<>())
                    .add(new Tiles.Tile(row.name(), figure(row), isBorrowed(row)));
        }
        List<Tiles.Group> drawn = groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Tiles.Group(area(group.getKey()), group.getValue()))
                .toList();
        return new Figure(
                        "tiles",
                        new Tiles(
                                words,
                                s.say("places.grid", name()),
                                sentence() + " " + s.say("places.grid.order." + ordered()),
                                s.say(counted ? "places.measure.counted" : "places.measure", unit()),
                                Unit.NUMBER,
                                s.say("need.area"),
                                drawn))
                .html();
    }

    /** The address of the same in another order. */
    public String inOrder(String order) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (String field : List.of("need", "area", "age", "show", "q")) {
            if (!form.value(field).isEmpty()) {
                asked.put(field, form.value(field));
            }
        }
        asked.put("order", order);
        return asked.entrySet().stream()
                .map(each -> each.getKey() + "=" + Tried.encoded(each.getValue()))
                .collect(Collectors.joining("&", "?", "#table"));
    }

    /** In which order they stand. */
    public String ordered() {
        return NeighbourhoodPages.ORDERS.contains(form.value("order")) ? form.value("order") : "highest";
    }

    /** Those whose own figure is told, the highest first. */
    private List<Neighbourhoods.Row> known() {
        return chosen.stream()
                .filter(row -> figure(row).known() && !isBorrowed(row))
                .sorted(Comparator.comparingDouble(
                        (Neighbourhoods.Row row) -> -figure(row).value()))
                .toList();
    }

    private Comparator<Neighbourhoods.Row> order() {
        Comparator<Neighbourhoods.Row> byName =
                Comparator.comparing(Neighbourhoods.Row::name, s.texts().order());
        return switch (ordered()) {
            case "name" -> byName;
            case "fifth" -> Comparator.comparingInt(Neighbourhoods.Row::fifth).thenComparing(byName);
            case "area" ->
                Comparator.comparing(
                                (Neighbourhoods.Row row) -> area(row.area()),
                                s.texts().order())
                        .thenComparing(byName);
            default ->
                Comparator.comparingDouble((Neighbourhoods.Row row) ->
                                figure(row).known() ? -figure(row).value() : Double.MAX_VALUE)
                        .thenComparing(byName);
        };
    }

    private Reading figure(Neighbourhoods.Row row) {
        return counted ? row.times() : row.rate();
    }

    private boolean isBorrowed(Neighbourhoods.Row row) {
        return counted ? row.timesBorrowed() : row.borrowed();
    }

    private String area(String id) {
        Name name = areas.get(id);
        return name == null ? id : name.in(s.language().code());
    }
}
