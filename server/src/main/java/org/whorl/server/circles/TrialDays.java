package org.whorl.server.circles;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/** Lets no trial end unseen: looks at the start and every hour, and tells those concerned once. */
@Component
public class TrialDays {

    private static final Logger LOG = LoggerFactory.getLogger(TrialDays.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final ItemStore store;
    private final Items items;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Thread watcher = Thread.ofVirtual().unstarted(() -> {});

    TrialDays(ItemStore store, Items items, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.items = items;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        watcher = Thread.ofVirtual().name("trial-days").start(this::goOn);
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        watcher.interrupt();
    }

    private void goOn() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look(LocalDate.ofInstant(clock.instant(), HERE));
            } catch (DataAccessException | TransactionException e) {
                LOG.warn(
                        "could not look which trials have ended: {}",
                        e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Tells those concerned of every trial whose last day has come by then. */
    public void look(LocalDate today) {
        List<UUID> partnerships =
                Tenancy.acrossAll(() -> transaction.execute(_ -> store.listPartnershipsWithTrials(today)));
        for (UUID partnership : partnerships) {
            Viewer.house(partnership).doing(() -> items.tellTrials(today));
        }
    }
}
