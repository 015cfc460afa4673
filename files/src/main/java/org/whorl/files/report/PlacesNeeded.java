package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.draw.Bars;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;

/** How many places the work needs, how many there are, and how many would keep waiting short or cost least. */
final class PlacesNeeded implements Section {

    private final Edition edition;
    private final Amounts amounts;

    PlacesNeeded(Edition edition) {
        this.edition = edition;
        amounts = edition.amounts();
    }

    @Override
    public String id() {
        return "capacity";
    }

    @Override
    public void write(Html out) {
        List<Load> loads = Load.of(edition);
        if (loads.isEmpty()) {
            out.element("p", edition.say("capacity.unlimited"));
            return;
        }
        out.element("p", edition.say("capacity.say"));
        boolean formulas = loads.stream().anyMatch(load -> load.offered().isPresent());
        if (!formulas) {
            out.element("p", edition.say("capacity.no-formulas"));
        }
        overloaded(out, loads);
        missing(out, loads);
        table(out, loads, formulas);
    }

    private void overloaded(Html out, List<Load> loads) {
        List<String> over = loads.stream()
                .filter(Load::overloaded)
                .map(load -> edition.service(load.service()))
                .toList();
        if (!over.isEmpty()) {
            out.element("p", edition.say().count("capacity.over", over.size(), Edition.list(over)), "class", "care");
        }
    }

    /** How many more places would let nine in ten start at once. */
    private void missing(Html out, List<Load> loads) {
        List<Bars.Bar> bars = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Load load : loads) {
            if (load.target().isEmpty() || Double.isNaN(load.target().get().mean())) {
                continue;
            }
            Estimate target = load.target().get();
            double missing = target.mean() - load.mean();
            String unit = load.service().capacity().countsVisits() ? "visits" : "places";
            Reading reading = target.low() < target.high()
                    ? Reading.of(missing, target.low() - load.mean(), target.high() - load.mean())
                    : Reading.of(missing);
            bars.add(new Bars.Bar(
                    unit.equals("visits")
                            ? edition.say("capacity.bar-visits", edition.service(load.service()))
                            : edition.service(load.service()),
                    reading));
            if (missing > 0) {
                sentences.add(edition.say(
                        "capacity.missing-" + unit,
                        edition.service(load.service()),
                        edition.words().number(missing)));
            }
        }
        if (bars.isEmpty()) {
            return;
        }
        out.markup(new Bars(
                        edition.words(),
                        edition.say("capacity.chart"),
                        sentences.isEmpty()
                                ? edition.say("capacity.none-missing")
                                : edition.say("capacity.missing", Edition.list(sentences)),
                        edition.say("capacity.measure"),
                        Unit.NUMBER,
                        bars)
                .figure("places-missing"));
    }

    private void table(Html out, List<Load> loads, boolean formulas) {
        List<String> headers = new ArrayList<>(
                List.of(edition.say("column.service"), edition.say("capacity.now"), edition.field(Field.OCCUPANCY)));
        if (formulas) {
            headers.add(edition.field(Field.OFFERED_LOAD));
            headers.add(edition.field(Field.DELAY_TARGET_PLACES));
            headers.add(edition.field(Field.LEAST_COST_PLACES));
            headers.add(edition.say("capacity.enough"));
        }
        Grid grid = new Grid(edition.say("capacity.table"), headers);
        for (Load load : loads) {
            String places = load.places(edition);
            grid.row(edition.service(load.service()))
                    .cell(load.service().capacity().countsVisits() ? edition.say("capacity.visits", places) : places)
                    .cell(edition.base()
                            .find(Subject.service(load.service().id()), Field.OCCUPANCY)
                            .map(e -> amounts.full(Field.OCCUPANCY, e))
                            .orElse(edition.say("value.none")));
            if (formulas) {
                grid.cell(cell(Field.OFFERED_LOAD, load.offered()))
                        .cell(cell(Field.DELAY_TARGET_PLACES, load.target()))
                        .cell(cell(Field.LEAST_COST_PLACES, load.leastCost()))
                        .cell(
                                load.offered().isEmpty()
                                        ? edition.say("value.none")
                                        : edition.say(load.overloaded() ? "capacity.no" : "capacity.yes"));
            }
        }
        grid.write(out);
        if (formulas) {
            out.element("p", edition.say("capacity.formulas"));
        }
    }

    private String cell(Field field, Optional<Estimate> estimate) {
        return estimate.map(e -> amounts.full(field, e)).orElse(edition.say("value.none"));
    }
}
