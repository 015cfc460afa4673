package org.whorl.server.stories;

import java.util.Optional;
import java.util.UUID;

/**
 * A way to tell without an account. It is no secret: it hangs on walls.
 *
 * @param id which one
 * @param code its part of the address
 * @param spiral about the question of which spiral; none for anything at all
 * @param question that question; blank without one
 * @param language of the question
 * @param collector who collects by it; none for ourselves
 */
public record Link(
        UUID id, String code, Optional<UUID> spiral, String question, String language, Optional<Collector> collector) {}
