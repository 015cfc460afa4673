package org.whorl.server.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whorl.server.design.Screen;
import org.whorl.server.shifts.Proposal;
import org.whorl.server.trust.Disclosure;

/**
 * A decision with all that stands beside it, as a reader may see it.
 *
 * @param decision which one
 * @param rests what it rests on
 * @param proposal the proposal to move resource it is about, with what that does
 * @param signatories who signs for which organisation
 * @param helpers what those who help are called
 * @param dissent who saw it otherwise
 * @param reviews what came of looking at it again
 * @param tookPart how many took part beside those who signed, as far as that is told; none where nobody has said
 * @param names what stands for an id in it, such as the name of whoever sees to it
 * @param handedBack has whoever was to see to it handed it back?
 * @param may what the reader may do with it
 * @param today the day it is shown
 */
public record DecisionShown(
        Decision decision,
        List<Rest> rests,
        Optional<Proposal> proposal,
        List<Signatory> signatories,
        List<String> helpers,
        List<Dissent> dissent,
        List<Review> reviews,
        Optional<Disclosure.Shown> tookPart,
        Map<String, String> names,
        boolean handedBack,
        May may,
        LocalDate today) {

    /**
     * What a reader may do with a decision.
     *
     * @param change write it, make it, set it aside; once it is made, say who sees to it
     * @param open open it again once it is made
     * @param review say what came of it
     */
    public record May(boolean change, boolean open, boolean review) {}

    /** Keeps copies. */
    public DecisionShown {
        rests = List.copyOf(rests);
        signatories = List.copyOf(signatories);
        helpers = List.copyOf(helpers);
        dissent = List.copyOf(dissent);
        reviews = List.copyOf(reviews);
        names = Map.copyOf(names);
    }

    /** How many organisations have signed what is decided; none while it is open again. */
    public long signed() {
        return decision.isMade() ? signatures() : 0;
    }

    /** How many have signed what was decided before, while it is open again. */
    public long signedEarlier() {
        return decision.isMade() ? 0 : signatures();
    }

    private long signatures() {
        return signatories.stream().filter(each -> each.signedAt().isPresent()).count();
    }

    /** What is said of an impact; where nobody has written, Whorl's draft in the reader's language. */
    public String impact(Screen s, Field field) {
        String said = decision.value(field);
        return said.isBlank() ? Draft.of(s, decision, proposal).getOrDefault(field, "") : said;
    }

    /** How many of those signatures a pack holds. */
    public long signedBefore(Pack pack) {
        return signatories.stream()
                .filter(each ->
                        each.signedAt().filter(at -> !at.isAfter(pack.madeAt())).isPresent())
                .count();
    }

    /** How much of what it rests on was taken back. */
    public long takenBack() {
        return rests.stream()
                .filter(each -> each.state() == Rest.State.TAKEN_BACK)
                .count();
    }

    /** The level its shape suggests: whoever's money or staff it touches decides. */
    public String suggestedLevel() {
        long touched = proposal.map(each -> each.effect().ledger().stream()
                        .filter(line -> !line.id().isEmpty() && !line.untouched())
                        .count())
                .orElse(0L);
        return touched > 1 ? "partnership" : touched == 1 ? "organisation" : "team";
    }
}
