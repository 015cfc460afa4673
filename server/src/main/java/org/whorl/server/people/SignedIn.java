package org.whorl.server.people;

import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's session.
 *
 * @param account whose
 * @param way how they signed in
 * @param at when
 * @param shown when they last showed who they are; their organisation may have seen it some time before
 * @param stamp what the account's was then; see {@link Standing}
 */
record SignedIn(UUID account, Way way, Instant at, Instant shown, int stamp) implements Principal, Serializable {

    /** However busy somebody is, once in a working day they show again who they are. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** So long may somebody change how they sign in without showing again who they are. */
    static final Duration FRESH = Duration.ofMinutes(15);

    /** Is the session still good? */
    boolean holds(Standing standing, Instant now) {
        return stamp == standing.stamp() && now.isBefore(at.plus(LONGEST));
    }

    /** Have they shown only just now who they are? */
    boolean isFresh(Instant now) {
        return now.isBefore(shown.plus(FRESH));
    }

    @Override
    public String getName() {
        return account.toString();
    }
}
