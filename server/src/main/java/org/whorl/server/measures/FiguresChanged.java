package org.whorl.server.measures;

import java.util.UUID;

/**
 * Figures of a measure were written, corrected or taken away; said in the same transaction.
 *
 * @param measure of which measure
 */
public record FiguresChanged(UUID measure) {}
