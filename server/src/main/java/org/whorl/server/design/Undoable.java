package org.whorl.server.design;

import java.util.UUID;
import org.whorl.server.trust.Saved;

/**
 * A kind of thing whose changes can be undone. A feature declares one as a bean for each; the button beside "Saved" and
 * its address are the same for all.
 *
 * @param kind as {@link org.whorl.server.trust.Versioned} calls it
 * @param door undoes, where the viewer may
 */
public record Undoable(String kind, Door door) {

    /** A method of a feature's door. */
    @FunctionalInterface
    public interface Door {
        /** Undoes the change that led to that version. */
        Saved undo(UUID id, int version);
    }
}
