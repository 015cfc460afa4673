package org.whorl.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.whorl.engine.allocation.ShiftLeft;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Compensation;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.ledger.Statement;
import org.whorl.engine.model.Model;
import org.whorl.files.Columns;
import org.whorl.files.FigureText;

/** What {@code whorl ledger} prints for people. */
final class LedgerText {

    private final Answer answer;
    private final Groups groups;
    private final Model model;
    private final PrintWriter out;

    LedgerText(Answer answer, Groups groups, PrintWriter out) {
        this.answer = answer;
        this.groups = groups;
        model = answer.model();
        this.out = out;
    }

    void print(List<Statement> statements) {
        out.printf(
                "%s: %d days from %s, %s, prices of %s%n",
                model.name().en(),
                model.time().days(),
                model.time().start(),
                answer.tier() == Answer.Tier.INSTANT
                        ? "by formulas; intervals are what is not known of the numbers"
                        : "%d replications; intervals are chance alone".formatted(answer.replications()),
                model.money().priceYear());
        out.printf(
                "The three columns are three ways of looking at the same services. They are never added.%n%nAs it stands%n%n");
        standing(answer.base().figures());
        left(answer.base());
        Pence sum = Pence.sum(statements.getFirst().before().balances().values());
        out.printf(
                "  The books have %d entries and come to %s.%n",
                statements.getFirst().before().entries().size(), sum);
        statements.forEach(this::statement);
        answer.notes().forEach(note -> out.printf("%nNote: %s%n", note.message()));
    }

    private void standing(Figures figures) {
        Columns columns = new Columns("thousand pounds", "cash", "cash when steps close", "value of days used");
        model.partners().forEach(partner -> row(columns, partner.name().en(), figures, Subject.partner(partner.id())));
        row(columns, "all together", figures, Subject.system());
        out.print(columns.text());
        Columns agreements = new Columns("by agreement, thousand pounds (below 0: received)", "cash");
        figures.estimates().forEach((subject, fields) -> {
            if (subject.group() == Subject.Group.AGREEMENTS && fields.containsKey(Field.CASH)) {
                agreements.row(List.of(
                        subject.about() + ": " + subject.payer(),
                        FigureText.of(Field.CASH, Objects.requireNonNull(fields.get(Field.CASH)))));
            }
        });
        if (!agreements.isEmpty()) {
            out.println();
            out.print(agreements.text());
        }
    }

    private static void row(Columns columns, String name, Figures figures, Subject subject) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (Field field : List.of(Field.CASH, Field.CASH_WHEN_STEPS_CLOSE, Field.CAPACITY)) {
            cells.add(figures.find(subject, field)
                    .map(e -> FigureText.of(field, e))
                    .orElse(""));
        }
        columns.row(cells);
    }

    private void left(Outcome outcome) {
        ShiftLeft.of(model, outcome)
                .ifPresent(left -> out.printf(
                        "%n  Share of spending outside hospital: %.1f %% (of the services the partners have placed).%n",
                        100 * left.index()));
    }

    private void statement(Statement statement) {
        Outcome outcome = Objects.requireNonNull(answer.scenarios().get(statement.scenario()));
        out.printf("%n%s (%s), compared with that%n%n", outcome.name().en(), statement.scenario());
        Columns columns = new Columns(
                "thousand pounds more", "cash", "cash when steps close", "value of days used", "chance to pay more, %");
        for (Statement.Row row : statement.rows()) {
            columns.row(List.of(
                    row.partner().isEmpty()
                            ? "all together"
                            : model.findPartner(row.partner())
                                    .orElseThrow()
                                    .name()
                                    .en(),
                    FigureText.of(Field.CASH, row.cash()),
                    FigureText.of(Field.CASH_WHEN_STEPS_CLOSE, row.whenStepsClose()),
                    FigureText.of(Field.CAPACITY, row.capacity()),
                    row.worse().map(e -> FigureText.of(Field.P_MORE_CASH, e)).orElse("")));
        }
        out.print(columns.text());
        carers(statement);
        left(outcome);
        byTag(statement.scenario());
        out.printf("%n  So that nobody is worse off than it can bear:%n");
        found("the least that changes hands", statement.smallest());
        found("everyone gains the same", statement.equal());
        found("in proportion to what each pays today", statement.inProportion());
    }

    private void carers(Statement statement) {
        if (statement.carers().isEmpty()) {
            out.printf("%n  The model says nothing of unpaid carers' hours. That does not mean there are none.%n");
            return;
        }
        double mean =
                statement.carers().values().stream().mapToDouble(Estimate::mean).sum();
        out.printf(
                "%n  Unpaid carers: %+,.0f hours in this time, beside people in care and those who wait at home; who gave up"
                        + " waiting is not counted. Nobody pays for these hours, and they are in no column.%n",
                mean);
    }

    /** Who waits less and who waits more; a note where the interval lies on both sides of nothing. */
    private void byTag(String scenario) {
        groups.byTag().forEach((tag, split) -> {
            out.println();
            Columns columns = new Columns(
                    "%s, by %s".formatted(groups.measure(), tag), "as it stands", "more (below 0: fewer)", "");
            SequencedMap<String, Estimate> now = split.counts(answer);
            split.effects(answer, scenario)
                    .forEach((group, change) -> columns.row(List.of(
                            group,
                            FigureText.of(Field.MEAN, Objects.requireNonNull(now.get(group))),
                            FigureText.of(Field.MEAN, change),
                            change.low() <= 0 && change.high() >= 0 ? "cannot tell" : "")));
            out.print(columns.text());
        });
    }

    private void found(String how, Compensation.Found found) {
        switch (found) {
            case Compensation.Agreed agreed -> {
                List<String> parts = new ArrayList<>();
                agreed.received().forEach((partner, pence) -> {
                    if (pence.amount() != 0) {
                        String name =
                                model.findPartner(partner).orElseThrow().name().en();
                        parts.add(
                                pence.amount() > 0
                                        ? "%s gets %s".formatted(name, pence)
                                        : "%s pays %s".formatted(name, pence.negated()));
                    }
                });
                out.printf("    %s: %s%n", how, parts.isEmpty() ? "nothing has to be paid" : String.join("; ", parts));
            }
            case Compensation.Impossible(String why, Pence _) -> out.printf("    %s: not possible. %s%n", how, why);
        }
    }
}
