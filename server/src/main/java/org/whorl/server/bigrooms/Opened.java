package org.whorl.server.bigrooms;

import java.util.UUID;

/** What came of opening a week. */
public sealed interface Opened {

    /**
     * It is open.
     *
     * @param week which one
     */
    record Yes(UUID week) implements Opened {}

    /**
     * Somebody has opened it already.
     *
     * @param week which one
     */
    record Before(UUID week) implements Opened {}

    /** The story may not be heard by everybody here, or not any more. */
    record NotHeard() implements Opened {}

    /** There is a story, and none was chosen: it begins with one. */
    record NoStory() implements Opened {}
}
