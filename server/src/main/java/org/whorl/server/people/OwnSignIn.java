package org.whorl.server.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whorl.server.people.secrets.Fingerprint;
import org.whorl.server.people.secrets.RecoveryCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to how one signs in oneself. Whatever changes it ends every other session of the account. */
@Door
class OwnSignIn {

    private final Accounts accounts;
    private final AccountStore store;
    private final RecoveryStore recovery;
    private final Passkeys passkeys;
    private final PasskeyStore kept;
    private final IdentityStore identities;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final Clock clock;

    OwnSignIn(
            Accounts accounts,
            AccountStore store,
            RecoveryStore recovery,
            Passkeys passkeys,
            PasskeyStore kept,
            IdentityStore identities,
            SessionStore sessions,
            TokenStore tokens,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.kept = kept;
        this.identities = identities;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The account one has signed in with. */
    @Needs(Action.SEE_MINE)
    public Standing standing() {
        return store.findStanding(account()).orElseThrow();
    }

    /** Is there one way in only, which therefore stays? */
    @Needs(Action.SEE_MINE)
    public boolean hasOneWay() {
        return store.countWays(account()) <= 1;
    }

    /** How many codes on paper are left. */
    @Needs(Action.SEE_MINE)
    public int countCodes() {
        return recovery.countCodes(account());
    }

    /** Sets a password, new or first. */
    @Needs(Action.CHANGE_SIGN_IN)
    public void setPassword(String password) {
        store.setPassword(account(), accounts.hide(password));
        Note.about("account", account(), "password");
    }

    /** Sets the address one signs in with; false if somebody else has it. */
    @Needs(Action.CHANGE_SIGN_IN)
    public boolean setEmail(String email) {
        Note.about("account", account(), "address");
        return store.setEmail(account(), email);
    }

    /**
     * Sets up a second step with an app that shows codes.
     *
     * @param secret what the app was given
     * @param step the time step of the first right code
     * @return ten codes on paper, shown once
     */
    @Needs(Action.CHANGE_SIGN_IN)
    public List<String> setSecondStep(byte[] secret, long step) {
        recovery.setSecondStep(account(), secret, step);
        Note.about("account", account(), "second step");
        return newCodes();
    }

    /** Goes back to the password alone. */
    @Needs(Action.CHANGE_SIGN_IN)
    public void removeSecondStep() {
        recovery.removeSecondStep(account());
        recovery.removeCodes(account());
        Note.about("account", account(), "second step removed");
    }

    /** One's passkeys, the oldest first. */
    @Needs(Action.SEE_MINE)
    public List<Passkey> listPasskeys() {
        return kept.list(account());
    }

    /**
     * Adds a passkey.
     *
     * @throws Passkeys.Unfit if the browser has made something else
     */
    @Needs(Action.CHANGE_SIGN_IN)
    public void addPasskey(Passkeys.Made made) {
        passkeys.keep(made);
        Note.about("account", account(), "passkey");
    }

    /** Calls a passkey something else. */
    @Needs(Action.CHANGE_SIGN_IN)
    public void namePasskey(UUID passkey, String label) {
        kept.name(account(), passkey, label);
        Note.about("passkey", passkey, "");
    }

    /** Removes a passkey; false if there would be no way in without it. */
    @Needs(Action.CHANGE_SIGN_IN)
    public boolean removePasskey(UUID passkey) {
        Note.about("passkey", passkey, "removed");
        return store.countWays(account()) > 1
                && kept.remove(account(), passkey) == 1
                && store.endSessions(account()) == 1;
    }

    /** The short names of the organisations that sign one in. */
    @Needs(Action.SEE_MINE)
    public List<String> listProviders() {
        return identities.listProviders(account());
    }

    /** Connects who one is for an organisation; false if that signs in to another account already. */
    @Needs(Action.CHANGE_SIGN_IN)
    public boolean connect(Identity identity) {
        Note.about("account", account(), "connected " + identity.provider());
        if (!identities.add(identity, account(), clock.instant())) {
            return identities
                    .find(identity.issuer(), identity.subject())
                    .filter(account()::equals)
                    .isPresent();
        }
        return true;
    }

    /** Lets an organisation sign one in no longer; false if there would be no way in without it. */
    @Needs(Action.CHANGE_SIGN_IN)
    public boolean disconnect(String provider) {
        Note.about("account", account(), "disconnected " + provider);
        return store.countWays(account()) > 1
                && identities.remove(account(), provider) > 0
                && store.endSessions(account()) == 1;
    }

    /** Makes ten codes on paper in place of those there were. */
    @Needs(Action.CHANGE_SIGN_IN)
    public List<String> freshCodes() {
        Note.about("account", account(), "codes on paper");
        return newCodes();
    }

    /** Where one is signed in, of which one is here. */
    @Needs(Action.SEE_MINE)
    public List<OwnSession> listSessions(String here) {
        Instant now = clock.instant();
        return sessions.list(account(), Fingerprint.of(here), now, now.minus(SignedIn.LONGEST));
    }

    /** Ends one of one's sessions. */
    @Needs(Action.CHANGE_SIGN_IN)
    public void endSession(UUID session) {
        sessions.remove(account(), session);
        Note.about("account", account(), "signed out somewhere");
    }

    /** Ends every session of the account. */
    @Needs(Action.CHANGE_SIGN_IN)
    public void endSessions() {
        store.endSessions(account());
        Note.about("account", account(), "signed out everywhere");
    }

    /** Has one a key for a program anywhere? */
    @Needs(Action.SEE_MINE)
    public boolean hasTokens() {
        return tokens.hasAny(account(), clock.instant());
    }

    /** Ends all of one's keys for programs, in every partnership. */
    @Needs(Action.MAKE_TOKEN)
    public void endTokens() {
        tokens.endAll(account(), clock.instant());
        Note.about("account", account(), "all withdrawn");
    }

    private List<String> newCodes() {
        List<String> codes = RecoveryCode.fresh();
        recovery.replaceCodes(
                account(), codes.stream().map(RecoveryCode::fingerprint).toList());
        return codes;
    }

    private static UUID account() {
        return Viewer.current().account().orElseThrow();
    }
}
