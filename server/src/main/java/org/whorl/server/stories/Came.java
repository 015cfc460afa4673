package org.whorl.server.stories;

import java.util.Optional;
import java.util.UUID;

/**
 * How something that was told came to us.
 *
 * @param route page, link, kiosk, paper, telephone, workshop or sheet
 * @param collector who collected it; none where it was told to us
 * @param workshop on the board of which workshop
 */
public record Came(String route, Optional<UUID> collector, Optional<UUID> workshop) {

    /** By a route, collected for a link's collector if it has one. */
    static Came by(String route, Where where) {
        return new Came(route, where.collector(), Optional.empty());
    }
}
