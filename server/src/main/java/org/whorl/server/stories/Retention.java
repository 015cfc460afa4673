package org.whorl.server.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.trust.Viewer;

/** Lets nothing lie longer than was promised: looks at the start, and four times a day. */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofHours(6);

    private final AttachmentStore attachments;
    private final Care care;
    private final TransactionTemplate transaction;
    private final Duration voices;
    private final Clock clock;
    private volatile Thread sweeper = Thread.ofVirtual().unstarted(() -> {});

    Retention(
            AttachmentStore attachments,
            Care care,
            PlatformTransactionManager transactions,
            @Value("${whorl.keep-voices:90d}") Duration voices,
            Clock clock) {
        this.attachments = attachments;
        this.care = care;
        this.transaction = new TransactionTemplate(transactions);
        this.voices = voices;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        sweeper = Thread.ofVirtual().name("retention").start(this::goOn);
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        sweeper.interrupt();
    }

    private void goOn() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sweep();
                Thread.sleep(EVERY);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn(
                        "what was kept long enough could not be deleted just now: {}",
                        e.getClass().getSimpleName());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Deletes what was kept long enough; each has its line in the record. */
    public void sweep() {
        Instant before = clock.instant().minus(voices);
        List<UUID> keeping = Tenancy.acrossAll(() -> transaction.execute(_ -> attachments.listKeepingVoices(before)));
        for (UUID partnership : keeping) {
            Viewer.house(partnership).doing(() -> {
                care.forgetVoices(before);
                return true;
            });
        }
    }
}
