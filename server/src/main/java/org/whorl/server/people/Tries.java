package org.whorl.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.whorl.server.people.secrets.Fingerprint;

/**
 * Stops guessing: after five wrong tries at one name nobody may try it for a minute, then for two, up to an hour. Names
 * that nobody has are counted alike, so being stopped tells a guesser nothing. Only fingerprints of names are kept, and
 * for a day.
 */
@Component
class Tries {

    private static final int FREE = 5;
    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    private static final int LONGEST_DOUBLING = 6;
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final TryStore store;
    private final Across across;
    private final Clock clock;

    Tries(TryStore store, Across across, Clock clock) {
        this.store = store;
        this.across = across;
        this.clock = clock;
    }

    /** Until when nobody may try this name. */
    Optional<Instant> lockedUntil(String name) {
        return across.all(() -> store.findLock(key(name))).filter(until -> until.isAfter(clock.instant()));
    }

    /** Counts a wrong try. */
    void wrong(String name) {
        Instant now = clock.instant();
        across.all(() -> {
            store.forgetBefore(now.minus(FORGOTTEN));
            int failures = store.count(key(name), now, now.minus(FORGOTTEN));
            if (failures >= FREE) {
                int doubling = Math.min(failures - FREE, LONGEST_DOUBLING);
                store.lock(key(name), now.plus(FIRST_LOCK.multipliedBy(1L << doubling)));
            }
            return failures;
        });
    }

    /** Forgets wrong tries after a right one. */
    void right(String name) {
        across.all(() -> store.forget(key(name)));
    }

    private static byte[] key(String name) {
        return Fingerprint.of(name.strip().toLowerCase(Locale.ROOT));
    }
}
