package org.whorl.server.news;

import java.time.Instant;
import java.util.UUID;

/**
 * Something a member is told. It says what kind of thing has happened and where to look, and nothing of anybody's.
 *
 * @param id which one
 * @param kind as {@link What#key}
 * @param path where to look, inside the partnership
 * @param at when
 * @param read have they looked?
 */
public record Notice(UUID id, String kind, String path, Instant at, boolean read) {}
