package org.whorl.server.jobs;

import java.util.Optional;
import java.util.UUID;

/**
 * A job has come to its end, one way or another.
 *
 * @param partnership in which partnership; zeros for the house
 * @param member who started it, where they were in a partnership
 * @param job which
 */
public record JobEnded(UUID partnership, Optional<UUID> member, UUID job) {}
