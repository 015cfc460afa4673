package org.whorl.server.people;

import java.time.Instant;
import java.util.UUID;

/**
 * One of one's own sessions, as one is shown it.
 *
 * @param id by which it is ended
 * @param device what it is on, as its browser says; blank if it does not
 * @param beganAt when one signed in there
 * @param seenAt when it was last used, to a minute or so
 * @param here is it the one one looks from?
 */
public record OwnSession(UUID id, String device, Instant beganAt, Instant seenAt, boolean here) {}
