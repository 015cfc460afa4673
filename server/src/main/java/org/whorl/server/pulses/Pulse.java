package org.whorl.server.pulses;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One round of asking how far partners trust each other: once for each turn of a spiral. Nothing of it is shown while it goes
 * on, so that nobody can see what one more answer changes.
 *
 * @param id which one
 * @param spiral in which spiral
 * @param turn in which turn of it
 * @param openedOn its first day
 * @param closedOn its last; none while it goes on
 */
public record Pulse(UUID id, UUID spiral, int turn, LocalDate openedOn, Optional<LocalDate> closedOn) {}
