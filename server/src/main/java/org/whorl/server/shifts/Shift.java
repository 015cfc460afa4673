package org.whorl.server.shifts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.ledger.Payment;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.server.trust.Versioned;

/**
 * A proposal to move resource.
 *
 * @param id which one
 * @param model on which model it is worked out
 * @param modelVersion on which version of it
 * @param name what it is called
 * @param language the language it was written in
 * @param translation its name in the other language, put into it by a person; empty when nobody has
 * @param why what it is for
 * @param moves the places that move
 * @param payments money that does not hang on use
 * @param exit how it ends
 * @param madeBy who made it
 * @param changedAt when it was last changed
 * @param version counts its changes
 */
public record Shift(
        UUID id,
        UUID model,
        int modelVersion,
        String name,
        String language,
        String translation,
        String why,
        List<Move> moves,
        List<Payment> payments,
        Exit exit,
        Optional<String> madeBy,
        Instant changedAt,
        int version) {

    /** What people change, and what undoing brings back. */
    static final Versioned VERSIONED = new Versioned(
            "shift",
            "shift_option",
            List.of(
                    "model_version",
                    "name",
                    "language",
                    "translation",
                    "why",
                    "moves",
                    "judgement",
                    "exit_terms",
                    "exit_on",
                    "notice_months",
                    "changed_at",
                    "set_aside_at"));

    /** The id it has among a model's scenarios. */
    public static final String SCENARIO = "shift";

    /** Keeps copies. */
    public Shift {
        moves = List.copyOf(moves);
        payments = List.copyOf(payments);
    }

    /** Its name in a language, as far as there is one. */
    public String name(String in) {
        return in.equals(language) || translation.isEmpty() ? name : translation;
    }

    /** The same with nothing run twice: what is closed closes as soon as the new begins. */
    Shift atOnce() {
        List<Move> atOnce = moves.stream().map(Move::atOnce).toList();
        return new Shift(
                id,
                model,
                modelVersion,
                name,
                language,
                translation,
                why,
                atOnce,
                payments,
                exit,
                madeBy,
                changedAt,
                version);
    }

    /** What it changes, as a scenario of its model. */
    public Scenario scenario() {
        List<Change> changes = new ArrayList<>();
        moves.forEach(move -> changes.addAll(move.changes()));
        return new Scenario(SCENARIO, new Name(name("en"), name("cy")), changes);
    }
}
