package org.whorl.engine.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Money that does not hang on use: paid once, or agreed between partners.
 *
 * @param from who pays, by its id in the model
 * @param to who gets it, by its id in the model; empty for somebody outside the partnership (a builder, a trainer)
 * @param pounds how much in the model's time, above 0
 * @param what for
 */
public record Payment(String from, String to, double pounds, String what) {

    /** Does it stay among the partners? Then what one pays another gets, and together they pay nothing. */
    public boolean staysInside() {
        return !to.isEmpty();
    }

    /** What each partner pays by all of these, above 0, or gets, below. */
    public static Map<String, Double> paid(List<Payment> payments) {
        Map<String, Double> paid = new TreeMap<>();
        for (Payment payment : payments) {
            paid.merge(payment.from(), payment.pounds(), Double::sum);
            if (payment.staysInside()) {
                paid.merge(payment.to(), -payment.pounds(), Double::sum);
            }
        }
        return paid;
    }
}
