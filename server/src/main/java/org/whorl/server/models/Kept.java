package org.whorl.server.models;

import java.time.Instant;
import java.util.UUID;

/**
 * A model the partnership keeps.
 *
 * @param id which one
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param latest the number of its latest version
 * @param changedAt when that was made
 * @param signatures how many partners stand behind the latest version
 */
public record Kept(UUID id, String nameEn, String nameCy, int latest, Instant changedAt, int signatures) {}
