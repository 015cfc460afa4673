package org.whorl.server.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to where one is written to oneself. No address is written to before its owner has said that it is theirs. */
@Door
public class Mailboxes {

    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(5);
    private static final Duration CONFIRMED_WITHIN = Duration.ofDays(3);

    private final MailboxStore store;
    private final Letters letters;
    private final Clock clock;

    Mailboxes(MailboxStore store, Letters letters, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.clock = clock;
    }

    /** What came of choosing. */
    public enum Chosen {
        /** It is kept. */
        KEPT,
        /** It is kept, and a letter is on its way that asks whether the address is right. */
        TO_CONFIRM,
        /** A letter went to an address of theirs a moment ago; nobody is to be sent many. */
        TOO_SOON,
        /** It was changed elsewhere since it was read. */
        CHANGED
    }

    /** Where one is written to. */
    @Needs(Action.SEE_MINE)
    public Optional<Mailbox> findMine() {
        return store.find(me());
    }

    /** The address one signs in with; blank for none. */
    @Needs(Action.SEE_MINE)
    public String suggest() {
        return store.findAddress(me()).address();
    }

    /**
     * Chooses where, and about what, one is written to.
     *
     * @param version of what was read; 0 if there was nothing
     */
    @Needs(Action.CHOOSE_LETTERS)
    public Chosen choose(String address, boolean asks, HowOften news, int version) {
        Note.about("account", me(), "letters");
        Instant now = clock.instant();
        Optional<Mailbox> before = store.find(me());
        MailboxStore.SignsInWith signsIn = store.findAddress(me());
        boolean same = before.filter(Mailbox::confirmed)
                .filter(box -> box.address().equalsIgnoreCase(address))
                .isPresent();
        boolean vouched = signsIn.proved() && signsIn.address().equalsIgnoreCase(address);
        boolean confirmed = same || vouched;
        if (before.map(Mailbox::version).orElse(0) != version) {
            return Chosen.CHANGED;
        }
        boolean waits = before.filter(box -> !box.confirmed() && box.address().equalsIgnoreCase(address))
                .isPresent();
        boolean soon = store.findAsked(me())
                .filter(asked -> asked.plus(BETWEEN_LETTERS).isAfter(now))
                .isPresent();
        if (!confirmed && soon && !waits) {
            return Chosen.TOO_SOON;
        }
        if (!store.set(me(), new Mailbox(address, confirmed, asks, news, version), now)) {
            return Chosen.CHANGED;
        }
        if (confirmed) {
            return Chosen.KEPT;
        }
        if (!soon) {
            String secret = PrivateCode.fresh().replace("-", "");
            store.ask(me(), PrivateCode.fingerprint(secret), now);
            letters.add(
                    Sort.SERVICE,
                    Optional.empty(),
                    new LetterStore.Box(Optional.of(me()), Optional.empty(), signsIn.language(), true),
                    address,
                    Letter.of("confirm", List.of(), "/letters/confirm/" + secret));
        }
        return Chosen.TO_CONFIRM;
    }

    /** Forgets where one is written to. */
    @Needs(Action.CHOOSE_LETTERS)
    public void forget() {
        Note.about("account", me(), "no letters");
        store.forget(me());
    }

    /** Is that the secret of a letter that asks whether an address is right? */
    @Needs(Action.SEE_OPEN)
    public boolean isAsked(String secret) {
        return find(secret).isPresent();
    }

    /** Says that the address a letter came to is right; false if the letter is too old. */
    @Needs(Action.FEWER_LETTERS)
    public boolean confirm(String secret) {
        Optional<UUID> account = find(secret);
        Note.about("account", account.map(UUID::toString).orElse("of nobody"), "address confirmed");
        account.ifPresent(each -> store.confirm(each, clock.instant()));
        return account.isPresent();
    }

    /**
     * What whoever got a letter wants.
     *
     * @param signsIn do they have an account?
     * @param asks do they want letters that ask?
     * @param news how often they want news
     */
    public record Wanted(boolean signsIn, boolean asks, HowOften news) {}

    /** What whoever got the letter with that secret wants now. */
    @Needs(Action.SEE_OPEN)
    public Optional<Wanted> findWanted(String secret) {
        return store.findReached(PrivateCode.fingerprint(secret))
                .map(reached -> reached.mailbox()
                        .map(box -> new Wanted(true, box.asks(), box.news()))
                        .orElseGet(() -> new Wanted(
                                reached.account().isPresent(),
                                reached.addressee().isPresent() && !reached.stopped(),
                                HowOften.NEVER)));
    }

    /** Changes what whoever got the letter with that secret wants. */
    @Needs(Action.FEWER_LETTERS)
    public boolean want(String secret, boolean asks, HowOften news) {
        return change(secret, asks, news);
    }

    /** No more letters of the sort the letter with that secret was of: what a mail program asks for by its own button. */
    @Needs(Action.FEWER_LETTERS)
    public boolean stop(String secret) {
        Optional<MailboxStore.Reached> reached = store.findReached(PrivateCode.fingerprint(secret));
        boolean asks = reached.filter(each -> each.sort() != Sort.ASK)
                .flatMap(MailboxStore.Reached::mailbox)
                .map(Mailbox::asks)
                .orElse(false);
        HowOften news = reached.filter(each -> each.sort() != Sort.NEWS)
                .flatMap(MailboxStore.Reached::mailbox)
                .map(Mailbox::news)
                .orElse(HowOften.NEVER);
        return change(secret, asks, news);
    }

    private boolean change(String secret, boolean asks, HowOften news) {
        Instant now = clock.instant();
        Optional<MailboxStore.Reached> found = store.findReached(PrivateCode.fingerprint(secret));
        Note.about("letter", found.map(each -> each.letter().toString()).orElse("unknown"), "what is wanted");
        found.flatMap(MailboxStore.Reached::account).ifPresent(account -> store.want(account, asks, news, now));
        found.flatMap(MailboxStore.Reached::addressee)
                .ifPresent(addressee -> store.stop(
                        found.get().partnership().orElseThrow(),
                        addressee,
                        asks ? Optional.empty() : Optional.of(now)));
        return found.isPresent();
    }

    private Optional<UUID> find(String secret) {
        return store.findAsked(PrivateCode.fingerprint(secret), clock.instant().minus(CONFIRMED_WITHIN));
    }

    private static UUID me() {
        return Viewer.current().account().orElseThrow();
    }
}
