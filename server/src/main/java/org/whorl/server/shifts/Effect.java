package org.whorl.server.shifts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.whorl.files.report.Excerpt.Line;
import org.whorl.server.models.Shown;

/**
 * What a shift does, ready to be shown.
 *
 * @param shift the proposal
 * @param shown the answer of the formulas
 * @param ledger what it does to each partner's money; all of them together come last
 */
public record Effect(Shift shift, Shown shown, List<Line> ledger) {

    /** Keeps a copy. */
    public Effect {
        ledger = List.copyOf(ledger);
    }

    static Effect of(Shift shift, Shown shown) {
        return new Effect(
                shift,
                shown,
                shown.scenario().equals(Shift.SCENARIO)
                        ? shown.excerpt().ledger(Shift.SCENARIO, paid(shift))
                        : List.of());
    }

    /** What each partner pays, above 0, or gets, below. */
    static Map<String, Double> paid(Shift shift) {
        Map<String, Double> paid = new TreeMap<>();
        for (Payment payment : shift.payments()) {
            paid.merge(payment.from(), payment.pounds(), Double::sum);
            if (payment.isBetweenPartners()) {
                paid.merge(payment.to(), -payment.pounds(), Double::sum);
            }
        }
        return paid;
    }

    /** One partner's line. */
    public Line line(String partner) {
        return ledger.stream()
                .filter(line -> line.id().equals(partner))
                .findFirst()
                .orElseThrow(() -> new java.util.NoSuchElementException("no partner " + partner));
    }
}
