package org.whorl.server.people;

import java.util.Optional;
import java.util.UUID;

/**
 * A region, a place in it, or a neighbourhood in that.
 *
 * @param id which one
 * @param parent what it lies in
 * @param level region, place or neighbourhood
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 */
public record Place(UUID id, Optional<UUID> parent, String level, String nameEn, String nameCy) {}
