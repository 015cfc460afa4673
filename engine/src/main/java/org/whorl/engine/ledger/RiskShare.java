package org.whorl.engine.ledger;

/**
 * What one partner pays another when things turn out other than expected: t = kappa x (realised - expected), for the part
 * of the difference that lies in the band (method 2.3).
 *
 * @param from who covers, by its id
 * @param to who is covered, by its id
 * @param kappa the share of the difference that is covered, 0 to 1
 * @param beyond differences up to this stay with whoever has them, either way
 * @param upTo nothing is shared of what lies beyond this
 */
public record RiskShare(String from, String to, double kappa, Pence beyond, Pence upTo) {

    public RiskShare {
        if (!(kappa >= 0 && kappa <= 1)) {
            throw new IllegalArgumentException("A share of risk is from 0 to 1, not " + kappa);
        }
        if (beyond.amount() < 0 || upTo.compareTo(beyond) < 0) {
            throw new IllegalArgumentException(
                    "A band goes from 0 or more upwards, not from %s to %s".formatted(beyond, upTo));
        }
    }

    /** What {@link #from} pays {@link #to}; below 0 it is the other way, because things turned out cheaper. */
    public Pence payment(Pence expected, Pence realised) {
        long difference = realised.minus(expected).amount();
        long within = Math.clamp(Math.absExact(difference), beyond.amount(), upTo.amount()) - beyond.amount();
        return Pence.ofPounds(Math.signum((double) difference) * kappa * within / 100);
    }
}
