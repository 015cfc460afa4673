package org.whorl.server.jobs;

import org.whorl.server.trust.Action;

/**
 * A kind of long work. A feature declares one as a bean for each.
 *
 * @param key names it in the database and in sentences: {@code job.KEY}, and {@code job.KEY.what} for what it is for
 * @param parameters the record that says what exactly is to be done; written down as JSON
 * @param needs what somebody must be allowed to do to start it and to see what came of it
 * @param resumes begins from the start again if Whorl was stopped in the middle; otherwise people are told
 * @param work does it
 * @param <P> the record of its parameters
 */
public record JobKind<P extends Record>(String key, Class<P> parameters, Action needs, boolean resumes, Work<P> work) {

    /** The work itself. It sees one partnership, as Whorl itself, with all permissions. */
    @FunctionalInterface
    public interface Work<P extends Record> {
        /**
         * Does it.
         *
         * @return what came of it
         * @throws java.util.concurrent.CancellationException if it was asked to stop
         */
        Outcome run(P parameters, Run run) throws Exception;
    }
}
