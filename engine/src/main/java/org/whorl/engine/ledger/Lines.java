package org.whorl.engine.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Grant;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Pool;
import org.whorl.engine.model.Service;

/**
 * The lines of a model's accounts. They hang on who takes part in what, never on a number, so every scenario and every
 * draw of a model has the same.
 *
 * @param partners how many partners there are
 * @param bills who pays for which service
 * @param parts who has a part in which agreement
 */
public record Lines(int partners, List<Bill> bills, List<Part> parts) {

    /**
     * One partner's part of what one service costs.
     *
     * @param service its place in the model
     * @param partner the payer's place in the model
     * @param subject how answers name it
     */
    public record Bill(int service, int partner, Subject subject) {}

    /**
     * One partner's part in one agreement.
     *
     * @param agreement which one: contracts first, then pools, then grants, each in the model's order
     * @param partner its place in the model
     * @param subject how answers name it
     */
    public record Part(int agreement, int partner, Subject subject) {}

    public Lines {
        bills = List.copyOf(bills);
        parts = List.copyOf(parts);
    }

    /** The lines of a model that holds together. */
    public static Lines of(Model model) {
        List<Bill> bills = new ArrayList<>();
        for (int s = 0; s < model.services().size(); s++) {
            Service service = model.services().get(s);
            if (!service.cost().equals(Cost.NONE)) {
                for (String payer : payers(model, service)) {
                    bills.add(new Bill(s, partner(model, payer), Subject.bill(service.id(), payer)));
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        Agreements agreements = model.agreements();
        int which = 0;
        for (Contract contract : agreements.contracts()) {
            String owner = model.findService(contract.service()).orElseThrow().partner();
            for (String who : List.of(contract.from(), owner)) {
                parts.add(new Part(which, partner(model, who), Subject.agreement(contract.id(), who)));
            }
            which++;
        }
        for (Pool pool : agreements.pools()) {
            if (!pool.puts().isEmpty()) {
                for (String who : pool.shares().keySet()) {
                    parts.add(new Part(which, partner(model, who), Subject.agreement(pool.id(), who)));
                }
            }
            which++;
        }
        for (Grant grant : agreements.grants()) {
            List<Integer> relieved = bills.stream()
                    .filter(bill -> grant.services()
                            .contains(model.services().get(bill.service()).id()))
                    .map(Bill::partner)
                    .distinct()
                    .sorted()
                    .toList();
            for (int p : relieved) {
                parts.add(new Part(
                        which,
                        p,
                        Subject.agreement(grant.id(), model.partners().get(p).id())));
            }
            which++;
        }
        return new Lines(model.partners().size(), bills, parts);
    }

    /** Who may have to pay for a service: its pool, or those who fund it, or its owner. */
    private static List<String> payers(Model model, Service service) {
        return pool(model, service)
                .map(pool -> List.copyOf(pool.shares().keySet()))
                .orElseGet(() -> service.funding().isEmpty()
                        ? List.of(service.partner())
                        : List.copyOf(service.funding().keySet()));
    }

    /** The pool a service is in, if it is in one. */
    static Optional<Pool> pool(Model model, Service service) {
        return model.agreements().pools().stream()
                .filter(pool -> pool.services().contains(service.id()))
                .findFirst();
    }

    /** One payer's share of what a service costs. */
    static double share(Model model, Service service, String partner) {
        return pool(model, service)
                .map(pool -> pool.shares().get(partner))
                .or(() -> Optional.ofNullable(service.funding().get(partner)))
                .map(share -> share.value())
                .orElse(1.0);
    }

    static int partner(Model model, String id) {
        for (int p = 0; p < model.partners().size(); p++) {
            if (model.partners().get(p).id().equals(id)) {
                return p;
            }
        }
        throw new IllegalArgumentException("no partner " + id);
    }
}
