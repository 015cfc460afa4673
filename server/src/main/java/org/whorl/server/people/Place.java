package org.whorl.server.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * A region, a place in it, or a neighbourhood in that.
 *
 * @param id which one
 * @param parent what it lies in
 * @param level region, place or neighbourhood
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param version counts its changes, from 1
 */
public record Place(UUID id, Optional<UUID> parent, String level, String nameEn, String nameCy, int version) {

    static final Versioned VERSIONED = new Versioned("place", "place", List.of("name_en", "name_cy"));

    /** What lies in one of that level. */
    static Optional<String> levelIn(String level) {
        return switch (level) {
            case "region" -> Optional.of("place");
            case "place" -> Optional.of("neighbourhood");
            default -> Optional.empty();
        };
    }
}
