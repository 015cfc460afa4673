package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Partner;

/**
 * One figure of a scenario, answered by formulas and by simulation.
 *
 * @param name what it is
 * @param formula what the formulas say
 * @param played what the simulation found, with the interval of chance
 * @param agrees do they agree, within chance and the formulas' stated error?
 */
public record Twice(String name, String formula, String played, boolean agrees) {

    private static final List<Field> MONEY = List.of(Field.CASH, Field.CASH_WHEN_STEPS_CLOSE, Field.CAPACITY);

    static List<Twice> all(Edition edition, String scenario) {
        List<Twice> all = new ArrayList<>();
        Outcome formulas = edition.instant()
                .map(answer -> answer.scenarios().get(scenario))
                .orElse(null);
        Figures formulaChange = edition.instant()
                .map(answer -> answer.differences().get(scenario))
                .orElse(null);
        if (edition.answer().tier() != Answer.Tier.SIMULATION || formulas == null || formulaChange == null) {
            return all;
        }
        Figures played = edition.outcome(scenario).figures();
        Figures formula = formulas.figures();
        Figures playedChange = edition.difference(scenario);
        for (Measure measure : edition.model().measures()) {
            Subject subject = Subject.measure(measure.id());
            String name = edition.measure(measure);
            value(edition, name, played, formula, subject, Field.MEAN).ifPresent(all::add);
            change(edition, edition.say("twice.change", name), playedChange, formulaChange, subject, Field.MEAN)
                    .ifPresent(all::add);
            if (measure.crisis() != null) {
                String days = edition.say(
                        measure.on() == null ? "column.crisis.day" : "column.crisis.count",
                        edition.words().number(measure.crisis()));
                value(edition, edition.say("twice.of", name, days), played, formula, subject, Field.P_CRISIS)
                        .ifPresent(all::add);
            }
        }
        for (Field field : MONEY) {
            for (Partner partner : edition.model().partners()) {
                money(edition, edition.partner(partner), playedChange, formulaChange, partner.id(), field)
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<Twice> money(
            Edition edition, String name, Figures played, Figures formula, String partner, Field field) {
        return change(
                edition,
                edition.say("twice.of", edition.field(field), name),
                played,
                formula,
                Subject.partner(partner),
                field);
    }

    private static Optional<Twice> value(
            Edition edition, String name, Figures played, Figures formula, Subject subject, Field field) {
        Amounts amounts = edition.amounts();
        return played.find(subject, field)
                .flatMap(p -> formula.find(subject, field)
                        .map(f -> new Twice(
                                name, amounts.middle(field, f), amounts.full(field, p), TwoTiers.agree(p, f))));
    }

    /** A difference; nothing at all in both is not worth a line. */
    private static Optional<Twice> change(
            Edition edition, String name, Figures played, Figures formula, Subject subject, Field field) {
        Amounts amounts = edition.amounts();
        Optional<Estimate> p = played.find(subject, field);
        Optional<Estimate> f = formula.find(subject, field);
        if (p.isEmpty() || f.isEmpty() || (p.get().mean() == 0 && f.get().mean() == 0)) {
            return Optional.empty();
        }
        return Optional.of(new Twice(
                name,
                amounts.change(field, f.get(), false),
                amounts.change(field, p.get(), true),
                TwoTiers.agree(p.get(), f.get())));
    }
}
