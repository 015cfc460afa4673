package org.whorl.server.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
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
     * @return the secret, which is shown once and kept nowhere
     * @throws IllegalArgumentException if a role is handed out by somebody who may not
     */
    @Needs(Action.INVITE)
    public String invite(Role role, Optional<UUID> perspective) {
        Viewer viewer = Viewer.current();
        if ((role != Role.MEMBER && !role.isGiven())
                || (role == Role.ADMINISTRATOR && !viewer.roles().contains(Role.ADMINISTRATOR))) {
            throw new IllegalArgumentException("only an administrator makes administrators");
        }
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        String written = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID id = UUID.randomUUID();
        store.add(
                new InvitationStore.Invitation(
                        id,
                        viewer.partnership().orElseThrow(),
                        role,
                        perspective,
                        viewer.member(),
                        clock.instant().plus(GOOD_FOR)),
                hidden(written));
        Note.about("invitation", id, role.key());
        return written;
    }

    /** The partnership an invitation leads into, if it is still good. */
    @Needs(Action.SEE_OPEN)
    public Optional<Partnership> find(String secret) {
        return good(secret).flatMap(invitation -> store.findPartnership(invitation.partnership()));
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
    public Optional<Partnership> register(String secret, String name, String email, String password, String language) {
        InvitationStore.Invitation invitation = good(secret).orElseThrow();
        Optional<Partnership> partnership =
                accounts.make(email, name, password, language, false).map(account -> joined(invitation, account));
        // The address is nobody's to know, so the record says only that somebody tried.
        Note.about("invitation", invitation.id(), partnership.isPresent() ? "" : "address taken");
        Note.in(invitation.partnership());
        return partnership;
    }

    private Partnership joined(InvitationStore.Invitation invitation, UUID account) {
        if (!store.use(invitation.id(), clock.instant())) {
            throw new java.util.NoSuchElementException("somebody else has just used this invitation");
        }
        Set<Role> roles = invitation.role() == Role.MEMBER ? Set.of() : Set.of(invitation.role());
        Member member = new Member(
                UUID.randomUUID(),
                accounts.name(account),
                Optional.empty(),
                invitation.perspective().map(id -> new Perspective(id, "", "")),
                roles,
                Set.of("reference"),
                LocalDate.now(clock));
        try {
            people.add(invitation.partnership(), member, Optional.of(account));
        } catch (DuplicateKeyException _) {
            throw new java.util.NoSuchElementException("already in this partnership");
        }
        Note.about("member", member.id(), "invitation " + invitation.id());
        Note.in(invitation.partnership());
        return store.findPartnership(invitation.partnership()).orElseThrow();
    }

    private Optional<InvitationStore.Invitation> good(String secret) {
        Instant now = clock.instant();
        return store.findUnused(hidden(secret))
                .filter(invitation -> invitation.expiresAt().isAfter(now));
    }

    private static byte[] hidden(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
