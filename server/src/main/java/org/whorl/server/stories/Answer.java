package org.whorl.server.stories;

import java.time.Instant;

/**
 * What a person wrote to whoever told something, for them alone.
 *
 * @param words what they wrote
 * @param language of the words: the one the teller asked for
 * @param at when
 */
public record Answer(String words, String language, Instant at) {}
