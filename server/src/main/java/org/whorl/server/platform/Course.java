package org.whorl.server.platform;

import java.util.concurrent.CancellationException;

/** Watches long work, and may stop it. May be called from several threads. */
public interface Course {

    /** Watches nothing and never stops. */
    Course SILENT = (_, _) -> {};

    /**
     * How far the work is.
     *
     * @param done so much is done
     * @param expected of so much, as of now
     */
    void at(int done, int expected);

    /** Whether the work should stop. */
    default boolean cancelled() {
        return false;
    }

    /**
     * Stops here if the work should stop.
     *
     * @throws CancellationException if so
     */
    default void check() {
        if (cancelled()) {
            throw new CancellationException("asked to stop");
        }
    }
}
