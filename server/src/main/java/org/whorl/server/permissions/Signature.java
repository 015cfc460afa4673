package org.whorl.server.permissions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who signs a permission for an organisation.
 *
 * @param authority for which
 * @param member who
 * @param name what they are called; blank for whoever may not see who is here
 * @param namedBy who said that they sign; nobody knows of those named before that was kept
 * @param signed which version they signed; 0 for none
 * @param at when
 */
public record Signature(
        Authority authority, UUID member, String name, Optional<UUID> namedBy, int signed, Optional<Instant> at) {

    Signature withoutName() {
        return new Signature(authority, member, "", namedBy, signed, at);
    }
}
