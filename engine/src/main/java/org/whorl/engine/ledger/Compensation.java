package org.whorl.engine.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Payments between partners, summing to nothing, after which none is worse off than it can bear: net_p + t_p >= -tau_p
 * (method 2.3). Exact to the penny.
 */
public final class Compensation {

    private final SequencedMap<String, Pence> net;
    private final SequencedMap<String, Pence> bearable;

    /**
     * What is to be evened out.
     *
     * @param net for each partner what it gains, or below 0 loses
     * @param bearable for each partner how much it can lose, 0 or more; nothing when left out
     */
    public Compensation(SequencedMap<String, Pence> net, SequencedMap<String, Pence> bearable) {
        this.net = new LinkedHashMap<>(net);
        this.bearable = new LinkedHashMap<>();
        net.forEach((partner, _) -> this.bearable.put(partner, bearable.getOrDefault(partner, Pence.ZERO)));
        if (net.isEmpty()) {
            throw new IllegalArgumentException("There is no partner to pay or to be paid");
        }
    }

    /** What came of looking for payments. */
    public sealed interface Found {}

    /**
     * Payments that leave nobody worse off than it can bear.
     *
     * @param received for each partner what it gets, above 0, or pays, below; they sum to nothing
     */
    public record Agreed(SequencedMap<String, Pence> received) implements Found {}

    /**
     * No payments can do it.
     *
     * @param why in a sentence
     * @param missing by how much
     */
    public record Impossible(String why, Pence missing) implements Found {}

    /** What all partners gain together. */
    public Pence gain() {
        return Pence.sum(net.values());
    }

    /** The least money that changes hands: losers are lifted to what they can bear by those who have something to spare. */
    public Found smallest() {
        List<Pence> lack = new ArrayList<>();
        List<Double> spare = new ArrayList<>();
        net.forEach((partner, pounds) -> {
            Pence above = pounds.plus(bearable(partner));
            lack.add(above.amount() < 0 ? above.negated() : Pence.ZERO);
            spare.add((double) Math.max(0, above.amount()));
        });
        Pence needed = Pence.sum(lack);
        Pence lacking = needed.minus(
                new Pence(spare.stream().mapToLong(s -> (long) (double) s).sum()));
        if (lacking.amount() > 0) {
            return new Impossible(
                    "Together the partners lose %s, and they can bear to lose %s."
                            .formatted(gain().negated(), Pence.sum(bearable.values())),
                    lacking);
        }
        List<Pence> paid =
                needed.amount() == 0 ? lack.stream().map(_ -> Pence.ZERO).toList() : needed.share(spare);
        return agreed(lack, paid);
    }

    private static SequencedMap<String, Pence> byPartner(Iterable<String> partners, List<Pence> amounts) {
        SequencedMap<String, Pence> by = new LinkedHashMap<>();
        int i = 0;
        for (String partner : partners) {
            by.put(partner, amounts.get(i++));
        }
        return by;
    }

    private Found agreed(List<Pence> got, List<Pence> paid) {
        List<Pence> received = new ArrayList<>();
        for (int i = 0; i < got.size(); i++) {
            received.add(got.get(i).minus(paid.get(i)));
        }
        return new Agreed(byPartner(net.keySet(), received));
    }

    /** Everyone ends with the same: t_p = G/n - net_p. */
    public Found equalShare() {
        return shared(net.keySet().stream().map(_ -> 1.0).toList());
    }

    /**
     * Everyone ends with a part of the gain as large as its part of what was put in: t_p = G c_p / C - net_p.
     *
     * @param contributions for each partner what it put in, 0 or more; nothing when left out
     */
    public Found inProportion(SequencedMap<String, Double> contributions) {
        List<Double> weights = net.keySet().stream()
                .map(partner -> contributions.getOrDefault(partner, 0.0))
                .toList();
        if (weights.stream().allMatch(weight -> weight == 0)) {
            return new Impossible("Nobody put anything in, so there is no proportion to share by.", Pence.ZERO);
        }
        return shared(weights);
    }

    private Found shared(List<Double> weights) {
        List<Pence> ends = gain().share(weights);
        List<Pence> nets = List.copyOf(net.values());
        List<String> partners = List.copyOf(net.keySet());
        for (int i = 0; i < ends.size(); i++) {
            Pence missing = ends.get(i).plus(bearable(partners.get(i))).negated();
            if (missing.amount() > 0) {
                return new Impossible(
                        "Together the partners lose %s; shared like this, %s would lose %s and can bear %s."
                                .formatted(
                                        gain().negated(),
                                        partners.get(i),
                                        ends.get(i).negated(),
                                        bearable(partners.get(i))),
                        missing);
            }
        }
        return agreed(ends, nets);
    }

    private Pence bearable(String partner) {
        return bearable.getOrDefault(partner, Pence.ZERO);
    }
}
