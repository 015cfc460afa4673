package org.whorl.server.patterns;

import java.util.List;
import java.util.Optional;
import org.whorl.server.trust.Disclosure;

/**
 * What stands behind a service in people's lives, or behind a thread of their lives in services.
 *
 * @param strand which service, or which thread
 * @param others what stands behind it, whatever comes up in most stories first
 * @param stories in how many stories it comes up at all; nothing where that would tell of a small group
 */
public record Behind(Strand strand, List<Other> others, Optional<Disclosure.Shown> stories) {

    /** Keeps a copy. */
    public Behind {
        others = List.copyOf(others);
    }

    /**
     * One of them.
     *
     * @param strand which
     * @param stories in how many stories both come up, as far as it is told
     * @param quotes where they do, as far as whoever looks may read it
     */
    public record Other(Strand strand, Disclosure.Shown stories, List<Quote> quotes) {

        /** Keeps a copy. */
        public Other {
            quotes = List.copyOf(quotes);
        }
    }
}
