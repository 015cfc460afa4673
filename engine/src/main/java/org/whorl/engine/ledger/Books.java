package org.whorl.engine.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Grant;
import org.whorl.engine.model.Model;

/**
 * Double-entry books of one scenario's cash, in whole pence: whatever leaves one account enters another, so all accounts
 * together always come to nothing, and both sides of every contract are in them.
 *
 * @param entries in order: services, contracts, pools, grants, then payments
 */
public record Books(List<Entry> entries) {

    /** Those who work for the services and supply them: everybody who is paid in the end. */
    public static final String OUTSIDE = "outside";

    /** What a pool holds between what is put in and what is shared out; it ends empty. */
    public static final String POOL = "pool:";

    /** A giver outside the partnership. */
    public static final String GRANT = "grant:";

    /**
     * One payment.
     *
     * @param from the account it leaves: a partner, a pool or a grant
     * @param to the account it enters
     * @param amount how much; below 0 it went the other way
     * @param about the service, agreement or payment it is for
     */
    public record Entry(String from, String to, Pence amount, String about) {}

    public Books {
        entries = List.copyOf(entries);
    }

    /**
     * Writes up the books from what either tier found.
     *
     * @param model whose agreements hold
     * @param figures of one scenario
     * @param column cash, or cash when steps close
     * @param payments agreed beside
     */
    public static Books of(Model model, Figures figures, Field column, List<Payment> payments) {
        List<Entry> entries = new ArrayList<>();
        figures.estimates().forEach((subject, fields) -> {
            if (subject.group() == Subject.Group.BILLS) {
                add(entries, subject.payer(), OUTSIDE, pence(fields, column), subject.about());
            }
        });
        for (Contract contract : model.agreements().contracts()) {
            Subject payer = Subject.agreement(contract.id(), contract.from());
            String owner = model.findService(contract.service()).orElseThrow().partner();
            add(entries, contract.from(), owner, pence(figures, payer, column), contract.id());
        }
        model.agreements().pools().forEach(pool -> pool(entries, figures, pool.id(), column));
        for (Grant grant : model.agreements().grants()) {
            figures.estimates().forEach((subject, fields) -> {
                if (subject.group() == Subject.Group.AGREEMENTS
                        && subject.about().equals(grant.id())) {
                    add(
                            entries,
                            GRANT + grant.id(),
                            subject.payer(),
                            pence(fields, column).negated(),
                            grant.id());
                }
            });
        }
        for (Payment payment : payments) {
            String to = payment.staysInside() ? payment.to() : OUTSIDE;
            add(entries, payment.from(), to, Pence.ofPounds(payment.pounds()), payment.what());
        }
        return new Books(entries);
    }

    /** What partners put into a pool beyond their shares is what the others take out; a rounded penny goes with the last. */
    private static void pool(List<Entry> entries, Figures figures, String pool, Field column) {
        List<Subject> members = figures.estimates().keySet().stream()
                .filter(s -> s.group() == Subject.Group.AGREEMENTS && s.about().equals(pool))
                .toList();
        Pence left = Pence.ZERO;
        for (int i = 0; i < members.size(); i++) {
            Pence amount = i + 1 < members.size() ? pence(figures, members.get(i), column) : left.negated();
            left = left.plus(amount);
            add(entries, members.get(i).payer(), POOL + pool, amount, pool);
        }
    }

    private static void add(List<Entry> entries, String from, String to, Pence amount, String about) {
        if (amount.amount() != 0) {
            entries.add(new Entry(from, to, amount, about));
        }
    }

    private static Pence pence(Figures figures, Subject subject, Field column) {
        return figures.find(subject, column).map(e -> Pence.ofPounds(e.mean())).orElse(Pence.ZERO);
    }

    private static Pence pence(Map<Field, Estimate> fields, Field column) {
        Estimate estimate = fields.get(column);
        return estimate == null ? Pence.ZERO : Pence.ofPounds(estimate.mean());
    }

    /** What each account has got, above 0, or given, below; together they come to nothing. */
    public SequencedMap<String, Pence> balances() {
        SequencedMap<String, Pence> balances = new LinkedHashMap<>();
        for (Entry entry : entries) {
            balances.merge(entry.from(), entry.amount().negated(), Pence::plus);
            balances.merge(entry.to(), entry.amount(), Pence::plus);
        }
        return balances;
    }

    /** What one account has got, above 0, or given, below. */
    public Pence balance(String account) {
        return balances().getOrDefault(account, Pence.ZERO);
    }
}
