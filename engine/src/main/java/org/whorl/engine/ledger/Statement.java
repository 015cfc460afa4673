package org.whorl.engine.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Scenario;

/**
 * What one scenario does to everybody's money beside the model as it stands: each partner's three columns and how sure,
 * the books to the penny, what those give who are not paid, and the payments that would leave nobody worse off.
 *
 * @param scenario which one
 * @param rows partners in the model's order; all of them together come last
 * @param carers by service the unpaid carers' hours more, below 0 fewer; over the measured time
 * @param before the books of the model as it stands
 * @param after the books of the scenario
 * @param smallest the least payments after which nobody is worse off than it can bear
 * @param equal payments after which everyone gains the same
 * @param inProportion payments after which everyone gains in proportion to what it pays today
 */
public record Statement(
        String scenario,
        List<Row> rows,
        SequencedMap<String, Estimate> carers,
        Books before,
        Books after,
        Compensation.Found smallest,
        Compensation.Found equal,
        Compensation.Found inProportion) {

    /**
     * One partner's line: pounds more than as things stand, below 0 for less.
     *
     * @param partner its id; empty for all together
     * @param cash this year
     * @param whenStepsClose the same once every step that is no longer needed has closed
     * @param capacity what the places people use more would cost; not cash
     * @param worse the chance that its cash is higher than as things stand; empty where nobody asked
     */
    public record Row(
            String partner, Estimate cash, Estimate whenStepsClose, Estimate capacity, Optional<Estimate> worse) {}

    public Statement {
        rows = List.copyOf(rows);
        carers = new LinkedHashMap<>(carers);
    }

    /**
     * Reads a statement out of an answer of either tier.
     *
     * @param payments agreed beside, such as what closing costs once
     * @throws IllegalArgumentException if the answer has no such scenario, or if it is the model as it stands
     */
    public static Statement of(Answer answer, String scenario, List<Payment> payments) {
        if (scenario.equals(Scenario.BASE) || !answer.differences().containsKey(scenario)) {
            throw new IllegalArgumentException("There is no change called %s in this answer; there are: %s"
                    .formatted(scenario, String.join(", ", answer.differences().keySet())));
        }
        Model model = answer.model();
        Figures change = answer.differences().getOrDefault(scenario, new Figures(new LinkedHashMap<>()));
        SequencedMap<String, Double> paid = new LinkedHashMap<>(Payment.paid(payments));
        List<Row> rows = new ArrayList<>();
        for (Partner partner : model.partners()) {
            rows.add(row(partner.id(), change, Subject.partner(partner.id()), paid.getOrDefault(partner.id(), 0.0)));
        }
        rows.add(row(
                "",
                change,
                Subject.system(),
                paid.values().stream().mapToDouble(Double::doubleValue).sum()));
        SequencedMap<String, Estimate> carers = new LinkedHashMap<>();
        model.services()
                .forEach(service -> change.find(Subject.service(service.id()), Field.CARERS_HOURS)
                        .ifPresent(hours -> carers.put(service.id(), hours)));
        Books before = Books.of(model, answer.base().figures(), Field.CASH, List.of());
        Books after = Books.of(model, outcome(answer, scenario), Field.CASH, payments);
        SequencedMap<String, Pence> net = new LinkedHashMap<>();
        SequencedMap<String, Pence> bearable = new LinkedHashMap<>();
        SequencedMap<String, Double> puts = new LinkedHashMap<>();
        for (Partner partner : model.partners()) {
            String id = partner.id();
            net.put(id, after.balance(id).minus(before.balance(id)));
            bearable.put(id, Pence.ofPounds(model.agreements().limits().worse().getOrDefault(id, 0.0)));
            puts.put(id, Math.max(0, -before.balance(id).pounds()));
        }
        Compensation compensation = new Compensation(net, bearable);
        return new Statement(
                scenario,
                rows,
                carers,
                before,
                after,
                compensation.smallest(),
                compensation.equalShare(),
                compensation.inProportion(puts));
    }

    private static Figures outcome(Answer answer, String scenario) {
        return Optional.ofNullable(answer.scenarios().get(scenario))
                .orElseThrow()
                .figures();
    }

    private static Row row(String partner, Figures change, Subject subject, double paid) {
        return new Row(
                partner,
                moved(change.get(subject, Field.CASH), paid),
                moved(change.get(subject, Field.CASH_WHEN_STEPS_CLOSE), paid),
                change.get(subject, Field.CAPACITY),
                paid == 0 ? change.find(subject, Field.P_MORE_CASH) : Optional.empty());
    }

    /** An estimate beside which something is paid for certain. */
    private static Estimate moved(Estimate estimate, double paid) {
        return new Estimate(
                estimate.mean() + paid,
                estimate.low() + paid,
                estimate.high() + paid,
                estimate.level(),
                estimate.kind());
    }

    /** One partner's line. */
    public Row row(String partner) {
        return rows.stream()
                .filter(row -> row.partner().equals(partner))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no partner " + partner));
    }
}
