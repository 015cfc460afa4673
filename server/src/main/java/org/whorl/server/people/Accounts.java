package org.whorl.server.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import org.whorl.server.platform.Tenancy;

/** People's own accounts: made with a password, locked for a while when somebody guesses. */
@Component
class Accounts {

    /** As NIST SP 800-63B-4 has it where a password stands alone; nothing else is asked of it. */
    static final int SHORTEST_PASSWORD = 15;

    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    private static final int LONGEST_DOUBLING = 6;

    private final AccountStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PasswordEncoder passwords = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Supplier<String> nobodysPassword =
            SingletonSupplier.of(() -> passwords.encode("nobody has this account"));
    private final String setUpCode = HexFormat.of().formatHex(random());

    Accounts(AccountStore store, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The code of the first account's link; empty once there is an account. */
    Optional<String> setUpCode() {
        return whole(() -> store.isEmpty() ? Optional.of(setUpCode) : Optional.<String>empty());
    }

    /** Is that the code of the first account's link, and is it still good? */
    boolean isSetUpCode(String code) {
        return setUpCode()
                .filter(right -> MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** Makes an account; empty if there is one with that address already. */
    Optional<UUID> make(String email, String name, String password, String language, boolean houseKeeper) {
        String hidden = passwords.encode(password);
        return whole(() -> store.add(UUID.randomUUID(), email, name, hidden, language, houseKeeper));
    }

    /** What came of somebody's try to sign in. */
    sealed interface SignIn {
        /** They are who they say. */
        record Right(UUID account) implements SignIn {}

        /** Address or password is wrong; which of them is not said. */
        record Wrong() implements SignIn {}

        /** Too many tries: nobody may try until then. */
        record Locked(Instant until) implements SignIn {}
    }

    /** Tries to sign somebody in. Takes as long for an account that does not exist as for one that does. */
    SignIn signIn(String email, String password) {
        Optional<AccountStore.Account> found = whole(() -> store.find(email));
        Instant now = clock.instant();
        if (found.isPresent() && found.get().lockedUntil().isAfter(now)) {
            return new SignIn.Locked(found.get().lockedUntil());
        }
        boolean right = passwords.matches(
                password, found.flatMap(AccountStore.Account::password).orElseGet(nobodysPassword));
        if (found.isEmpty()) {
            return new SignIn.Wrong();
        }
        UUID account = found.get().id();
        if (right && found.get().password().isPresent()) {
            whole(() -> store.forgetFailures(account));
            return new SignIn.Right(account);
        }
        // Counted by the database, so that tries at the same moment are all counted.
        int failures = whole(() -> store.countFailure(account));
        if (failures >= FREE_TRIES) {
            int doubling = Math.min(failures - FREE_TRIES, LONGEST_DOUBLING);
            Instant until = now.plus(FIRST_LOCK.multipliedBy(1L << doubling));
            whole(() -> store.lock(account, until));
        }
        return new SignIn.Wrong();
    }

    String name(UUID account) {
        return whole(() -> store.name(account));
    }

    /** May this account open partnerships? Only whoever keeps the house may, until they say otherwise. */
    boolean keepsHouse(UUID account) {
        return whole(() -> store.keepsHouse(account));
    }

    private <T> T whole(Supplier<T> work) {
        return Tenancy.acrossAll(() -> {
            T done = transaction.execute(_ -> work.get());
            if (done == null) {
                throw new IllegalStateException("a store answered with nothing");
            }
            return done;
        });
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
