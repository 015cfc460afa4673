package org.whorl.server.people;

import java.util.UUID;

/**
 * A group of people whose voice is wanted.
 *
 * @param id which one
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 */
public record Perspective(UUID id, String nameEn, String nameCy) {}
