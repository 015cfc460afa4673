package org.whorl.server.shifts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.engine.ledger.Statement;
import org.whorl.engine.model.Model;
import org.whorl.server.design.Screen;
import org.whorl.server.models.Folder;
import org.whorl.server.models.Models;
import org.whorl.server.models.Ready;

/** Shifts with what they do, for other features that rest on them. */
@Component
public class Proposals {

    private final Shifts shifts;
    private final Effects effects;
    private final Fairness fairness;
    private final Models models;

    Proposals(Shifts shifts, Effects effects, Fairness fairness, Models models) {
        this.shifts = shifts;
        this.effects = effects;
        this.fairness = fairness;
        this.models = models;
    }

    /** One with what it does, if it was not set aside; how sure that is takes about a second the first time. */
    public Optional<Proposal> find(Screen s, UUID id) {
        return shifts.find(id).map(shift -> {
            Effect effect = effects.of(shift, true, s.language().words());
            return new Proposal(
                    effect,
                    new ShiftWords(s, effect.shown().ready().model()),
                    Accounts.of(effect, s),
                    fairness.of(effect, s));
        });
    }

    /** The version it was worked out on, with it among the scenarios, to be run again. */
    public Folder folder(Screen s, Shift shift) {
        Ready ready = models.ready(shift.model(), shift.modelVersion()).orElseThrow();
        return TakenAway.folder(shift, ready, s);
    }

    /** What its books move between partners, beside what services cost; none where it moves nothing that holds together. */
    public List<Movement> movements(Screen s, Proposal proposal) {
        if (!proposal.scenario().equals(Shift.SCENARIO)) {
            return List.of();
        }
        Model model = proposal.effect().shown().ready().model();
        Statement statement = Statement.of(
                proposal.effect().shown().answer(), Shift.SCENARIO, Effect.payments(proposal.shift(), model));
        return new Moved(model, s).of(statement);
    }

    /** What that folder is called. */
    public String folderName(Shift shift) {
        return TakenAway.name(shift);
    }
}
