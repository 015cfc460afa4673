package org.whorl.server.bigrooms;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One week's hour of a Big Room.
 *
 * @param id which one
 * @param room of which room
 * @param heldOn on which day
 * @param story the story it opens with
 * @param gathering how its time runs
 */
public record Week(UUID id, UUID room, LocalDate heldOn, Optional<UUID> story, UUID gathering) {}
