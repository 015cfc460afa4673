package org.whorl.server.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;

/**
 * Carries letters to the mail server, one after the other. What waits stands in the database alone, so nothing is forgotten
 * when the plug is pulled. Between the server's yes and our note of it a letter may be sent twice: it then has the same
 * number, by which mail programs know it again.
 */
@Component
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final Duration IDLE = Duration.ofSeconds(2);
    /** Longer than any server lets us wait. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2));
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LetterStore store;
    private final Writing writing;
    private final MailSettings settings;
    private final ObjectProvider<Digests> digests;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean open;
    private Optional<Thread> walking = Optional.empty();

    Postman(
            LetterStore store,
            Writing writing,
            MailSettings settings,
            ObjectProvider<Digests> digests,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.writing = writing;
        this.settings = settings;
        this.digests = digests;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** There is something new to carry. */
    void wake() {
        bell.release();
    }

    @Override
    public void start() {
        open = true;
        if (settings.sends()) {
            walking = Optional.of(Thread.ofPlatform().name("postman").daemon().start(this::walk));
        }
    }

    @Override
    public void stop() {
        open = false;
        wake();
        walking.ifPresent(thread -> {
            try {
                // Whatever it has in hand is sent and noted before the database goes.
                if (!thread.join(PATIENCE)) {
                    LOG.warn("a letter is still being given to the mail server");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    private void walk() {
        Instant tidied = Instant.MIN;
        while (open) {
            boolean more = false;
            try {
                Instant now = clock.instant();
                if (tidied.isBefore(now.minus(Duration.ofHours(1)))) {
                    across(() -> store.forget(now.minus(REMEMBERED), now));
                    tidied = now;
                }
                while (open && across(() -> digests.getObject().postOne())) {
                    LOG.debug("one more");
                }
                more = carryOne();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("letters cannot be carried just now: {}", e.getClass().getSimpleName());
            }
            if (!more) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (bell.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }

    /** Carries the next letter that is due; false if there is none, or the server does not answer. */
    private boolean carryOne() {
        Optional<LetterStore.Due> next = across(() -> store.take(clock.instant(), LEASE));
        if (next.isEmpty()) {
            return false;
        }
        LetterStore.Due due = next.get();
        if (!due.wanted() || due.goesTo().isEmpty()) {
            across(() -> store.drop(due.id()));
            return true;
        }
        try {
            Session session = Session.getInstance(properties());
            MimeMessage message = writing.written(due, session);
            try (Transport transport = session.getTransport("smtp")) {
                if (settings.user().isBlank()) {
                    transport.connect();
                } else {
                    transport.connect(settings.user(), settings.password());
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
            across(() -> store.end(due.id(), true, clock.instant(), ""));
            return true;
        } catch (MessagingException e) {
            return failed(due, Failure.of(e));
        } catch (RuntimeException e) {
            // A letter that cannot be written is tried again like one that cannot be sent: it stops no other.
            LOG.error(
                    "a letter cannot be written: {} {}",
                    due.letter().kind(),
                    e.getClass().getName());
            return failed(due, new Failure("unwritten", false, true));
        }
    }

    /** Notes it and says whether to go on with the next. */
    private boolean failed(LetterStore.Due due, Failure failure) {
        Instant now = clock.instant();
        if (failure.forGood() || now.isAfter(due.postedAt().plus(settings.giveUpAfter()))) {
            LOG.warn("a letter is given up: {} {}", due.id(), failure.note());
            across(() -> store.end(due.id(), false, now, failure.note()));
        } else {
            Duration pause = PAUSES.get(Math.min(due.attempts(), PAUSES.size()) - 1);
            across(() -> store.again(due.id(), now.plus(pause), failure.note()));
        }
        return failure.ofThisLetter();
    }

    /**
     * Why a letter was not sent.
     *
     * @param note as it is kept: what the server said, as a number, or how it was not reached
     * @param forGood is there no use in trying again?
     * @param ofThisLetter could others be sent all the same?
     */
    private record Failure(String note, boolean forGood, boolean ofThisLetter) {

        static Failure of(MessagingException e) {
            return switch (e) {
                case AddressException _ -> new Failure("address", true, true);
                case AuthenticationFailedException _ -> new Failure("sign-in", false, false);
                default ->
                    code(e).map(code -> new Failure(Integer.toString(code), code >= 500, true))
                            .orElse(new Failure("no-answer", false, false));
            };
        }

        private static Optional<Integer> code(Exception e) {
            Optional<Integer> found = Optional.empty();
            Exception cause = e;
            for (int depth = 0; cause != null && depth < 10; depth++) {
                if (cause instanceof SMTPAddressFailedException refused) {
                    return Optional.of(refused.getReturnCode());
                }
                if (cause instanceof SMTPSendFailedException refused) {
                    found = Optional.of(refused.getReturnCode());
                }
                cause = cause instanceof MessagingException messaging ? messaging.getNextException() : null;
            }
            return found.filter(code -> code >= 400);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        boolean tls = settings.security().equals("tls");
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port() > 0 ? settings.port() : tls ? 465 : 587));
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isBlank()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
        boolean starttls = settings.security().equals("starttls");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
        // Otherwise whoever stands between could say that the server knows no secrecy.
        properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", "10000");
        properties.put("mail.smtp.timeout", "20000");
        properties.put("mail.smtp.writetimeout", "20000");
        properties.put("mail.smtp.from", settings.from());
        return properties;
    }

    private <T> T across(Supplier<T> work) {
        return Tenancy.acrossAll(() -> {
            T done = transaction.execute(_ -> work.get());
            if (done == null) {
                throw new IllegalStateException("a store answered with nothing");
            }
            return done;
        });
    }
}
