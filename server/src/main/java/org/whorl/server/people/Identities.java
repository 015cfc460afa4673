package org.whorl.server.people;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whose account an identity from an organisation signs in to. Only two things ever connect them: an invitation, with which
 * the account came into being, or somebody who has signed in and asks for it. An address they have in common does not:
 * whoever gets hold of it at one place would have the account at the other.
 */
@Component
class Identities {

    private final IdentityStore store;
    private final Across across;
    private final Clock clock;

    Identities(IdentityStore store, Across across, Clock clock) {
        this.store = store;
        this.across = across;
        this.clock = clock;
    }

    /** The account it signs in to; empty if nobody has connected it. */
    Optional<UUID> whose(Identity identity) {
        return across.all(() -> store.find(identity.issuer(), identity.subject()));
    }

    /** For a new account. */
    void add(Identity identity, UUID account) {
        if (!across.all(() -> store.add(identity, account, clock.instant()))) {
            throw new IllegalStateException("somebody else was quicker");
        }
    }
}
