package org.whorl.server.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.whorl.server.design.Language;
import org.whorl.server.trust.Viewer;

/**
 * Posts letters, in the same transaction as what they tell of: what is not done is not told, and what was told of survives
 * the plug being pulled. They are sent a moment later, each once as far as SMTP allows.
 */
@Component
public class Letters {

    private final LetterStore store;
    private final MailSettings settings;
    private final Postman postman;
    private final Clock clock;

    Letters(
            LetterStore store,
            MailSettings settings,
            Postman postman,
            Clock clock,
            @Value("${whorl.address:}") String address) {
        if (settings.sends() && address.isBlank()) {
            throw new IllegalArgumentException(
                    "whorl.mail.host is set, but whorl.address is not: letters hold links, and need to know where to");
        }
        this.store = store;
        this.settings = settings;
        this.postman = postman;
        this.clock = clock;
    }

    /** Does this Whorl send e-mail? */
    public boolean areSent() {
        return settings.sends();
    }

    /** Does it read answers? */
    public boolean areAnswered() {
        return settings.reads();
    }

    /**
     * Posts a letter in the partnership of the viewer.
     *
     * @param to whom it is for
     * @param written the letter in a language
     */
    public Posted post(To to, Function<Language, Letter> written) {
        if (!settings.sends()) {
            return Posted.NOT_SET_UP;
        }
        Optional<LetterStore.Box> box = store.find(to);
        if (box.isEmpty()) {
            return Posted.NO_ADDRESS;
        }
        if (!box.get().wanted()) {
            return Posted.NOT_WANTED;
        }
        LetterStore.Box found = box.get();
        add(Sort.ASK, Viewer.current().partnership(), found, "", written.apply(found.language()));
        return Posted.YES;
    }

    /**
     * Keeps where somebody is written to who never signs in.
     *
     * @return by what they are known from now on; the same for the same address
     */
    public UUID remember(String address, Language language) {
        return store.remember(Viewer.current().partnership().orElseThrow(), address.strip(), language);
    }

    /** Takes back the letters about something that still wait, such as reminders of a meeting that has moved. */
    public void withdraw(String about) {
        store.withdraw(Viewer.current().partnership().orElseThrow(), about, Optional.empty());
    }

    /** Takes back those that wait for one person, such as a reminder of what they have answered. */
    public void withdraw(String about, To to) {
        store.withdraw(Viewer.current().partnership().orElseThrow(), about, Optional.of(to));
    }

    /** Posts a letter that goes to an account, or to an address that is not theirs yet. */
    void add(Sort sort, Optional<UUID> partnership, LetterStore.Box box, String address, Letter letter) {
        Instant now = clock.instant();
        store.add(UUID.randomUUID(), sort, partnership, box, address, letter, now);
        if (letter.notBefore().filter(now::isBefore).isEmpty()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    postman.wake();
                }
            });
        }
    }
}
