package org.whorl.files.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Service;

/** Every figure of every service and every count with its interval, and what the formulas say beside the simulation. */
final class ServicesInFull implements Section {

    private static final List<Field> OVERVIEW =
            List.of(Field.WAITING, Field.WAIT, Field.WAIT_P95_POOLED, Field.OCCUPANCY, Field.BLOCKED);

    private final Edition edition;
    private final Amounts amounts;

    ServicesInFull(Edition edition) {
        this.edition = edition;
        amounts = edition.amounts();
    }

    @Override
    public String id() {
        return "services";
    }

    @Override
    public void write(Html out) {
        out.element("p", edition.say("services.say"));
        overview(out);
        // The formulas stand at the numbers' own values and are no match for a mean over what else these might be.
        if (edition.answer().sources().isEmpty()) {
            edition.instant().ifPresent(_ -> new TwoTiers(edition).write(out));
        }
        out.element("h3", edition.say("services.all"));
        out.element("p", edition.say("services.p95"));
        for (Service service : edition.model().services()) {
            inFull(out, Subject.service(service.id()));
        }
        measures(out);
    }

    /** The counts in every scenario, a table for each of their figures. */
    private void measures(Html out) {
        if (edition.model().measures().isEmpty()) {
            return;
        }
        out.open("details", "class", "w-numbers");
        out.element("summary", edition.say("services.measures"));
        for (Field field : List.of(Field.MEAN, Field.MEDIAN, Field.P95, Field.P_CRISIS)) {
            Grid grid = scenarios(edition.say("services.in-full", edition.field(field)), edition.say("column.measure"));
            for (Measure measure : edition.model().measures()) {
                Subject subject = Subject.measure(measure.id());
                if (edition.base().find(subject, field).isPresent()) {
                    row(grid, edition.measure(measure), subject, field);
                }
            }
            grid.write(out);
        }
        out.close("details");
    }

    private Grid scenarios(String caption, String first) {
        List<String> headers = new ArrayList<>(List.of(first));
        edition.scenarios().forEach(id -> headers.add(edition.scenario(id)));
        return new Grid(caption, headers);
    }

    private void row(Grid grid, String name, Subject subject, Field field) {
        grid.row(name);
        for (String id : edition.scenarios()) {
            Optional<Estimate> found = edition.outcome(id).figures().find(subject, field);
            grid.cell(found.map(e -> amounts.full(field, e)).orElse(edition.say("value.none")));
        }
    }

    private void overview(Html out) {
        List<String> headers = new ArrayList<>(List.of(edition.say("column.service")));
        OVERVIEW.forEach(field -> headers.add(edition.field(field)));
        Grid grid = new Grid(edition.say("services.overview"), headers);
        for (Service service : edition.model().services()) {
            Subject subject = Subject.service(service.id());
            grid.row(edition.service(service));
            for (Field field : OVERVIEW) {
                grid.cell(edition.base()
                        .find(subject, field)
                        .map(e -> amounts.full(field, e))
                        .orElse(edition.say("value.none")));
            }
        }
        grid.write(out);
    }

    private void inFull(Html out, Subject subject) {
        Set<Field> fields = new LinkedHashSet<>();
        edition.scenarios()
                .forEach(id -> fields.addAll(Edition.fields(edition.outcome(id).figures(), subject)));
        if (fields.isEmpty()) {
            return;
        }
        String name = edition.subject(subject);
        Grid grid = scenarios(edition.say("services.in-full", name), edition.say("column.figure"));
        fields.forEach(field -> row(grid, edition.field(field), subject, field));
        out.open("details", "class", "w-numbers");
        out.element("summary", name);
        grid.write(out);
        out.close("details");
    }
}
