package org.whorl.server.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.whorl.server.people.secrets.Fingerprint;
import org.whorl.server.people.secrets.PasswordRules;
import org.whorl.server.trust.Permissions;
import org.whorl.server.trust.Role;

/** People's own accounts, and signing in to them with a password. */
@Component
class Accounts {

    private final AccountStore store;
    private final Across across;
    private final Tries tries;
    private final PasswordEncoder passwords = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Supplier<String> nobodysPassword =
            SingletonSupplier.of(() -> passwords.encode("nobody has this account"));
    private final String setUpCode = Fingerprint.freshSecret();
    private final boolean newKeeper;
    private final AtomicBoolean newKeeperMade = new AtomicBoolean();

    Accounts(AccountStore store, Across across, Tries tries, @Value("${whorl.new-keeper:false}") boolean newKeeper) {
        this.store = store;
        this.across = across;
        this.tries = tries;
        this.newKeeper = newKeeper;
    }

    /**
     * The code of the first account's link; empty once there is an account. Where whoever looks after the house is gone
     * or cannot get in, {@code whorl.new-keeper=true} among the settings makes it good once more, at each start.
     */
    Optional<String> setUpCode() {
        boolean wanted = newKeeper && !newKeeperMade.get();
        return wanted || across.all(store::isEmpty) ? Optional.of(setUpCode) : Optional.empty();
    }

    /** Is that the code of the first account's link, and is it still good? */
    boolean isSetUpCode(String code) {
        return setUpCode()
                .filter(right -> MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** Makes an account; false if there is one with that address already. */
    boolean make(AccountStore.Newcomer newcomer) {
        boolean made = across.all(() -> store.add(newcomer));
        newKeeperMade.compareAndSet(false, made && newcomer.houseKeeper());
        return made;
    }

    /** Makes an account together with the way its owner signs in to it; without that, there is no account either. */
    void make(AccountStore.Newcomer newcomer, Runnable way) {
        across.all(() -> {
            if (!store.add(newcomer)) {
                throw new IllegalStateException("somebody else was quicker");
            }
            way.run();
            return true;
        });
        newKeeperMade.compareAndSet(false, newcomer.houseKeeper());
    }

    /** A password as it is kept. */
    String hide(String password) {
        return passwords.encode(PasswordRules.normal(password));
    }

    /** What came of somebody's try to sign in. */
    sealed interface SignIn {
        /** They are who they say. */
        record Right(Standing standing) implements SignIn {}

        /** Address or password is wrong; which of them is not said. */
        record Wrong() implements SignIn {}

        /** Too many tries: nobody may try until then. */
        record Locked(Instant until) implements SignIn {}
    }

    /** Tries to sign somebody in. An address nobody has is answered as any other is, as late and as often. */
    SignIn signIn(String email, String password) {
        Optional<Instant> locked = tries.lockedUntil("password " + email);
        if (locked.isPresent()) {
            return new SignIn.Locked(locked.get());
        }
        Optional<AccountStore.Account> found = across.all(() -> store.find(email.strip()));
        Optional<String> kept = found.flatMap(AccountStore.Account::password);
        boolean right =
                passwords.matches(PasswordRules.normal(password), kept.orElseGet(nobodysPassword)) && kept.isPresent();
        if (!right) {
            tries.wrong("password " + email);
            return new SignIn.Wrong();
        }
        tries.right("password " + email);
        return new SignIn.Right(
                standing(found.map(AccountStore.Account::id).orElseThrow()).orElseThrow());
    }

    /** Is that this account's password? Wrong ones count as tries to sign in do. */
    boolean isPassword(Standing standing, String password) {
        return signIn(standing.email(), password) instanceof SignIn.Right right
                && right.standing().account().equals(standing.account());
    }

    /** What a request needs to know about an account; empty if there is none. */
    Optional<Standing> standing(UUID account) {
        return across.all(() -> store.findStanding(account));
    }

    /** Is there an account with that address? */
    boolean isTaken(String email) {
        return across.all(() -> store.find(email)).isPresent();
    }

    /** Has the account, in any partnership, a role that counts only after a second step? */
    boolean wantsSecondStep(UUID account) {
        return across.all(() -> store.listRoles(account)).stream().map(Role::of).anyMatch(Permissions::needsSecondStep);
    }

    String name(UUID account) {
        return standing(account).orElseThrow().name();
    }

    /** May this account open partnerships? Only whoever keeps the house may, until they say otherwise. */
    boolean keepsHouse(UUID account) {
        return standing(account).filter(Standing::houseKeeper).isPresent();
    }
}
