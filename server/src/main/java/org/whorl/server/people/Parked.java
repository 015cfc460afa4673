package org.whorl.server.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.whorl.server.design.Screen;

/** What a session holds for the next page, and no longer than ten minutes. */
final class Parked {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private Parked() {}

    /** The first step was right; the code is still to come. */
    record HalfIn(UUID account, Way way, Instant shown, String next, Instant at) implements Item {}

    /** A second step that is being set up: its secret, before the first right code. */
    @SuppressWarnings("ArrayRecordComponent")
    record NewSecondStep(byte[] secret, Instant at) implements Item {}

    /** Codes on paper, to be shown once. */
    record NewCodes(String codes, String next, Instant at) implements Item {}

    /** A passkey that is being made, and for whom; the account need not exist yet. */
    record NewPasskey(PublicKeyCredentialCreationOptions offered, UUID account, Instant at) implements Item {}

    /** Somebody is being asked for their passkey. */
    record PasskeyAsked(PublicKeyCredentialRequestOptions asked, Instant at) implements Item {}

    /** Why somebody was sent to their organisation. */
    enum Purpose {
        /** To sign in to the account they have. */
        COME_BACK,
        /** With an invitation. */
        JOIN,
        /** As the very first. */
        SET_UP,
        /** To sign in there from now on. */
        CONNECT
    }

    /** Why, and what for: an address, the secret of a visit, or an account. */
    record Errand(Purpose purpose, String what, Instant at) implements Item {}

    /** Somebody has come back from their organisation, which saw one thing or two, and when. */
    record Arrived(Identity identity, String idToken, boolean twoSteps, Instant shown, Instant at) implements Item {}

    /** Something put aside. */
    sealed interface Item extends Serializable {
        /** When. */
        Instant at();
    }

    static void put(HttpSession session, Item item) {
        session.setAttribute(item.getClass().getName(), item);
    }

    static <T extends Item> Optional<T> find(HttpSession session, Class<T> kind, Instant now) {
        @Nullable Object item = session.getAttribute(kind.getName());
        return kind.isInstance(item)
                ? Optional.of(kind.cast(item))
                        .filter(found -> now.isBefore(found.at().plus(GOOD_FOR)))
                : Optional.empty();
    }

    static <T extends Item> Optional<T> take(HttpSession session, Class<T> kind, Instant now) {
        Optional<T> found = find(session, kind, now);
        session.removeAttribute(kind.getName());
        return found;
    }

    /** Goes on to the page that shows new codes on paper. */
    static ResponseEntity<String> showCodes(
            Screen s, List<String> codes, String next, HttpServletRequest request, Instant now) {
        put(request.getSession(), new NewCodes(String.join("\n", codes), Next.local(next), now));
        return s.leaveFor("/account/codes");
    }
}
