package org.whorl.server.people;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Whose a passkey is, as authenticators are told: our accounts, and people who are about to have one. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private static final ScopedValue<Owner> NEWCOMER = ScopedValue.newInstance();

    private final AccountStore accounts;

    PasskeyOwners(AccountStore accounts) {
        this.accounts = accounts;
    }

    /**
     * Somebody a passkey is made for.
     *
     * @param account theirs, which need not exist yet
     * @param name what their telephone lists the passkey under
     */
    record Owner(UUID account, String name) {

        /** Does the work on behalf of this person, known here or not. */
        <T> T during(ScopedValue.CallableOp<T, RuntimeException> work) {
            return ScopedValue.where(NEWCOMER, this).call(work);
        }
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(PasskeyStore.account(handle)).map(PasskeyOwners::entity).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return find(UUID.fromString(account)).map(PasskeyOwners::entity).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new IllegalStateException("accounts are not made by making a passkey for them");
    }

    @Override
    public void delete(Bytes handle) {
        throw new IllegalStateException("accounts do not go with their passkeys");
    }

    private Optional<Owner> find(UUID account) {
        return NEWCOMER.isBound() && NEWCOMER.get().account().equals(account)
                ? Optional.of(NEWCOMER.get())
                : accounts.findStanding(account)
                        .map(standing ->
                                new Owner(account, standing.email().isEmpty() ? standing.name() : standing.email()));
    }

    private static PublicKeyCredentialUserEntity entity(Owner owner) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyStore.handle(owner.account()))
                .name(owner.name())
                .displayName(owner.name())
                .build();
    }
}
