package org.whorl.server.shifts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.ledger.Payment;
import org.whorl.files.report.Excerpt;

/**
 * What a cut does, ready to be shown.
 *
 * @param cut which
 * @param effect what it does, by formulas
 * @param days the leading count: on average, on the middle day, on nine days in ten, and the chance of a crisis
 * @param felt where people wait, are stuck or are missing because of it, most first
 * @param settlement the least that changes hands so that no partner is worse off than it can bear
 * @param risk a risk to carry together; empty where there is none worth it
 * @param overfull services for which more come than there is room for, so that no average can be told
 * @param priceless services at which nobody knows what a place costs
 * @param eitherWay could the leading count as well rise as fall?
 */
public record CutShown(
        Cut cut,
        Effect effect,
        List<Excerpt.Count> days,
        List<Excerpt.Count> felt,
        Optional<Settlement> settlement,
        Optional<RiskOffer> risk,
        List<String> overfull,
        List<String> priceless,
        boolean eitherWay) {

    /** Keeps copies. */
    public CutShown {
        days = List.copyOf(days);
        felt = List.copyOf(felt);
        overfull = List.copyOf(overfull);
        priceless = List.copyOf(priceless);
    }

    /** The end of an address at which a proposal is begun that makes this cut. */
    public String address() {
        StringBuilder address = new StringBuilder("model=")
                .append(effect.shift().model())
                .append("&name=")
                .append(URLEncoder.encode(effect.shift().name(), StandardCharsets.UTF_8));
        int row = 0;
        for (Move move : cut.moves()) {
            address.append("&service%d=%s&places%d=%d&from%d=%s"
                    .formatted(row, move.service(), row, move.places(), row, move.from()));
            row++;
        }
        return address.toString();
    }

    /** The same with the payments that even it out. */
    public String addressWithPayments() {
        StringBuilder address = new StringBuilder(address());
        int row = 0;
        for (Payment payment : settlement.map(Settlement::payments).orElse(List.of())) {
            address.append("&payer%d=%s&payee%d=%s&pounds%d=%s"
                    .formatted(row, payment.from(), row, payment.to(), row, MoveRows.plain(payment.pounds())));
            row++;
        }
        return address.toString();
    }
}
