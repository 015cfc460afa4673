package org.whorl.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.design.Option;
import org.whorl.server.people.secrets.Fingerprint;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** The door to keys for programs, in this partnership. */
@Door
class Tokens {

    /** How every key begins, so that one that was published by mistake is recognised. */
    static final String BEGINNING = "whorl_";

    static final int USUAL_DAYS = 90;

    static final int MOST_DAYS = 365;

    private final TokenStore store;
    private final Clock clock;

    Tokens(TokenStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One's keys that still work, the newest first. */
    @Needs(Action.SEE_MINE)
    public List<Token> listMine() {
        return Viewer.current()
                .member()
                .map(member -> store.list(member, clock.instant()))
                .orElseThrow();
    }

    /** Everybody's keys that still work, by owner. */
    @Needs(Action.SEE_TOKENS)
    public List<OwnedToken> listAll() {
        return store.listAll(clock.instant());
    }

    /** Ends anybody's key; false if there is none. */
    @Needs(Action.END_TOKEN)
    public boolean end(UUID id) {
        Note.about("token", id, "ended");
        return store.end(id, clock.instant());
    }

    /** The capacities one may give to a key, the least first: only to look, and one's own roles. */
    @Needs(Action.SEE_MINE)
    public List<Role> listRoles() {
        return offered();
    }

    private static List<Role> offered() {
        List<Role> roles = new ArrayList<>(List.of(Role.GUEST));
        for (Role role : Role.values()) {
            if ((role == Role.MEMBER || role.isGiven())
                    && Viewer.current().roles().contains(role)) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** The spirals a key could be kept to. */
    @Needs(Action.SEE_MINE)
    public List<Option> listSpirals() {
        return store.listSpirals();
    }

    /**
     * Makes a key.
     *
     * @param name what its owner calls it
     * @param roles what it is to be used as; never more than its owner is
     * @param only the one spiral it is for; a guest expert's is always for theirs
     * @param days how long it works
     * @return the key, which is shown once and kept nowhere
     * @throws IllegalArgumentException if it would be more than its owner
     */
    @Needs(Action.MAKE_TOKEN)
    public String make(String name, Set<Role> roles, Optional<UUID> only, int days) {
        if (roles.isEmpty() || !offered().containsAll(roles) || days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a key is never more than its owner, and never for more than a year");
        }
        Viewer viewer = Viewer.current();
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        String secret = BEGINNING + Fingerprint.freshSecret();
        store.add(
                viewer.partnership().orElseThrow(),
                viewer.member().orElseThrow(),
                new Token(
                        id,
                        name,
                        roles.stream().sorted().map(Role::key).toList(),
                        Optional.empty(),
                        now,
                        now.plus(Duration.ofDays(days)),
                        Optional.empty()),
                viewer.only().or(() -> only),
                Fingerprint.of(secret));
        Note.about("token", id, "%s for %d days".formatted(String.join(", ", keys(roles)), days));
        return secret;
    }

    private static List<String> keys(Set<Role> roles) {
        return roles.stream().sorted().map(Role::key).toList();
    }

    /** Ends one of one's own keys; false if there is none. */
    @Needs(Action.MAKE_TOKEN)
    public boolean withdraw(UUID id) {
        Note.about("token", id, "withdrawn");
        return store.withdraw(Viewer.current().member().orElseThrow(), id, clock.instant());
    }
}
