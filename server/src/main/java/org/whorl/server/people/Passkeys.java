package org.whorl.server.people;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes and recognises passkeys (Web Authentication, level 3). They stay on the person's own device, which must see a
 * finger, a face or a PIN; we keep the public half. A passkey is good at one address only, so the address is part of
 * every question.
 */
@Component
class Passkeys {

    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> USED =
            new TypeReference<>() {};
    private static final Authentication STRANGER =
            new AnonymousAuthenticationToken("stranger", "stranger", AuthorityUtils.createAuthorityList("none"));

    private final PasskeyStore store;
    private final PasskeyOwners owners;
    private final Across across;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(PasskeyStore store, PasskeyOwners owners, Across across) {
        this.store = store;
        this.owners = owners;
        this.across = across;
    }

    /** What came from the browser is not a passkey that answers our question. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(Throwable cause) {
            super(cause);
        }
    }

    /**
     * A passkey as it comes from a browser.
     *
     * @param address where it was made
     * @param offered what was asked
     * @param answer what the browser says
     * @param label what its owner calls it
     */
    record Made(String address, PublicKeyCredentialCreationOptions offered, String answer, String label) {}

    /** The question whose answer is a new passkey for that person. */
    PublicKeyCredentialCreationOptions offer(String address, PasskeyOwners.Owner owner) {
        Authentication theirs = UsernamePasswordAuthenticationToken.authenticated(
                owner.account().toString(), "", List.of());
        return across.all(() -> owner.during(() -> at(address)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(theirs))));
    }

    /**
     * Keeps a passkey that a browser has made on our asking.
     *
     * @throws Unfit if it has made something else
     */
    void keep(Made made) {
        try {
            across.all(() -> at(made.address())
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            made.offered(),
                            new RelyingPartyPublicKey(json.readValue(made.answer(), MADE), made.label()))));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            throw new Unfit(e);
        }
    }

    /** The question that any passkey of ours answers. */
    PublicKeyCredentialRequestOptions ask(String address) {
        return at(address)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(STRANGER));
    }

    /** Whose passkey has answered; empty if it is none of ours, or has answered something else. */
    Optional<UUID> recognise(String address, PublicKeyCredentialRequestOptions asked, String used) {
        try {
            RelyingPartyAuthenticationRequest answer =
                    new RelyingPartyAuthenticationRequest(asked, json.readValue(used, USED));
            return across.all(() -> Optional.of(
                    PasskeyStore.account(at(address).authenticate(answer).getId())));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A question as browsers read it. */
    String written(Object question) {
        return json.writeValueAsString(question);
    }

    private Webauthn4JRelyingPartyOperations at(String address) {
        Webauthn4JRelyingPartyOperations there = new Webauthn4JRelyingPartyOperations(
                owners,
                store,
                PublicKeyCredentialRpEntity.builder()
                        .id(Address.host(address))
                        .name("Whorl")
                        .build(),
                Set.of(address));
        there.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        there.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return there;
    }
}
