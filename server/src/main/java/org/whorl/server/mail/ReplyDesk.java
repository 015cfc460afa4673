package org.whorl.server.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.design.Texts;
import org.whorl.server.people.Correspondents;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.trust.Refused;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/**
 * Takes an answer that came by e-mail: finds the letter it answers, hands what was newly written to whoever asked, and tells
 * the person what became of it. That it came and what it changes are one transaction, so that it counts once.
 */
@Component
class ReplyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyDesk.class);

    private static final int LONGEST = 4_000;

    private final LetterStore store;
    private final Letters letters;
    private final MailSettings settings;
    private final Correspondents correspondents;
    private final ObjectProvider<TakesReplies> takers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReplyDesk(
            LetterStore store,
            Letters letters,
            MailSettings settings,
            Correspondents correspondents,
            ObjectProvider<TakesReplies> takers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.letters = letters;
        this.settings = settings;
        this.correspondents = correspondents;
        this.takers = takers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Does what a letter asks for; false if it is none of ours, and is left for whoever looks after the mailbox. */
    boolean take(Incoming in) {
        Optional<LetterStore.Sent> found =
                Tenancy.acrossAll(() -> done(() -> store.findSent(in.secrets(), in.answers())));
        if (found.isEmpty()) {
            return false;
        }
        LetterStore.Sent sent = found.get();
        if (in.automatic()) {
            in.returned()
                    .ifPresent(code -> Tenancy.acrossAll(
                            () -> done(() -> store.returned(sent.id(), "returned " + code, clock.instant()))));
            return true;
        }
        // A letter that we wrote by ourselves is not answered by another: two programs would write for ever.
        if (sent.sort() == Sort.SERVICE || sent.partnership().isEmpty()) {
            return false;
        }
        try {
            within(sent, () -> answered(in, sent));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error(
                    "an answer could not be taken: {} {}",
                    sent.answers(),
                    e.getClass().getName());
            within(
                    sent,
                    () -> came(in)
                            && told(sent, no(e instanceof Refused ? "letter.reply.refused" : "letter.reply.broken")));
        }
        return true;
    }

    private boolean answered(Incoming in, LetterStore.Sent sent) {
        return came(in) && told(sent, taken(in, sent));
    }

    /** Notes that it came; false if it had come before. */
    private boolean came(Incoming in) {
        return store.came(print(in), clock.instant());
    }

    private TakesReplies.Taken taken(Incoming in, LetterStore.Sent sent) {
        Instant now = clock.instant();
        Optional<TakesReplies> taker = takers.stream()
                .filter(each -> each.kind().equals(sent.answers()))
                .findFirst();
        if (taker.isEmpty()) {
            return no("letter.reply.nobody");
        }
        if (sent.until().filter(now::isBefore).isEmpty()) {
            return no("letter.reply.late");
        }
        // Whoever was sent a copy of the letter does not answer in the name of whom it was for.
        if (!in.from().equalsIgnoreCase(sent.address())) {
            return no("letter.reply.other-address");
        }
        if (in.words().isEmpty() || in.words().get().length() > LONGEST) {
            return no("letter.reply.long");
        }
        if (in.words().get().isEmpty()) {
            return no("letter.reply.blank");
        }
        Optional<Viewer> viewer = viewer(sent);
        if (viewer.isEmpty()) {
            return no("letter.reply.refused");
        }
        TakesReplies.Reply reply = new TakesReplies.Reply(
                sent.about(),
                viewer.get().member(),
                sent.addressee(),
                in.words().get(),
                sent.language());
        return viewer.get().doing(() -> taker.get().take(reply));
    }

    private Optional<Viewer> viewer(LetterStore.Sent sent) {
        return sent.account().isPresent()
                ? correspondents.find(
                        sent.partnership().orElseThrow(), sent.account().get())
                : Optional.of(new Viewer(
                        Optional.empty(), Optional.empty(), sent.partnership(), Set.of(Role.ANYBODY, Role.GUEST)));
    }

    private boolean told(LetterStore.Sent sent, TakesReplies.Taken taken) {
        Letter letter = switch (taken) {
            case TakesReplies.Taken.Yes _ -> Letter.of("taken", List.of(), sent.path());
            case TakesReplies.Taken.No(String why, String path) ->
                Letter.of(
                        "not-taken", List.of(Texts.in(sent.language()).say(why)), path.isEmpty() ? sent.path() : path);
        };
        letters.add(
                Sort.SERVICE,
                sent.partnership(),
                new LetterStore.Box(sent.account(), sent.addressee(), sent.language(), true),
                "",
                letter);
        return true;
    }

    private static TakesReplies.Taken no(String why) {
        return new TakesReplies.Taken.No(why, "");
    }

    private byte[] print(Incoming in) {
        String known = in.number().isBlank() ? in.from() + "\n" + in.words().orElse("") : in.number();
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((settings.domain() + "\n" + known).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void within(LetterStore.Sent sent, Supplier<Boolean> work) {
        Tenancy.within(sent.partnership().orElseThrow(), () -> done(work));
    }

    private <T> T done(Supplier<T> work) {
        T done = transaction.execute(_ -> work.get());
        if (done == null) {
            throw new IllegalStateException("a store answered with nothing");
        }
        return done;
    }
}
