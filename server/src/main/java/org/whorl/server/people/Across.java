package org.whorl.server.people;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;

/** Work on what belongs to people and not to partnerships: one transaction with sight of everything. */
@Component
class Across {

    private final TransactionTemplate transaction;

    Across(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does the work and gives back what came of it. */
    <T> T all(Supplier<T> work) {
        return Tenancy.acrossAll(() -> {
            T done = transaction.execute(_ -> work.get());
            if (done == null) {
                throw new IllegalStateException("a store answered with nothing");
            }
            return done;
        });
    }
}
