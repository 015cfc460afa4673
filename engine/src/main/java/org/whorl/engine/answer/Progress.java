package org.whorl.engine.answer;

/** Watches long work, and may stop it. Called from several threads; implementations must bear that. */
public interface Progress {

    /** Watches nothing and never stops. */
    Progress SILENT = (_, _) -> {};

    /**
     * How far the work is.
     *
     * @param done replications played
     * @param expected replications expected as of now; it may grow while a precision is being reached
     */
    void at(int done, int expected);

    /** Whether the work should stop; it then ends with {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return false;
    }
}
