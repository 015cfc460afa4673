package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.answer.Subject.Group;

/** Who pays for which service, and what agreements move between the partners, line by line. */
final class BillsInFull {

    private final Edition edition;

    BillsInFull(Edition edition) {
        this.edition = edition;
    }

    void write(Html out, List<Field> columns) {
        List<Subject> lines = edition.base().estimates().keySet().stream()
                .filter(subject -> subject.group() == Group.BILLS || subject.group() == Group.AGREEMENTS)
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        out.open("details");
        out.element("summary", edition.say("money.bills"));
        out.element("p", edition.say("money.bills-say"));
        columns.forEach(field -> table(out, lines, field));
        out.close("details");
    }

    private void table(Html out, List<Subject> lines, Field field) {
        List<String> headers = new ArrayList<>(List.of(edition.say("money.bill")));
        edition.scenarios().forEach(id -> headers.add(edition.scenario(id)));
        Grid grid = new Grid(edition.say("money.bills-table", edition.field(field)), headers);
        for (Subject line : lines) {
            if (edition.base().find(line, field).isPresent()) {
                grid.row(edition.subject(line));
                edition.scenarios().forEach(id -> {
                    Figures figures = edition.outcome(id).figures();
                    grid.cell(figures.find(line, field)
                            .map(e -> edition.amounts().full(field, e))
                            .orElse(edition.say("value.none")));
                });
            }
        }
        grid.write(out);
    }
}
