package org.whorl.server.shifts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.whorl.engine.ledger.Payment;
import org.whorl.engine.model.Model;
import org.whorl.files.report.Excerpt;
import org.whorl.files.report.Excerpt.Line;
import org.whorl.server.models.Shown;

/**
 * What a shift does, ready to be shown.
 *
 * @param shift the proposal
 * @param shown the answer of the formulas
 * @param ledger what it does to each partner's money by formulas; all of them together come last
 * @param doubleRunning what running old and new side by side costs each partner, in pounds, as part of its cash now
 * @param checked what the simulation found about it as it stands; empty before it was asked
 */
public record Effect(
        Shift shift, Shown shown, List<Line> ledger, Map<String, Double> doubleRunning, Optional<Checked> checked) {

    /** Keeps a copy. */
    public Effect {
        ledger = List.copyOf(ledger);
        doubleRunning = Collections.unmodifiableMap(new TreeMap<>(doubleRunning));
    }

    /** The same, checked by simulation. */
    Effect with(Checked found) {
        return new Effect(shift, shown, ledger, doubleRunning, Optional.of(found));
    }

    /** Markup: what counts and waits can come to, from the simulation where there was one; empty where nobody knows. */
    public String whatCouldBe() {
        return best().whatCouldBe(shown.scenario());
    }

    /** What each partner pays, above 0, or gets, below, beside the use of services; closing is paid by who runs the service. */
    static Map<String, Double> paid(Shift shift, Model model) {
        return Payment.paid(payments(shift, model));
    }

    /** What is paid beside the use of services, closing among it. */
    static List<Payment> payments(Shift shift, Model model) {
        List<Payment> payments = new ArrayList<>(shift.payments());
        for (Move move : shift.moves()) {
            model.findService(move.service())
                    .filter(_ -> move.closing() > 0)
                    .ifPresent(service -> payments.add(new Payment(service.partner(), "", move.closing(), "")));
        }
        return payments;
    }

    /** The pieces of the best answer there is: the simulation's, where somebody asked it. */
    public Excerpt best() {
        return checked.map(Checked::excerpt).orElse(shown.excerpt());
    }

    /** The ledger of the best answer there is. */
    public List<Line> bestLedger() {
        return checked.map(Checked::ledger).orElse(ledger);
    }

    /** Where the numbers of what moves come from: the sources the model names for those services, each once. */
    public List<String> sources() {
        Set<String> sources = new LinkedHashSet<>();
        shown.ready().model().parameters().forEach((path, parameter) -> {
            String source = parameter.provenance().source();
            if (source != null
                    && shift.moves().stream().anyMatch(move -> path.startsWith("services." + move.service() + "."))) {
                sources.add(source);
            }
        });
        return List.copyOf(sources);
    }

    /** What one partner pays, above 0, or gets, beside the use of services. */
    public double paidBy(String partner) {
        return paid(shift, shown.ready().model()).getOrDefault(partner, 0.0);
    }

    /** One partner's line as the simulation has it; empty before it was asked. */
    public Optional<Line> checkedLine(String partner) {
        return checked.flatMap(found -> found.ledger().stream()
                .filter(line -> line.id().equals(partner))
                .findFirst());
    }

    /** One partner's line by formulas. */
    public Line line(String partner) {
        return ledger.stream()
                .filter(line -> line.id().equals(partner))
                .findFirst()
                .orElseThrow(() -> new java.util.NoSuchElementException("no partner " + partner));
    }
}
