package org.whorl.server.people;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as its owner sees it.
 *
 * @param id which one
 * @param label what they call it
 * @param madeAt since when
 * @param usedAt when last
 */
public record Passkey(UUID id, String label, Instant madeAt, Instant usedAt) {}
