package org.whorl.server.people;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** Who somebody is when they write rather than sign in: whatever they look after, no more than an ordinary member. */
@Component
public class Correspondents {

    private static final Set<Role> ORDINARY =
            EnumSet.of(Role.ANYBODY, Role.GUEST, Role.SIGNED_IN, Role.MEMBER, Role.LIVED_EXPERIENCE);

    private final PeopleStore store;

    Correspondents(PeopleStore store) {
        this.store = store;
    }

    /** An account in one partnership, if it is in it; to be asked in a transaction that sees that partnership. */
    public Optional<Viewer> find(UUID partnership, UUID account) {
        return store.findMembership(account).map(membership -> {
            Set<Role> roles = Entrance.roles(membership);
            roles.retainAll(ORDINARY);
            return new Viewer(
                    Optional.of(account),
                    Optional.of(membership.member()),
                    Optional.of(partnership),
                    membership.only(),
                    roles);
        });
    }
}
