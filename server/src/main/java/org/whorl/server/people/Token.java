package org.whorl.server.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A key with which a program does something in somebody's name.
 *
 * @param id which one
 * @param name what its owner calls it
 * @param roles in which capacities it is used, by {@link org.whorl.server.trust.Role#key}
 * @param only the question of the one spiral it is for
 * @param madeAt when it was made
 * @param expiresAt when it stops by itself
 * @param usedAt when it was last used, to the minute
 */
public record Token(
        UUID id,
        String name,
        List<String> roles,
        Optional<String> only,
        Instant madeAt,
        Instant expiresAt,
        Optional<Instant> usedAt) {

    /** Keeps a copy. */
    public Token {
        roles = List.copyOf(roles);
    }
}
