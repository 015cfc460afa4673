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
import org.whorl.engine.model.Scenario;

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

    /** Where more work comes than can be done: queues that grow, and queues that hold because people give up. */
    private void overloaded(Html out, List<Load> loads) {
        over(out, "capacity.growing", loads.stream().filter(Load::growing).toList());
        over(
                out,
                "capacity.giving-up",
                loads.stream().filter(l -> l.overloaded() && !l.growing()).toList());
    }

    private void over(Html out, String key, List<Load> loads) {
        if (!loads.isEmpty()) {
            List<String> names =
                    loads.stream().map(load -> edition.service(load.service())).toList();
            out.element("p", edition.say().count(key, names.size(), Edition.list(names)), "class", "care");
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
            double missing = load.target().get().mean() - load.mean();
            Reading reading = edition.unsure(Scenario.BASE, subject(load), Field.DELAY_TARGET_PLACES)
                    .filter(e -> e.low() < e.high())
                    .map(e -> Reading.of(missing, e.low() - load.mean(), e.high() - load.mean()))
                    .orElse(Reading.of(missing));
            bars.add(new Bars.Bar(edition.service(load.service()), reading));
            if (missing > 0) {
                sentences.add(edition.say(
                        "capacity.missing-places",
                        edition.service(load.service()),
                        edition.words().middle(Unit.NUMBER, reading)));
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
            grid.row(edition.service(load.service()))
                    .cell(load.places(edition))
                    .cell(edition.base()
                            .find(subject(load), Field.OCCUPANCY)
                            .map(e -> amounts.middle(Field.OCCUPANCY, e))
                            .orElse(edition.say("value.none")));
            if (formulas) {
                grid.cell(cell(Field.OFFERED_LOAD, load))
                        .cell(cell(Field.DELAY_TARGET_PLACES, load))
                        .cell(cell(Field.LEAST_COST_PLACES, load))
                        .cell(enough(load));
            }
        }
        grid.write(out);
        if (formulas) {
            out.element("p", edition.say("capacity.formulas"));
            if (edition.tellsUnsure()) {
                out.element("p", edition.say("capacity.unsure"));
            }
        }
    }

    private String enough(Load load) {
        if (load.growing()) {
            return edition.say("capacity.no-growing");
        }
        return load.offered().isEmpty()
                ? edition.say("value.none")
                : edition.say(load.overloaded() ? "capacity.no-giving-up" : "capacity.yes");
    }

    private static Subject subject(Load load) {
        return Subject.service(load.service().id());
    }

    /** What the formulas say, with the interval that not knowing the numbers leaves. */
    private String cell(Field field, Load load) {
        Optional<Estimate> formula = edition.formula(subject(load), field);
        if (formula.isEmpty()) {
            return edition.say("value.none");
        }
        String middle = amounts.middle(field, formula.get());
        return edition.unsure(Scenario.BASE, subject(load), field)
                .map(e -> amounts.interval(field, e))
                .filter(interval -> !interval.isEmpty())
                .map(interval -> middle + " (" + interval + ")")
                .orElse(middle);
    }
}
