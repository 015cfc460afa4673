package org.whorl.server.permissions;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

/**
 * Tells people what has lapsed, and writes it into the record, once. That it has lapsed does not wait for this: every page asks the
 * clock.
 */
@Component
public class Lapsing {

    private static final Logger LOG = LoggerFactory.getLogger(Lapsing.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final PermissionStore permissions;
    private final RuleStore rules;
    private final Permitting permitting;
    private final Rules register;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Thread sweeper = Thread.ofVirtual().unstarted(() -> {});

    Lapsing(
            PermissionStore permissions,
            RuleStore rules,
            Permitting permitting,
            Rules register,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.permissions = permissions;
        this.rules = rules;
        this.permitting = permitting;
        this.register = register;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        sweeper = Thread.ofVirtual().name("lapsing").start(this::goOn);
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        sweeper.interrupt();
    }

    private void goOn() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sweep();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn(
                        "what has lapsed could not be told just now: {}",
                        e.getClass().getSimpleName());
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Tells of everything that has lapsed and was not told yet. */
    public void sweep() {
        LocalDate today = Span.today(clock.instant());
        told(() -> permissions.listPartnershipsWithLapsed(today), permitting::tellLapsed);
        told(() -> rules.listPartnershipsWithLapsed(today), register::tellLapsed);
    }

    private void told(java.util.function.Supplier<List<UUID>> where, java.util.function.IntSupplier tell) {
        List<UUID> found = Tenancy.acrossAll(() -> transaction.execute(_ -> where.get()));
        Set<UUID> partnerships = new TreeSet<>(found);
        for (UUID partnership : partnerships) {
            Viewer.house(partnership).doing(tell::getAsInt);
        }
    }
}
