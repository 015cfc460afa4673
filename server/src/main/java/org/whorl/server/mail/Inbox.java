package org.whorl.server.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks into the mailbox answers arrive in. An answer is deleted there once it has been taken, not before; whatever is not
 * ours is left, and marked as seen.
 */
@Component
class Inbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final MailSettings settings;
    private final ReplyDesk desk;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean open;
    private Optional<Thread> looking = Optional.empty();

    Inbox(MailSettings settings, ReplyDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    @Override
    public void start() {
        open = true;
        if (settings.reads()) {
            looking =
                    Optional.of(Thread.ofPlatform().name("letters-in").daemon().start(this::look));
        }
    }

    @Override
    public void stop() {
        open = false;
        bell.release();
        looking.ifPresent(thread -> {
            try {
                if (!thread.join(PATIENCE)) {
                    LOG.warn("the mailbox is still being looked into");
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

    private void look() {
        Duration pause = settings.in().every();
        while (open) {
            try {
                lookOnce();
                pause = settings.in().every();
            } catch (MessagingException | DataAccessException | TransactionException e) {
                LOG.warn("the mailbox cannot be looked into: {}", e.getClass().getSimpleName());
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
            }
            try {
                if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                open = false;
            }
        }
    }

    private void lookOnce() throws MessagingException {
        Session session = Session.getInstance(properties());
        try (Store store = session.getStore(protocol())) {
            store.connect(settings.in().user(), settings.in().password());
            try (Folder folder = store.getFolder(settings.in().folder())) {
                folder.open(Folder.READ_WRITE);
                Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (int i = 0; i < Math.min(unseen.length, AT_ONCE) && open; i++) {
                    Message message = unseen[i];
                    if (take(message)) {
                        message.setFlag(Flags.Flag.DELETED, true);
                    }
                    message.setFlag(Flags.Flag.SEEN, true);
                }
            }
        }
    }

    /** False if it is left where it is. */
    private boolean take(Message message) throws MessagingException {
        Incoming in;
        try {
            in = Incoming.of(message, settings.domain());
        } catch (IOException | MessagingException | RuntimeException | StackOverflowError e) {
            if (!message.getFolder().isOpen()) {
                throw new MessagingException(
                        "the mailbox has gone", new IOException(e.getClass().getName()));
            }
            LOG.warn("a letter that came in cannot be read: {}", e.getClass().getSimpleName());
            return false;
        }
        return desk.take(in);
    }

    private String protocol() {
        return settings.in().security().equals("tls") ? "imaps" : "imap";
    }

    private Properties properties() {
        Properties properties = new Properties();
        String all = "mail." + protocol() + ".";
        boolean tls = settings.in().security().equals("tls");
        int port = settings.in().port() > 0 ? settings.in().port() : tls ? 993 : 143;
        properties.put(all + "host", settings.in().host());
        properties.put(all + "port", Integer.toString(port));
        boolean starttls = settings.in().security().equals("starttls");
        properties.put(all + "starttls.enable", Boolean.toString(starttls));
        properties.put(all + "starttls.required", Boolean.toString(starttls));
        properties.put(all + "ssl.checkserveridentity", "true");
        properties.put(all + "connectiontimeout", "10000");
        properties.put(all + "timeout", "20000");
        properties.put(all + "writetimeout", "20000");
        // Looking is not reading: what is cut short is looked at again.
        properties.put(all + "peek", "true");
        return properties;
    }
}
