package org.whorl.server.shifts;

import java.util.Comparator;
import java.util.Optional;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.ledger.RiskShare;

/**
 * A risk that two partners could carry together, to begin talking: half of what one pays beyond what is expected, from a
 * fifth of the way to the end of its interval on.
 *
 * @param share who covers whom, and in which band
 * @param expected what the covered partner is expected to pay more, below 0 less
 * @param most what changes hands at most
 */
public record RiskOffer(RiskShare share, Pence expected, Pence most) {

    private static final double HALF = 0.5;
    private static final double STAYS = 0.2;
    private static final double WORTH_SHARING = 1000;

    /**
     * For the partner that could be hit hardest beyond what is expected.
     *
     * @param from who covers: whoever decides on the change
     * @param change what is expected
     * @param unsure the same, drawn over what is not known of the numbers
     * @return empty where nobody else could be hit by a sum worth sharing
     */
    static Optional<RiskOffer> of(String from, String scenario, Answer change, Answer unsure) {
        return change.model().partners().stream()
                .filter(partner -> !partner.id().equals(from))
                .map(partner -> {
                    Subject subject = Subject.partner(partner.id());
                    double expected =
                            cash(change, scenario, subject).map(Estimate::mean).orElse(0.0);
                    double high =
                            cash(unsure, scenario, subject).map(Estimate::high).orElse(expected);
                    return of(from, partner.id(), expected, high - expected);
                })
                .flatMap(Optional::stream)
                .max(Comparator.comparing(offer -> offer.share().upTo()));
    }

    private static Optional<Estimate> cash(Answer answer, String scenario, Subject subject) {
        return Optional.ofNullable(answer.differences().get(scenario))
                .flatMap(figures -> figures.find(subject, Field.CASH));
    }

    private static Optional<RiskOffer> of(String from, String to, double expected, double beyond) {
        // Not a number where nobody could tell.
        if (!(beyond >= WORTH_SHARING) || Double.isInfinite(beyond) || !Double.isFinite(expected)) {
            return Optional.empty();
        }
        RiskShare share =
                new RiskShare(from, to, HALF, Pence.ofPounds(rounded(STAYS * beyond)), Pence.ofPounds(rounded(beyond)));
        Pence likely = Pence.ofPounds(Math.rint(expected));
        return Optional.of(new RiskOffer(share, likely, share.payment(likely, likely.plus(share.upTo()))));
    }

    /** To two figures, so that nobody takes it for more exact than it is. */
    private static double rounded(double pounds) {
        double unit = Math.pow(10, Math.floor(Math.log10(pounds)) - 1);
        return Math.rint(pounds / unit) * unit;
    }
}
