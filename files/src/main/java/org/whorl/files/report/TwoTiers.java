package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Scenario;

/**
 * The same question answered twice: by playing people through, and by formulas. Where the two differ by more than chance
 * and more than the formulas' own error, the report says so. The two kinds of interval stand in columns of their own.
 */
final class TwoTiers {

    /** The formulas' stated error on queues that are in their scope, as a share. */
    private static final double ERROR_OF_FORMULAS = 0.06;

    /** Less than a twentieth of a person or a day is no difference to anybody. */
    private static final double NO_MATTER = 0.05;

    private static final List<Field> COMPARED = List.of(Field.WAITING, Field.WAIT, Field.OCCUPANCY);

    private final Edition edition;
    private final Amounts amounts;

    TwoTiers(Edition edition) {
        this.edition = edition;
        amounts = edition.amounts();
    }

    void write(Html out) {
        out.element("h3", edition.say("tiers.heading"));
        out.element("p", edition.say("tiers.say"));
        List<Row> rows = new ArrayList<>();
        List<Grid> grids = new ArrayList<>();
        List<Subject> measures = edition.model().measures().stream()
                .map(m -> Subject.measure(m.id()))
                .toList();
        List<Subject> services = edition.model().services().stream()
                .map(s -> Subject.service(s.id()))
                .toList();
        grids.add(grid(Field.MEAN, measures, "column.measure", rows));
        COMPARED.forEach(field -> grids.add(grid(field, services, "column.service", rows)));
        long compared = rows.stream().filter(Row::both).count();
        long apart = rows.stream().filter(row -> row.both() && !row.agrees()).count();
        if (compared > 0) {
            out.element(
                    "p",
                    edition.say(
                            apart == 0 ? "tiers.all-agree" : "tiers.some-differ",
                            edition.whole(compared),
                            edition.whole(apart)));
        }
        grids.forEach(grid -> grid.write(out));
        edition.changes().forEach(scenario -> change(out, scenario));
        out.element("p", edition.say("tiers.never-mixed"));
    }

    /** What a scenario comes to, and what it changes, answered twice. */
    private void change(Html out, String scenario) {
        List<Twice> figures = Twice.all(edition, scenario);
        if (figures.isEmpty()) {
            return;
        }
        Grid grid = new Grid(
                edition.say(
                        "tiers.table", edition.name(edition.outcome(scenario).name())),
                List.of(
                        edition.say("column.measure"),
                        edition.say("tiers.simulation"),
                        edition.say("tiers.formula"),
                        edition.say("tiers.agree")));
        for (Twice figure : figures) {
            grid.row(figure.name())
                    .cell(figure.played())
                    .cell(figure.formula())
                    .cell(edition.say(figure.agrees() ? "tiers.yes" : "tiers.no"));
        }
        long apart = figures.stream().filter(figure -> !figure.agrees()).count();
        out.element(
                "p",
                edition.say(
                        apart == 0 ? "tiers.all-agree" : "tiers.some-differ",
                        edition.whole(figures.size()),
                        edition.whole(apart)));
        grid.write(out);
    }

    /** One figure answered twice. */
    private record Row(Subject subject, Estimate played, Optional<Estimate> formula) {
        boolean both() {
            return formula.isPresent() && !Double.isNaN(formula.get().mean()) && !Double.isNaN(played.mean());
        }

        boolean agrees() {
            return both() && agree(played, formula.orElseThrow());
        }

        /** Nothing at all in both: not worth a line. */
        boolean empty() {
            return played.mean() == 0 && formula.map(Estimate::mean).orElse(0.0) == 0;
        }
    }

    private Grid grid(Field field, List<Subject> subjects, String first, List<Row> all) {
        Grid grid = new Grid(
                edition.say("tiers.table", edition.field(field)),
                List.of(
                        edition.say(first),
                        edition.say("tiers.simulation"),
                        edition.say("tiers.chance"),
                        edition.say("tiers.formula"),
                        edition.say("tiers.numbers"),
                        edition.say("tiers.agree")));
        for (Subject subject : subjects) {
            Optional<Estimate> played = edition.base().find(subject, field);
            if (played.isEmpty()) {
                continue;
            }
            Row row = new Row(subject, played.get(), edition.formula(subject, field));
            if (row.empty()) {
                continue;
            }
            all.add(row);
            grid.row(edition.subject(subject))
                    .cell(amounts.middle(field, row.played()))
                    .cell(amounts.interval(field, row.played()))
                    .cell(row.formula().map(e -> amounts.middle(field, e)).orElse(absent(subject)))
                    .cell(edition.unsure(Scenario.BASE, subject, field)
                            .map(e -> amounts.interval(field, e))
                            .orElse(""))
                    .cell(
                            row.both()
                                    ? edition.say(row.agrees() ? "tiers.yes" : "tiers.no")
                                    : edition.say("value.none"));
        }
        return grid;
    }

    private String absent(Subject subject) {
        return edition.say(edition.unstable(subject.id()) ? "tiers.no-average" : "value.none");
    }

    static boolean agree(Estimate played, Estimate formula) {
        double gap = Math.abs(formula.mean() - played.mean());
        double chance = Double.isNaN(played.halfWidth()) ? 0 : played.halfWidth();
        return gap <= Math.max(NO_MATTER, chance + ERROR_OF_FORMULAS * Math.abs(played.mean()));
    }
}
