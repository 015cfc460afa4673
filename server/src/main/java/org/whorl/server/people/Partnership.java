package org.whorl.server.people;

import java.util.UUID;

/**
 * Organisations and people of a region who work on something together.
 *
 * @param id which one
 * @param slug its part of the address
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param open may guests look at it?
 * @param illustrative are its people and stories made up?
 */
public record Partnership(UUID id, String slug, String nameEn, String nameCy, boolean open, boolean illustrative) {}
