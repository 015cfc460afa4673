package org.whorl.files.report;

import java.util.List;
import java.util.Optional;
import org.whorl.draw.Distribution;
import org.whorl.draw.Unit;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;

/**
 * How a partner's cash may change, payments included: a hundred ways the model's numbers may be off.
 *
 * @param values in pounds, in order
 */
record CashCouldBe(List<Double> values) {

    /** Less than a pound is nothing. */
    private static final double POUND = 1;

    static Optional<CashCouldBe> of(Edition edition, String scenario, Subject partner, double paid) {
        return edition.unsureQuantiles(scenario).stream()
                .filter(q -> q.subject().equals(partner) && q.field() == Field.CASH)
                .findFirst()
                .map(q -> new CashCouldBe(
                        q.values().stream().map(value -> value + paid).toList()));
    }

    /** In how many of a hundred it pays more. */
    long above() {
        return values.stream().filter(value -> value > POUND).count();
    }

    /** Is there anything to draw? Where cash is the same whatever the numbers are, a sentence is enough. */
    boolean moves() {
        return values.getLast() - values.getFirst() > POUND;
    }

    String chart(Edition edition, String partner) {
        Amounts amounts = edition.amounts();
        String sentence = edition.say(
                "could.cash.sentence",
                edition.whole(above()),
                change(amounts, values.get(4)),
                change(amounts, values.get(94)));
        return new Distribution(
                        edition.words(),
                        edition.say("could.cash", edition.partner(partner)),
                        sentence,
                        edition.say("could.cash.axis"),
                        Unit.POUNDS,
                        values)
                .withThreshold(0, edition.say("could.cash.more"))
                .figure("could-cash");
    }

    private static String change(Amounts amounts, double pounds) {
        return amounts.change(Field.CASH, Estimate.exact(pounds), false);
    }
}
