package org.whorl.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.whorl.server.people.secrets.Fingerprint;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** The door for new people: whoever holds the secret of an invitation may join, once, for two weeks. */
@Door
public class Invitations {

    private static final Duration GOOD_FOR = Duration.ofDays(14);
    private static final int MOST_REFUSALS = 3;

    private final InvitationStore store;
    private final PeopleStore people;
    private final Accounts accounts;
    private final Clock clock;

    Invitations(InvitationStore store, PeopleStore people, Accounts accounts, Clock clock) {
        this.store = store;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Makes an invitation.
     *
     * @param role what the guest will do; {@link Role#MEMBER} for nothing in particular
     * @param offer what comes with it; for a guest expert a spiral and a last day
     * @return the secret, which is shown once and kept nowhere
     * @throws IllegalArgumentException if a role is handed out by somebody who may not
     */
    @Needs(Action.INVITE)
    public String invite(Role role, Offer offer) {
        Viewer viewer = Viewer.current();
        if ((role != Role.MEMBER && !role.isGiven())
                || (role == Role.ADMINISTRATOR && !viewer.roles().contains(Role.ADMINISTRATOR))) {
            throw new IllegalArgumentException("only an administrator makes administrators");
        }
        if (role == Role.EXPERT && (offer.spiral().isEmpty() || offer.until().isEmpty())) {
            throw new IllegalArgumentException("a guest expert is here for one spiral, until a day");
        }
        if (role == Role.FACILITATOR && offer.partner().isPresent()) {
            throw new IllegalArgumentException("who facilitates comes from no partner");
        }
        String secret = Fingerprint.freshSecret();
        UUID id = UUID.randomUUID();
        store.add(
                new InvitationStore.Invitation(
                        id,
                        viewer.partnership().orElseThrow(),
                        role,
                        offer,
                        viewer.member(),
                        clock.instant().plus(GOOD_FOR)),
                Fingerprint.of(secret));
        Note.about("invitation", id, role.key());
        return secret;
    }

    /** The partnership an invitation leads into, if it is still good. */
    @Needs(Action.SEE_OPEN)
    public Optional<Partnership> find(String secret) {
        return good(secret).flatMap(invitation -> people.findPartnership(invitation.partnership()));
    }

    /** Joins with the account one has signed in with. */
    @Needs(Action.JOIN)
    public Partnership join(String secret) {
        return joined(good(secret).orElseThrow(), Viewer.current().account().orElseThrow());
    }

    /**
     * Makes an account and joins with it.
     *
     * @return the partnership; nothing if there is an account with that address already
     */
    @Needs(Action.REGISTER)
    public Optional<Partnership> register(String secret, AccountStore.Newcomer newcomer) {
        InvitationStore.Invitation invitation = good(secret).orElseThrow();
        if (accounts.make(newcomer)) {
            return Optional.of(joined(invitation, newcomer.id()));
        }
        // Whoever tries address after address would find out who is here: the record shows it, and it ends soon.
        if (store.countRefusal(invitation.id()) >= MOST_REFUSALS) {
            store.use(invitation.id(), clock.instant());
        }
        Note.about("invitation", invitation.id(), "address taken");
        Note.in(invitation.partnership());
        return Optional.empty();
    }

    /**
     * Makes an account together with the way its owner signs in to it, and joins with it. If either fails, the
     * invitation is still good.
     */
    @Needs(Action.REGISTER)
    public Partnership register(String secret, AccountStore.Newcomer newcomer, Runnable way) {
        InvitationStore.Invitation invitation = good(secret).orElseThrow();
        accounts.make(newcomer, way);
        return joined(invitation, newcomer.id());
    }

    private Partnership joined(InvitationStore.Invitation invitation, UUID account) {
        if (!store.use(invitation.id(), clock.instant())) {
            throw new java.util.NoSuchElementException("somebody else has just used this invitation");
        }
        Set<Role> roles = invitation.role() == Role.MEMBER ? Set.of() : Set.of(invitation.role());
        Offer offer = invitation.offer();
        Member member = new Member(
                UUID.randomUUID(),
                accounts.name(account),
                offer.partner().map(id -> new Partner(id, "", "", "other", Optional.empty(), Optional.empty(), 1)),
                offer.perspective().map(id -> new Perspective(id, "", "")),
                roles,
                offer.circle().isEmpty() ? Set.of() : Set.of(offer.circle()),
                LocalDate.now(clock),
                offer.until(),
                1);
        try {
            people.add(invitation.partnership(), member, Optional.of(account), offer.spiral());
        } catch (DuplicateKeyException _) {
            throw new java.util.NoSuchElementException("already in this partnership");
        }
        Note.about("member", member.id(), "invitation " + invitation.id());
        Note.in(invitation.partnership());
        return people.findPartnership(invitation.partnership()).orElseThrow();
    }

    private Optional<InvitationStore.Invitation> good(String secret) {
        Instant now = clock.instant();
        return store.findUnused(Fingerprint.of(secret))
                .filter(invitation -> invitation.expiresAt().isAfter(now));
    }
}
