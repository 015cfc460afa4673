package org.whorl.server.design;

import java.io.Serializable;
import java.util.UUID;

/**
 * A change that can be undone.
 *
 * @param kind of what, as its {@link Undoable} calls it
 * @param id of which
 * @param version what it became
 */
public record Undo(String kind, UUID id, int version) implements Serializable {}
