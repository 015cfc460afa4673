package org.whorl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.whorl.engine.allocation.ShiftLeft;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Books;
import org.whorl.engine.ledger.Compensation;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.ledger.Statement;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Scenario;

/** What {@code whorl ledger --json} prints. */
final class LedgerDocument {

    private LedgerDocument() {}

    static Map<String, Object> of(Answer answer, List<Statement> statements, Groups groups) {
        SequencedMap<String, Object> root = new LinkedHashMap<>();
        root.put(
                "model", names(answer.model().name().en(), answer.model().name().cy()));
        root.put("price-year", answer.model().money().priceYear());
        root.put("tier", answer.tier().word());
        root.put("seed", answer.seed());
        root.put("replications", answer.replications());
        SequencedMap<String, Object> scenarios = new LinkedHashMap<>();
        SequencedMap<String, Object> base = of(
                answer,
                answer.base().figures(),
                Scenario.BASE,
                statements.getFirst().before());
        base.put("by-tag", groups.told(answer, null));
        scenarios.put(Scenario.BASE, base);
        for (Statement statement : statements) {
            SequencedMap<String, Object> one =
                    of(answer, scenario(answer, statement.scenario()), statement.scenario(), statement.after());
            one.put("change", change(statement));
            one.put("carers-hours", statement.carers());
            one.put("by-tag", groups.told(answer, statement.scenario()));
            one.put("compensation", compensation(statement));
            scenarios.put(statement.scenario(), one);
        }
        root.put("scenarios", scenarios);
        return root;
    }

    private static Figures scenario(Answer answer, String id) {
        return java.util.Objects.requireNonNull(answer.scenarios().get(id)).figures();
    }

    private static SequencedMap<String, Object> of(Answer answer, Figures figures, String id, Books books) {
        SequencedMap<String, Object> one = new LinkedHashMap<>();
        SequencedMap<String, Object> partners = new LinkedHashMap<>();
        for (Partner partner : answer.model().partners()) {
            partners.put(partner.id(), fields(figures, Subject.partner(partner.id())));
        }
        one.put("partners", partners);
        one.put("system", fields(figures, Subject.system()));
        for (Subject.Group group : List.of(Subject.Group.BILLS, Subject.Group.AGREEMENTS)) {
            List<Map<String, Object>> lines = new ArrayList<>();
            figures.estimates().keySet().stream()
                    .filter(subject -> subject.group() == group)
                    .forEach(subject -> {
                        SequencedMap<String, Object> line = new LinkedHashMap<>();
                        line.put(group == Subject.Group.BILLS ? "service" : "agreement", subject.about());
                        line.put("partner", subject.payer());
                        line.putAll(fields(figures, subject));
                        lines.add(line);
                    });
            one.put(group.word(), lines);
        }
        one.put("books", books(books));
        ShiftLeft.of(
                        answer.model(),
                        java.util.Objects.requireNonNull(answer.scenarios().get(id)))
                .ifPresent(left -> one.put("shift-left", left(left)));
        return one;
    }

    private static SequencedMap<String, Object> fields(Figures figures, Subject subject) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        figures.estimates()
                .getOrDefault(subject, Map.of())
                .forEach((field, estimate) -> fields.put(field.word(), estimate));
        return fields;
    }

    private static Map<String, Object> books(Books books) {
        SequencedMap<String, Object> both = new LinkedHashMap<>();
        both.put("balances", books.balances());
        both.put("sum", Pence.sum(books.balances().values()));
        both.put(
                "entries",
                books.entries().stream()
                        .map(entry -> {
                            SequencedMap<String, Object> one = new LinkedHashMap<>();
                            one.put("from", entry.from());
                            one.put("to", entry.to());
                            one.put("pounds", entry.amount());
                            one.put("about", entry.about());
                            return one;
                        })
                        .toList());
        return both;
    }

    private static Map<String, Object> left(ShiftLeft left) {
        SequencedMap<String, Object> one = new LinkedHashMap<>();
        one.put("index", left.index());
        SequencedMap<String, Object> spending = new LinkedHashMap<>();
        left.spending().forEach((setting, share) -> spending.put(setting.word(), share));
        one.put("spending", spending);
        SequencedMap<String, Object> activity = new LinkedHashMap<>();
        left.activity().forEach((setting, share) -> activity.put(setting.word(), share));
        one.put("activity", activity);
        one.put("not-placed", left.notPlaced());
        return one;
    }

    private static Map<String, Object> change(Statement statement) {
        SequencedMap<String, Object> rows = new LinkedHashMap<>();
        for (Statement.Row row : statement.rows()) {
            SequencedMap<String, Object> one = new LinkedHashMap<>();
            one.put("cash", row.cash());
            one.put("cash-when-steps-close", row.whenStepsClose());
            one.put("capacity", row.capacity());
            row.worse().ifPresent(worse -> one.put("p-more-cash", worse));
            rows.put(row.partner().isEmpty() ? "all" : row.partner(), one);
        }
        return rows;
    }

    private static Map<String, Object> compensation(Statement statement) {
        SequencedMap<String, Object> all = new LinkedHashMap<>();
        all.put("smallest", found(statement.smallest()));
        all.put("equal-share", found(statement.equal()));
        all.put("in-proportion", found(statement.inProportion()));
        return all;
    }

    private static Map<String, Object> found(Compensation.Found found) {
        SequencedMap<String, Object> one = new LinkedHashMap<>();
        switch (found) {
            case Compensation.Agreed agreed -> {
                one.put("possible", true);
                one.put("received", agreed.received());
            }
            case Compensation.Impossible(String why, Pence missing) -> {
                one.put("possible", false);
                one.put("why", why);
                one.put("missing", missing);
            }
        }
        return one;
    }

    static Map<String, Object> names(String en, String cy) {
        SequencedMap<String, Object> names = new LinkedHashMap<>();
        names.put("en", en);
        names.put("cy", cy);
        return names;
    }
}
