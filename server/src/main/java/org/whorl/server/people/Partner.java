package org.whorl.server.people;

import java.util.UUID;

/**
 * An organisation in the partnership.
 *
 * @param id which one
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param kind health, council, third-sector, community or other
 */
public record Partner(UUID id, String nameEn, String nameCy, String kind) {}
