package org.whorl.server.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.people.secrets.RecoveryCode;
import org.whorl.server.people.secrets.Totp;

/** Checks what is asked for after a password: a code from an app, or one on paper. */
@Component
class SecondSteps {

    private final RecoveryStore store;
    private final Across across;
    private final Tries tries;
    private final Clock clock;

    SecondSteps(RecoveryStore store, Across across, Tries tries, Clock clock) {
        this.store = store;
        this.across = across;
        this.tries = tries;
        this.clock = clock;
    }

    /** What came of a code. */
    enum Outcome {
        /** It is theirs, and used now. */
        RIGHT,
        /** It is not. */
        WRONG,
        /** Too many were wrong: nobody may try for a while. */
        LOCKED
    }

    /** Takes a code, once. */
    Outcome take(UUID account, String typed) {
        String name = "code " + account;
        if (tries.lockedUntil(name).isPresent()) {
            return Outcome.LOCKED;
        }
        if (across.all(() -> takesApp(account, typed) || takesPaper(account, typed))) {
            tries.right(name);
            return Outcome.RIGHT;
        }
        tries.wrong(name);
        return Outcome.WRONG;
    }

    /** Takes a code on paper that stands alone, because the account has no password; whose it was. */
    Optional<UUID> takeAlone(String typed) {
        return across.all(() -> store.takeLoneCode(RecoveryCode.fingerprint(typed)));
    }

    /** Makes ten new codes in place of those there were; they are shown once and kept nowhere. */
    List<String> freshCodes(UUID account) {
        List<String> codes = RecoveryCode.fresh();
        across.all(() -> {
            store.replaceCodes(
                    account, codes.stream().map(RecoveryCode::fingerprint).toList());
            return codes;
        });
        return codes;
    }

    private boolean takesApp(UUID account, String typed) {
        return store.findSecondStep(account)
                .map(known -> {
                    OptionalLong step = Totp.of(known.secret()).stepOf(typed, clock.instant(), known.used());
                    return step.isPresent() && store.takeStep(account, step.getAsLong());
                })
                .orElse(false);
    }

    private boolean takesPaper(UUID account, String typed) {
        return store.takeCode(account, RecoveryCode.fingerprint(typed));
    }
}
