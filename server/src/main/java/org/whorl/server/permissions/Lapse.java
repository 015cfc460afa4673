package org.whorl.server.permissions;

import java.util.List;
import java.util.UUID;

/**
 * That something has lapsed.
 *
 * @param id which
 * @param whom who is told
 */
record Lapse(UUID id, List<UUID> whom) {

    Lapse {
        whom = List.copyOf(whom);
    }
}
