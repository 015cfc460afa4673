package org.whorl.server.trust;

import java.util.UUID;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;

/**
 * Stands at every door: asks the table of permissions, opens a transaction that sees one partnership only, and adds the
 * lines to the record in the same transaction, so that nothing is done without being recorded, nor recorded undone.
 */
final class Doorkeeper implements MethodInterceptor {

    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final ObjectProvider<Logbook> logbook;

    Doorkeeper(ObjectProvider<PlatformTransactionManager> transactions, ObjectProvider<Logbook> logbook) {
        this.transactions = transactions;
        this.logbook = logbook;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Needs needs = AnnotatedElementUtils.findMergedAnnotation(invocation.getMethod(), Needs.class);
        if (needs == null) {
            return invocation.proceed();
        }
        Viewer viewer = Viewer.current();
        Action action = needs.value();
        if (!Permissions.allow(viewer.roles(), action)) {
            throw new Refused(action);
        }
        return viewer.partnership().isPresent()
                ? Tenancy.within(viewer.partnership().get(), viewer.only(), () -> through(invocation, viewer, action))
                : Tenancy.acrossAll(() -> through(invocation, viewer, action));
    }

    private @Nullable Object through(MethodInvocation invocation, Viewer viewer, Action action) throws Throwable {
        TransactionTemplate template = new TransactionTemplate(transactions.getObject());
        template.setReadOnly(!action.changes());
        Note note = new Note();
        try {
            return template.execute(_ -> {
                try {
                    Object answer = note.taken(invocation::proceed);
                    if (action.changes()) {
                        UUID partnership =
                                note.partnership().or(viewer::partnership).orElse(Logbook.HOUSE);
                        logbook.getObject().add(partnership, viewer.actor(), action.key(), note.lines());
                    }
                    return answer;
                } catch (RuntimeException | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new Checked(e);
                }
            });
        } catch (Checked e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Carries a checked exception through the transaction, which it rolls back. */
    private static final class Checked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Checked(Throwable cause) {
            super(cause);
        }
    }
}
