package org.whorl.server.stories;

import java.util.List;

/**
 * Something that may be heard, and what came of it.
 *
 * @param story what was said
 * @param came what came of it, in the order in which it did; nothing yet when empty
 */
public record WhatHappened(Released story, List<Use.Said> came) {

    /** Keeps a copy. */
    public WhatHappened {
        came = List.copyOf(came);
    }

    /** Has it an answer? Having been talked about is none. */
    public boolean isAnswered() {
        return came.stream().anyMatch(said -> said.use().stage().isAnswer());
    }
}
