package org.whorl.server.shifts;

import java.util.Optional;

/**
 * A shift with what it does, for whoever decides about it.
 *
 * @param effect what it does
 * @param words it in words
 * @param accounts its own books; empty where it moves nothing that holds together
 * @param fair who gains, by fifth of deprivation; empty where the model does not say in which fifth people live
 */
public record Proposal(Effect effect, ShiftWords words, Optional<Accounts> accounts, Optional<Fair> fair) {

    /** The proposal itself. */
    public Shift shift() {
        return effect.shift();
    }

    /** The scenario its answer tells of. */
    public String scenario() {
        return effect.shown().scenario();
    }
}
