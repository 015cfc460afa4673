package org.whorl.server.platform;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose rows this thread may see. PostgreSQL itself hides all others (row-level security), so a forgotten `where`, a
 * guessed id or a new page cannot show one partnership another's. Outside of {@link #within} there is nothing to see.
 */
public final class Tenancy {

    private static final String NOBODY = "";
    // No partnership has this id; the policies of the first migration know it too.
    static final String ALL = "00000000-0000-0000-0000-000000000000";
    private static final ScopedValue<String> WHOSE = ScopedValue.newInstance();
    private static final ScopedValue<String> ONLY = ScopedValue.newInstance();

    private Tenancy() {}

    /** Does the work with sight of one partnership. */
    public static <T, X extends Throwable> T within(UUID partnership, ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        return within(partnership, Optional.empty(), work);
    }

    /** Does the work with sight of one partnership, and in it of one spiral only where one is named. */
    public static <T, X extends Throwable> T within(
            UUID partnership, Optional<UUID> only, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(WHOSE, partnership.toString())
                .where(ONLY, only.map(UUID::toString).orElse(NOBODY))
                .call(work);
    }

    /**
     * Does the work with sight of every partnership: only for what belongs to none, such as signing in, the list of
     * open partnerships, backup and the audit chain's check.
     */
    public static <T, X extends Throwable> T acrossAll(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(WHOSE, ALL).where(ONLY, NOBODY).call(work);
    }

    /** What PostgreSQL is told at the beginning of a transaction. */
    static String current() {
        return WHOSE.orElse(NOBODY);
    }

    /** The one spiral it is told; blank for all. */
    static String only() {
        return ONLY.orElse(NOBODY);
    }
}
