package org.whorl.server.shifts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.whorl.engine.ledger.Compensation;
import org.whorl.engine.ledger.Payment;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.ledger.Statement;

/**
 * Payments between partners after which none is worse off than it can bear.
 *
 * @param way by which rule they were found
 * @param payments who pays whom; none where nothing has to be paid
 * @param missing by how much it cannot be done; empty where it can
 */
public record Settlement(Way way, List<Payment> payments, Optional<Pence> missing) {

    /** The rules. */
    public enum Way {
        /** The least that changes hands. */
        SMALLEST("smallest"),
        /** Everyone ends with the same. */
        EQUAL("equal"),
        /** Everyone ends with a part as large as what it pays today. */
        PROPORTION("proportion");

        private final String key;

        Way(String key) {
            this.key = key;
        }

        /** Its word in the names of sentences. */
        public String key() {
            return key;
        }
    }

    /** Keeps a copy. */
    public Settlement {
        payments = List.copyOf(payments);
    }

    /** By every rule, the least that changes hands first. */
    static List<Settlement> all(Statement statement) {
        return List.of(
                of(Way.SMALLEST, statement.smallest()),
                of(Way.EQUAL, statement.equal()),
                of(Way.PROPORTION, statement.inProportion()));
    }

    private static Settlement of(Way way, Compensation.Found found) {
        return switch (found) {
            case Compensation.Agreed(SequencedMap<String, Pence> received) ->
                new Settlement(way, payments(received), Optional.empty());
            case Compensation.Impossible(String _, Pence missing) ->
                new Settlement(way, List.of(), Optional.of(missing));
        };
    }

    /** The largest sum that is still to be paid goes to whoever still gets most, until nothing is left. */
    private static List<Payment> payments(SequencedMap<String, Pence> received) {
        SequencedMap<String, Long> left = new LinkedHashMap<>();
        received.forEach((partner, pence) -> left.put(partner, pence.amount()));
        List<Payment> payments = new ArrayList<>();
        while (true) {
            Map.Entry<String, Long> payer =
                    left.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
            Map.Entry<String, Long> payee =
                    left.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            long pence = Math.min(-payer.getValue(), payee.getValue());
            if (pence <= 0) {
                return payments;
            }
            payments.add(new Payment(payer.getKey(), payee.getKey(), new Pence(pence).pounds(), ""));
            left.merge(payer.getKey(), pence, Long::sum);
            left.merge(payee.getKey(), -pence, Long::sum);
        }
    }
}
