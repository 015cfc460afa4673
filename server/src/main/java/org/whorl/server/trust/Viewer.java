package org.whorl.server.trust;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who does something, and where: bound to the thread for as long as it takes.
 *
 * @param account whose account; nobody's for a guest
 * @param member as which member of the partnership
 * @param partnership in which partnership, where there is one
 * @param only the one spiral a guest expert is here for; the database shows them no other
 * @param roles in which capacities
 * @param token by which of their keys for programs, where it is a program that does it for them
 */
public record Viewer(
        Optional<UUID> account,
        Optional<UUID> member,
        Optional<UUID> partnership,
        Optional<UUID> only,
        Set<Role> roles,
        Optional<UUID> token) {

    private static final ScopedValue<Viewer> CURRENT = ScopedValue.newInstance();

    /** Keeps a copy of the roles. */
    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Somebody who does it with their own hands. */
    public Viewer(
            Optional<UUID> account,
            Optional<UUID> member,
            Optional<UUID> partnership,
            Optional<UUID> only,
            Set<Role> roles) {
        this(account, member, partnership, only, roles, Optional.empty());
    }

    /** Somebody who is not here for one spiral only. */
    public Viewer(Optional<UUID> account, Optional<UUID> member, Optional<UUID> partnership, Set<Role> roles) {
        this(account, member, partnership, Optional.empty(), roles);
    }

    /** Somebody without an account, outside every partnership. */
    public static Viewer stranger() {
        return new Viewer(Optional.empty(), Optional.empty(), Optional.empty(), EnumSet.of(Role.ANYBODY));
    }

    /** Whorl itself, when it sets up a partnership or works on its own. */
    public static Viewer house(UUID partnership) {
        Set<Role> roles = EnumSet.allOf(Role.class);
        return new Viewer(Optional.empty(), Optional.empty(), Optional.of(partnership), roles);
    }

    /** Who is there now; a stranger if nobody said. */
    public static Viewer current() {
        return CURRENT.orElse(stranger());
    }

    /** Does the work as this viewer. */
    public <T, X extends Throwable> T doing(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** May this viewer do that? For offering a link or not; {@link Doorkeeper} asks again. */
    public boolean may(Action action) {
        return Permissions.allow(roles, action);
    }

    /** How the record names this viewer: by an id, never by a name. */
    String actor() {
        return member.map(id ->
                        "member " + id + token.map(key -> " by token " + key).orElse(""))
                .or(() -> account.map(id -> "account " + id))
                .orElse(roles.contains(Role.ADMINISTRATOR) ? "whorl" : "guest");
    }
}
